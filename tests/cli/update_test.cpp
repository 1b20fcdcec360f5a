// add, sync, remove: in whatever order, a graph is what its documents and decisions make of it.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <random>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;
namespace json = boost::json;

namespace {

struct News {
  Folder folder;
  std::string a = folder.write("news/oslo.txt", oslo), b = folder.write("news/reykjavik.txt", reykjavik);
  std::string graph = folder / "news.kg", news = folder / "news";

  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"-g", graph});
    return run_dossier(std::move(arguments));
  }
  /// The graph of these files, built at once.
  std::string built(std::vector<std::string> files, const std::string& decisions = {}) const {
    const std::string fresh = folder / "fresh.kg";
    std::filesystem::remove(fresh);
    files.insert(files.begin(), "build");
    files.insert(files.end(), {"-q", "-g", fresh});
    if (!decisions.empty()) files.insert(files.end(), {"--decisions", decisions});
    BOOST_TEST(run_dossier(files).code == 0);
    return text_of(fresh);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(update, News)

BOOST_AUTO_TEST_CASE(add_reads_what_is_new_and_what_has_changed) {
  BOOST_TEST(run({"build", a}).code == 0);
  const Outcome more = run({"add", a, b});
  BOOST_TEST(more.code == 0);
  BOOST_TEST(contains(more.err, "news.kg: 1 document added, 0 replaced, 1 unchanged\n"));
  BOOST_TEST((text_of(graph) == built({a, b})));
  folder.write("news/oslo.txt", "Norway met Iceland.\n");
  const Outcome changed = run({"add", a, "--json"});
  BOOST_TEST(contains(changed.err, "news.kg: 0 documents added, 1 replaced, 0 unchanged\n"));
  BOOST_TEST(json::parse(changed.out).at("replaced").as_int64() == 1);
  BOOST_TEST((text_of(graph) == built({a, b})));
}

BOOST_AUTO_TEST_CASE(what_has_not_changed_is_not_written) {
  BOOST_TEST(run({"build", a, b}).code == 0);
  const auto written = std::filesystem::last_write_time(graph);
  const auto early = written - std::chrono::hours(1);
  std::filesystem::last_write_time(graph, early);
  BOOST_TEST(contains(run({"add", a}).err, "0 documents added, 0 replaced, 1 unchanged"));
  BOOST_TEST(contains(run({"sync", news}).err, "0 documents added, 0 replaced, 2 unchanged, 0 removed"));
  BOOST_TEST((std::filesystem::last_write_time(graph) == early));
}

BOOST_AUTO_TEST_CASE(another_ontology_reads_again) {
  BOOST_TEST(run({"build", a}).code == 0);
  const std::string mine = folder.write("mine.ttl", "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<http://example.org/Ship> a owl:Class .\n");
  BOOST_TEST(contains(run({"add", a, "--ontology", mine, "--with-shipped"}).err, "0 documents added, 1 replaced, 0 unchanged"));
}

BOOST_AUTO_TEST_CASE(add_wants_a_graph_and_keeps_its_base) {
  const Outcome none = run({"add", a});
  BOOST_TEST(none.code == 4);
  BOOST_TEST(contains(none.err, "no such graph\n  help: make it: dossier build FILES -g "));
  BOOST_TEST(run({"build", a, "--base", "http://example.org/id/"}).code == 0);
  BOOST_TEST(run({"add", b}).code == 0);
  BOOST_TEST(!contains(run({"export", "-f", "nq", "--provenance", "reify"}).out, "<https://w3id.org/dossier/id/document"));
}

BOOST_AUTO_TEST_CASE(sync_makes_the_graph_what_the_folder_is) {
  BOOST_TEST(contains(run({"sync", news}).err, "2 documents added, 0 replaced, 0 unchanged, 0 removed"));
  BOOST_TEST((text_of(graph) == built({news})));
  std::filesystem::remove(a);
  folder.write("news/reykjavik.txt", "Iceland met Norway.\n");
  folder.write("news/bergen.txt", "Norway signed a treaty with Iceland in Bergen on June 2, 2020.\n");
  const Outcome planned = run({"sync", news, "-n"});
  BOOST_TEST(contains(planned.err, "1 document added, 1 replaced, 0 unchanged, 1 removed (not written)"));
  const Outcome outcome = run({"sync", news});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "1 document added, 1 replaced, 0 unchanged, 1 removed\n"));
  BOOST_TEST((text_of(graph) == built({news})));
}

BOOST_AUTO_TEST_CASE(sync_tells_files_of_one_name_apart_as_build_does) {
  BOOST_TEST(run({"sync", news}).code == 0);
  folder.write("news/north/oslo.txt", reykjavik);
  BOOST_TEST(run({"sync", news}).code == 0);
  BOOST_TEST((text_of(graph) == built({news})));
}

BOOST_AUTO_TEST_CASE(nothing_is_removed_while_something_cannot_be_read) {
  BOOST_TEST(run({"sync", news}).code == 0);
  std::filesystem::remove(a);
  folder.write("news/broken.txt", "%PDF-1.7\n");
  const Outcome outcome = run({"sync", news});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, "0 documents added, 0 replaced, 1 unchanged, 0 removed"));
  BOOST_TEST(contains(outcome.err, "note: nothing is removed while an input cannot be read"));
}

BOOST_AUTO_TEST_CASE(sync_wants_folders) {
  BOOST_TEST(run({"sync"}).code == 2);
  const Outcome file = run({"sync", a});
  BOOST_TEST(file.code == 2);
  BOOST_TEST(contains(file.err, "is not a folder\n  help: dossier add"));
  const Outcome none = run({"sync", folder / "nowhere"});
  BOOST_TEST(none.code == 4);
  BOOST_TEST(contains(none.err, "nowhere: error: no such folder"));
  BOOST_TEST(!std::filesystem::exists(graph));
}

BOOST_AUTO_TEST_CASE(add_sync_remove_and_decisions_in_any_order_give_what_build_gives) {
  const std::vector<std::string> people{"Ana Park", "Ana Maria Park", "Bo Li", "Jon Jonsson", "Kari Nordmann"};
  const std::vector<std::string> states{"Norway", "Iceland", "Peru", "Chile"};
  std::mt19937 random(20200304);
  const auto any = [&random](const auto& list) { return list[random() % list.size()]; };
  std::map<std::string, bool> in_graph;  // by file
  const auto write = [&](int number) {
    const std::string& who = any(people);
    std::string text = "Foreign Minister " + who + " of " + any(states) + " met " + any(people) + " in " + any(states) + " on May " +
                       std::to_string(1 + random() % 28) +
                       ", 2020. " + who + " said that " + any(states) + " will support " + any(states) + ".\n";
    return folder.write("many/note-" + std::to_string(number) + ".txt", text);
  };
  std::vector<std::string> files;
  for (int number = 0; number < 12; ++number) files.push_back(write(number));
  const std::string many = folder / "many", decisions = graph + ".decisions";
  BOOST_REQUIRE(run({"build", files[0], "-q"}).code == 0);
  in_graph[files[0]] = true;
  for (int step = 0; step < 40; ++step) {
    const std::string file = any(files);
    switch (random() % 6) {
      case 0:
      case 1:
        if (std::filesystem::exists(file)) {
          BOOST_TEST(run({"add", file, "-q"}).code == 0);
          in_graph[file] = true;
        }
        break;
      case 2:
        write(static_cast<int>(std::find(files.begin(), files.end(), file) - files.begin()));
        if (in_graph[file]) BOOST_TEST(run({"add", file, "-q"}).code == 0);
        break;
      case 3:
        if (in_graph[file] && std::ranges::count_if(in_graph, [](const auto& each) { return each.second; }) > 1) {
          BOOST_TEST(run({"remove", std::filesystem::path(file).stem().string(), "-q"}).code == 0);
          in_graph[file] = false;
        }
        break;
      case 4: {
        const std::string one = any(people), other = any(people);
        const std::string document = std::filesystem::path(file).stem();
        const std::vector<std::vector<std::string>> verbs{
            {"merge", one, other}, {"alias", one, other}, {"split", one, "--document", document}, {"split", one}, {"undo"}};
        std::vector<std::string> verb = any(verbs);
        verb.emplace_back("-q");
        const int code = run(verb).code;
        BOOST_TEST((code == 0 || code == 1));  // 1: nobody is called so just now
        break;
      }
      default:
        if (step % 3 == 0) {
          BOOST_TEST(run({"sync", many, "-q"}).code == 0);
          for (const std::string& each : files) in_graph[each] = true;
        }
    }
    if (step % 4 != 3) continue;
    std::vector<std::string> there;
    for (const auto& [each, is_there] : in_graph)
      if (is_there) there.push_back(each);
    BOOST_TEST((text_of(graph) == built(there, std::filesystem::exists(decisions) ? decisions : "")), "step " << step);
  }
  BOOST_TEST(std::ranges::count(text_of(decisions), '\n') > 3);
}

BOOST_AUTO_TEST_SUITE_END()

// dossier build: what is kept, what is replaced, and that the same input gives the same bytes.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;
namespace json = boost::json;

namespace {

struct News {
  Folder folder;
  std::string a = folder.write("news/oslo.txt", oslo), b = folder.write("news/reykjavik.txt", reykjavik);
  std::string graph = folder / "news.kg";

  json::value stats() const { return json::parse(run_dossier({"stats", "--json", "-g", graph}).out); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(build, News)

BOOST_AUTO_TEST_CASE(without_a_graph_it_writes_turtle_and_keeps_nothing) {
  Call call;
  call.folder = folder.path();
  const Outcome outcome = run_dossier({"build", "news/oslo.txt"}, call);
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.out, "@prefix pa: <https://w3id.org/dossier/public-affairs#> ."));
  BOOST_TEST(contains(outcome.err, "news/oslo.txt: "));
  BOOST_TEST(contains(outcome.err, " sentences, "));
  BOOST_TEST(contains(outcome.err, " facts"));
  BOOST_TEST((folder.names() == std::vector<std::string>{"news"}));
}

BOOST_AUTO_TEST_CASE(uses_graph_kg_when_it_is_there) {
  Call call;
  call.folder = folder.path();
  BOOST_TEST(run_dossier({"build", "news/oslo.txt", "-g", "graph.kg"}, call).code == 0);
  const Outcome outcome = run_dossier({"build", "news/reykjavik.txt"}, call);
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(run_dossier({"stats", "--json"}, call).out, "\"documents\":2"));
  call.environment = {"DOSSIER_GRAPH=other.kg"};
  BOOST_TEST(run_dossier({"build", "news/oslo.txt"}, call).code == 0);
  BOOST_TEST(contains(run_dossier({"stats", "--json"}, call).out, "\"documents\":1"));
}

BOOST_AUTO_TEST_CASE(writes_what_the_extension_says) {
  for (const char* name :
       {"out.ttl", "out.trig", "out.nt", "out.nq", "out.rdf", "out.dot", "out.svg", "out.png", "out.kg", "out.jsonl"}) {
    const Outcome outcome = run_dossier({"build", a, "-o", folder / name});
    BOOST_TEST(outcome.code == 0, name << ": " << outcome.err);
    BOOST_TEST(outcome.out.empty());
    BOOST_TEST(!text_of(folder / name).empty(), name);
  }
  BOOST_TEST(text_of(folder / "out.png").substr(1, 3) == "PNG");
  BOOST_TEST(contains(text_of(folder / "out.svg"), "<svg"));
  BOOST_TEST(run_dossier({"stats", "-g", folder / "out.kg"}).code == 0);
  const Outcome unknown = run_dossier({"build", a, "-o", folder / "out.xyz"});
  BOOST_TEST(unknown.code == 2);
  BOOST_TEST(!std::filesystem::exists(folder / "out.xyz"));
}

BOOST_AUTO_TEST_CASE(running_it_again_changes_nothing) {
  BOOST_TEST(run_dossier({"build", a, b, "-g", graph}).code == 0);
  const std::string once = text_of(graph);
  BOOST_TEST(run_dossier({"build", a, b, "-g", graph}).code == 0);
  BOOST_TEST((text_of(graph) == once));
  BOOST_TEST(run_dossier({"build", a, "-g", graph}).code == 0);
  BOOST_TEST((text_of(graph) == once));
}

BOOST_AUTO_TEST_CASE(one_after_the_other_is_as_both_at_once) {
  BOOST_TEST(run_dossier({"build", a, b, "-g", graph}).code == 0);
  BOOST_TEST(run_dossier({"build", b, "-g", folder / "steps.kg"}).code == 0);
  BOOST_TEST(run_dossier({"build", a, "-g", folder / "steps.kg"}).code == 0);
  BOOST_TEST((text_of(folder / "steps.kg") == text_of(graph)));
}

BOOST_AUTO_TEST_CASE(a_changed_document_replaces_what_it_said) {
  BOOST_TEST(run_dossier({"build", a, b, "-g", graph}).code == 0);
  folder.write("news/oslo.txt", "Weather\n\nIt rained on Tuesday.\n");
  BOOST_TEST(run_dossier({"build", a, "-g", graph}).code == 0);
  BOOST_TEST(stats().at("documents").as_int64() == 2);
  BOOST_TEST(run_dossier({"build", a, b, "-g", folder / "fresh.kg"}).code == 0);
  BOOST_TEST((text_of(graph) == text_of(folder / "fresh.kg")));
}

BOOST_AUTO_TEST_CASE(a_removed_document_was_never_there) {
  BOOST_TEST(run_dossier({"build", a, "-g", folder / "only.kg"}).code == 0);
  BOOST_TEST(run_dossier({"build", a, b, "-g", graph}).code == 0);
  BOOST_TEST(run_dossier({"remove", "reykjavik", "-n", "-g", graph}).code == 0);
  BOOST_TEST(stats().at("documents").as_int64() == 2);
  const Outcome outcome = run_dossier({"remove", "reykjavik", "-g", graph});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "removed 1 document"));
  BOOST_TEST((text_of(graph) == text_of(folder / "only.kg")));
  const Outcome unknown = run_dossier({"remove", "oslo", "reykjavk", "-g", graph});
  BOOST_TEST(unknown.code == 1);
  BOOST_TEST(stats().at("documents").as_int64() == 1);
}

BOOST_AUTO_TEST_CASE(any_number_of_threads_gives_the_same_bytes) {
  std::string many;
  for (int i = 0; i < 40; ++i) {
    const json::object record{{"id", "doc" + std::to_string(i)}, {"text", i % 2 == 0 ? oslo : reykjavik}};
    many += json::serialize(record) + '\n';
  }
  const std::string file = folder.write("many.jsonl", many);
  BOOST_TEST(run_dossier({"build", file, "-j", "1", "-g", folder / "one.kg"}).code == 0);
  BOOST_TEST(run_dossier({"build", file, "-j", "2", "-g", folder / "two.kg"}).code == 0);
  BOOST_TEST((text_of(folder / "one.kg") == text_of(folder / "two.kg")));
  BOOST_TEST((run_dossier({"build", file, "-j", "1", "-f", "trig"}).out ==
              run_dossier({"build", file, "-j", "3", "-f", "trig"}).out));
}

BOOST_AUTO_TEST_CASE(reads_standard_input) {
  Call call;
  call.in = oslo;
  const Outcome outcome =
      run_dossier({"build", "-", "--source", "https://example.org/oslo", "--date", "2020-03-04", "-f", "nq"}, call);
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.out, "\"https://example.org/oslo\""));
  BOOST_TEST(contains(outcome.err, "https://example.org/oslo: "));
}

BOOST_AUTO_TEST_CASE(reads_json_lines) {
  Call call;
  call.in = json::serialize(json::object{{"id", "one"}, {"text", oslo}}) + "\n" +
            json::serialize(json::object{{"id", "two"}, {"text", reykjavik}}) + "\n";
  const Outcome outcome = run_dossier({"build", "-", "-g", graph}, call);
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "2 documents: "));
  BOOST_TEST(stats().at("documents").as_int64() == 2);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing) {
  const Outcome outcome = run_dossier({"build", a, "-n", "-g", graph});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "oslo.txt: "));
  BOOST_TEST(!std::filesystem::exists(graph));
}

BOOST_AUTO_TEST_CASE(the_summary_can_be_json) {
  const Outcome outcome = run_dossier({"build", a, b, "-g", graph, "--json", "-q"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.err.empty());
  const json::value summary = json::parse(outcome.out);
  BOOST_TEST(summary.at("documents").as_int64() == 2);
  BOOST_TEST(summary.at("facts").as_int64() >= stats().at("factMentions").as_int64());
  BOOST_TEST(run_dossier({"build", a, "--json"}).code == 2);
}

BOOST_AUTO_TEST_CASE(a_text_without_facts_gets_a_hint) {
  const std::string file = folder.write("weather.txt", "Weather\n\nIt rained on Tuesday.\n");
  const Outcome outcome = run_dossier({"build", file});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, ", 0 facts"));
  BOOST_TEST(contains(outcome.err, "note: no fact was read\n  help: "));
}

BOOST_AUTO_TEST_CASE(no_progress_where_nobody_watches) {
  BOOST_TEST(!contains(run_dossier({"build", a, b, "-g", graph}).err, "\r"));
  BOOST_TEST(run_dossier({"build", a, "-g", graph, "-q"}).err.empty());
}

BOOST_AUTO_TEST_SUITE_END()

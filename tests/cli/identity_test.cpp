// review, merge, distinct, alias, split, undo: what they write, and that a rebuild gives the same bytes.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;
namespace json = boost::json;

namespace {

constexpr const char* bergen =
    "Talks in Bergen\n\n"
    "BERGEN, June 2, 2020 - Foreign Minister Kari Anne Nordmann met Prime Minister Jon Jonsson in Bergen.\n"
    "Kari Anne Nordmann said that Norway will support Iceland.\n";

struct News {
  Folder folder;
  std::string a = folder.write("news/oslo.txt", oslo), b = folder.write("news/bergen.txt", bergen);
  std::string graph = folder / "news.kg", decisions = graph + ".decisions";
  std::string before;

  News() {
    BOOST_REQUIRE(run_dossier({"build", folder / "news", "-g", graph, "-q"}).code == 0);
    before = text_of(graph);
  }

  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"-g", graph});
    return run_dossier(std::move(arguments));
  }
  /// The graph that the documents and the decisions file give when they are read anew.
  std::string rebuilt() const {
    const std::string fresh = folder / "fresh.kg";
    std::filesystem::remove(fresh);
    BOOST_TEST(run_dossier({"build", folder / "news", "-g", fresh, "--decisions", decisions, "-q"}).code == 0);
    return text_of(fresh);
  }
};

/// While one lives, programs that are started cannot write files of more bytes: as on a disk that is full.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);  // write() tells instead
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
};

constexpr const char* short_name = "Kari Nordmann";
constexpr const char* long_name = "Kari Anne Nordmann";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identity, News)

BOOST_AUTO_TEST_CASE(a_merge_holds_at_once_and_after_a_rebuild) {
  const Outcome outcome = run({"merge", long_name, short_name});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.err == graph + ": Kari Nordmann is Kari Anne Nordmann\n");
  BOOST_TEST(text_of(decisions).ends_with("\nsame\tperson/kari-anne-nordmann\tperson/kari-nordmann\tpa:Person\tKari Anne Nordmann\n"));
  const Outcome shown = run({"show", short_name});
  BOOST_TEST(shown.out.starts_with("Kari Anne Nordmann\n  person\n  also: Kari Nordmann\n"));
  BOOST_TEST(contains(shown.out, "of 2 documents"));
  BOOST_TEST((text_of(graph) == rebuilt()));
}

BOOST_AUTO_TEST_CASE(undo_gives_the_same_bytes_as_before) {
  const std::vector<std::vector<std::string>> verbs{{"merge", long_name, short_name},
                                                    {"merge", "Jon Jonsson", short_name},
                                                    {"alias", short_name, "Jon Jonsson"},
                                                    {"split", "Norway", "--document", "oslo"},
                                                    {"distinct", long_name, short_name},
                                                    {"merge", "Iceland", "Norway"}};
  for (const auto& verb : verbs) {
    BOOST_TEST(run(verb).code == 0, verb[0]);
    BOOST_TEST((text_of(graph) == rebuilt()), verb[0]);
    BOOST_TEST((text_of(graph) == before) == (verb[0] == "distinct"), verb[0]);
    BOOST_TEST(run({"undo"}).code == 0);
    BOOST_TEST((text_of(graph) == before), verb[0]);
  }
  const Outcome none = run({"undo"});
  BOOST_TEST(none.code == 1);
  BOOST_TEST(none.err == "dossier: error: there is no decision to undo\n");
}

BOOST_AUTO_TEST_CASE(decisions_build_on_one_another) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  const std::string merged = text_of(graph);
  BOOST_TEST(run({"alias", "Jon Jonsson", long_name}).code == 0);
  BOOST_TEST(run({"split", long_name, "--document", "bergen"}).code == 0);
  BOOST_TEST(contains(run({"show", "person/bergen.kari-anne-nordmann"}).out, "person"));
  BOOST_TEST((text_of(graph) == rebuilt()));
  BOOST_TEST(run({"undo"}).code == 0);
  BOOST_TEST(run({"undo"}).code == 0);
  BOOST_TEST((text_of(graph) == merged));
}

BOOST_AUTO_TEST_CASE(a_split_takes_merges_back) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  const Outcome outcome = run({"split", long_name});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "Kari Anne Nordmann is nothing but itself; 1 decision taken back"));
  BOOST_TEST((text_of(graph) == before));
  BOOST_TEST((text_of(graph) == rebuilt()));
  const Outcome nothing = run({"split", long_name});
  BOOST_TEST(nothing.code == 1);
  BOOST_TEST(contains(nothing.err, "nothing was merged into 'Kari Anne Nordmann'\n  help: --document DOC"));
}

BOOST_AUTO_TEST_CASE(build_uses_the_decisions_beside_the_graph) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  const std::string merged = text_of(graph);
  BOOST_TEST(run_dossier({"build", a, "-g", graph, "-q"}).code == 0);
  BOOST_TEST((text_of(graph) == merged));
  std::filesystem::remove(graph);
  BOOST_TEST(run_dossier({"build", folder / "news", "-g", graph, "-q"}).code == 0);
  BOOST_TEST((text_of(graph) == merged));
}

BOOST_AUTO_TEST_CASE(a_file_that_was_edited_is_applied_by_add) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  folder.write("news.kg.decisions", "# nothing any more\n");
  BOOST_TEST(run({"add"}).code == 0);
  BOOST_TEST((text_of(graph) == before));
}

BOOST_AUTO_TEST_CASE(review_tells_pairs_with_reasons_sentences_and_what_to_type) {
  const Outcome outcome = run({"review"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(outcome.out.starts_with("Kari Anne Nordmann  (person, 2 sentences)\n    bergen:"));
  BOOST_TEST(contains(outcome.out, "\nKari Nordmann  (person, 1 sentence)\n    oslo:"));
  BOOST_TEST(contains(outcome.out, "  one has a middle name more; both holds position: Foreign Minister\n"));
  BOOST_TEST(contains(outcome.out, "  dossier merge person/kari-anne-nordmann person/kari-nordmann\n"));
  const json::value list = json::parse(run({"review", "--json"}).out);
  BOOST_TEST(list.at(0).at("fuller").at("mentions").as_int64() == 2);
  BOOST_TEST(list.at(0).at("other").at("name").as_string() == "Kari Nordmann");
  BOOST_TEST(list.at(0).at("reasons").at(0).as_string() == "one has a middle name more");
  BOOST_TEST(contains(run({"review", "--about", short_name}).out, long_name));
  const Outcome none = run({"review", "--about", "Jon Jonsson"});
  BOOST_TEST(none.code == 1);
  BOOST_TEST(none.out.empty());
}

BOOST_AUTO_TEST_CASE(what_is_distinct_is_not_reviewed_and_not_merged) {
  BOOST_TEST(run({"distinct", long_name, short_name}).code == 0);
  BOOST_TEST(run({"review"}).code == 1);
  BOOST_TEST(run({"distinct", short_name, long_name}).code == 1);
  const std::string file = text_of(decisions);
  const Outcome outcome = run({"merge", long_name, short_name});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, decisions + ":3:1: error: line 3 makes one of two things that line 2 calls different"));
  BOOST_TEST((text_of(decisions) == file));
  BOOST_TEST((text_of(graph) == before));
}

BOOST_AUTO_TEST_CASE(what_is_merged_is_not_distinct) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  const Outcome outcome = run({"distinct", long_name, short_name});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(contains(outcome.err, "are one thing in the graph\n  help: dossier split takes merges back"));
  BOOST_TEST(run({"merge", long_name, short_name}).code == 1);
  BOOST_TEST(run({"alias", long_name, short_name}).code == 1);
}

BOOST_AUTO_TEST_CASE(unknown_names_get_the_nearest_and_change_nothing) {
  for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{
           {"merge", "Kari Nordman", long_name}, {"merge", long_name, "Kari Nordman"}, {"distinct", "Kari Nordman", long_name},
           {"alias", "KN", "Kari Nordman"}, {"split", "Kari Nordman"}}) {
    const Outcome outcome = run(verb);
    BOOST_TEST(outcome.code == 1, verb[0]);
    BOOST_TEST(contains(outcome.err, "nothing in the graph is called 'Kari Nordman'\n  help: did you mean 'Kari Nordmann'"), verb[0]);
  }
  const Outcome document = run({"split", short_name, "--document", "olso"});
  BOOST_TEST(document.code == 1);
  BOOST_TEST(contains(document.err, "there is no document 'olso' in the graph\n  help: did you mean 'oslo'?"));
  BOOST_TEST(contains(run({"split", short_name, "--document", "bergen"}).err, "Kari Nordmann is not in 'bergen'"));
  BOOST_TEST(!std::filesystem::exists(decisions));
}

BOOST_AUTO_TEST_CASE(only_things_can_be_decided) {
  for (const char* name : {"oslo", "Norway and Iceland sign fisheries agreement", "evidence/oslo-s3", "holdsPosition"}) {
    const Outcome outcome = run({"merge", long_name, name});
    BOOST_TEST(outcome.code == 2, name << outcome.err);
    BOOST_TEST(contains(outcome.err, "is not a thing that documents speak of"), name);
  }
}

BOOST_AUTO_TEST_CASE(a_bad_line_is_told_with_its_place) {
  folder.write("news.kg.decisions", "# mine\nsame\tperson/kari-nordmann\nsmae\n");
  const Outcome outcome = run({"merge", long_name, short_name});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, decisions + ":2:6: error: a line of 'same' has two fields behind it, or more"));
  folder.write("news.kg.decisions", "smae\tperson/a\tperson/b\n");
  for (const std::vector<std::string>& verb : std::vector<std::vector<std::string>>{{"build", a}, {"add", a}, {"review"}, {"undo"}}) {
    const Outcome told = run(verb);
    BOOST_TEST(told.code == 3, verb[0]);
    const std::string message = ":1:1: error: a line begins with same, different, alias or split, and a tab\n  help: did you mean 'same'?";
    BOOST_TEST(contains(told.err, decisions + message), verb[0]);
  }
  BOOST_TEST((text_of(graph) == before));
}

BOOST_AUTO_TEST_CASE(a_named_decisions_file_must_be_there_to_be_read) {
  const Outcome outcome = run({"build", a, "--decisions", folder / "none"});
  BOOST_TEST(outcome.code == 4);
  BOOST_TEST(contains(outcome.err, "no such file"));
  BOOST_TEST(run({"merge", long_name, short_name, "--decisions", folder / "mine.tsv"}).code == 0);
  BOOST_TEST(contains(text_of(folder / "mine.tsv"), "same\tperson/"));
  BOOST_TEST(!std::filesystem::exists(decisions));
}

BOOST_AUTO_TEST_CASE(a_dry_run_changes_nothing) {
  const Outcome outcome = run({"merge", long_name, short_name, "-n", "--json"});
  BOOST_TEST(outcome.code == 0);
  BOOST_TEST(contains(outcome.err, "(not written)"));
  BOOST_TEST(json::parse(outcome.out).at("line").as_string() == "same\tperson/kari-anne-nordmann\tperson/kari-nordmann\tpa:Person\tKari Anne Nordmann");
  BOOST_TEST((text_of(graph) == before));
  BOOST_TEST(!std::filesystem::exists(decisions));
}

BOOST_AUTO_TEST_CASE(both_files_are_written_or_none) {
  BOOST_TEST(run({"distinct", "Norway", "Iceland"}).code == 0);
  const std::string file = text_of(decisions);
  {
    const SmallDisk room_for_the_decisions_alone(2000);
    const Outcome outcome = run({"merge", long_name, short_name});
    BOOST_TEST(outcome.code == 4);
    BOOST_TEST(contains(outcome.err, "news.kg: error: cannot write"));
  }
  BOOST_TEST((text_of(graph) == before));
  BOOST_TEST(text_of(decisions) == file);
  {
    const SmallDisk no_room(10);
    BOOST_TEST(run({"merge", long_name, short_name, "--decisions", folder / "mine"}).code == 4);
  }
  BOOST_TEST((text_of(graph) == before));
  BOOST_TEST((folder.names() == std::vector<std::string>{"news", "news.kg", "news.kg.decisions"}));
  BOOST_TEST(contains(run({"merge", long_name, short_name, "--decisions", "/dev/full"}).err, "/dev/full: error: is not a file"));
}

BOOST_AUTO_TEST_CASE(what_a_graph_keeps_for_itself_is_not_exported) {
  BOOST_TEST(run({"merge", long_name, short_name}).code == 0);
  for (const char* level : {"none", "event", "graph"}) {
    const std::string text = run({"export", "-f", "trig", "--provenance", level}).out;
    for (const char* note : {"pa:asRead", "pa:decision", "pa:digest"}) BOOST_TEST(!contains(text, note), level << note);
  }
  const std::string all = run({"export", "-f", "trig", "--provenance", "reify"}).out;
  for (const char* note : {"pa:asRead", "pa:decision", "pa:digest"}) BOOST_TEST(contains(all, note), note);
}

BOOST_AUTO_TEST_SUITE_END()

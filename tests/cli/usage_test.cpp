// What the program says to a wrong call, and how it ends.
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

BOOST_AUTO_TEST_SUITE(usage)

BOOST_AUTO_TEST_CASE(no_verb_is_a_wrong_call) {
  const Outcome outcome = run_dossier({});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, "dossier: error: no verb is given\n  help: "));
}

BOOST_AUTO_TEST_CASE(an_unknown_verb_gets_the_nearest_one) {
  const Outcome outcome = run_dossier({"biuld", "article.txt"});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(outcome.err == "dossier: error: unknown verb 'biuld'\n  help: did you mean 'build'?\n");
}

BOOST_AUTO_TEST_CASE(an_unknown_option_gets_the_nearest_one) {
  const Outcome outcome = run_dossier({"facts", "--abuot", "Oslo"});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(outcome.err == "dossier: error: unknown option '--abuot'\n  help: did you mean '--about'?\n");
}

BOOST_AUTO_TEST_CASE(a_missing_argument_is_named) {
  const Outcome outcome = run_dossier({"build"});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(contains(outcome.err, "dossier: error: INPUTS is required"));
  BOOST_TEST(contains(outcome.err, "see dossier build --help"));
}

BOOST_AUTO_TEST_CASE(a_wrong_value_is_told) {
  BOOST_TEST(run_dossier({"build", "x.txt", "-j", "many"}).code == 2);
  BOOST_TEST(run_dossier({"build", "x.txt", "--date", "yesterday"}).code == 2);
  BOOST_TEST(run_dossier({"facts", "--color", "sometimes"}).code == 2);
  for (const auto& [verb, option] : {std::pair{"render", "--max-nodes"}, std::pair{"render", "--depth"},
                                     std::pair{"facts", "--limit"}})
    BOOST_TEST(run_dossier({verb, option, "-1"}).code == 2, verb);  // not the largest number there is
  const Outcome format = run_dossier({"convert", "x.ttl", "-f", "turtel"});
  BOOST_TEST(format.code == 2);
  BOOST_TEST(contains(format.err, "unknown format 'turtel'\n  help: did you mean 'turtle'?"));
}

BOOST_AUTO_TEST_CASE(every_verb_has_help_with_an_example) {
  const Outcome all = run_dossier({"--help"});
  BOOST_TEST(all.code == 0);
  BOOST_TEST(all.err.empty());
  for (const char* verb : {"build", "show", "facts", "neighbors", "path", "timeline", "evidence", "render", "export",
                           "convert", "stats", "add", "sync", "remove", "review", "merge", "distinct", "alias", "split", "undo", "analyze", "explain", "ontology", "version"}) {
    BOOST_TEST(contains(all.out, verb));
    const Outcome help = run_dossier({verb, "--help"});
    BOOST_TEST(help.code == 0, verb);
    BOOST_TEST(contains(help.out, std::string("Example:\n  dossier ") + verb), verb);
  }
}

BOOST_AUTO_TEST_CASE(errors_can_be_json) {
  const Outcome outcome = run_dossier({"--errors", "json", "biuld"});
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(outcome.err == R"({"severity":"error","message":"unknown verb 'biuld'","hint":"did you mean 'build'?"})"
                            "\n");
}

BOOST_AUTO_TEST_CASE(options_that_all_verbs_have_may_stand_before_and_behind_the_verb) {
  const Folder folder;
  Call call;
  call.folder = folder.path();
  BOOST_TEST(contains(run_dossier({"--errors", "json", "stats"}, call).err, "\"severity\":\"error\""));
  BOOST_TEST(contains(run_dossier({"stats", "--errors", "json"}, call).err, "\"severity\":\"error\""));
}

BOOST_AUTO_TEST_CASE(tells_its_version) {
  BOOST_TEST(run_dossier({"--version"}).out.starts_with("dossier "));
  const Outcome json = run_dossier({"version", "--json"});
  BOOST_TEST(json.code == 0);
  BOOST_TEST(contains(json.out, "\"compiler\":"));
  BOOST_TEST(contains(json.out, "\"libraries\":{\"Boost\":"));
  BOOST_TEST(contains(json.out, "\"ontology\":{\"classes\":"));
}

BOOST_AUTO_TEST_CASE(without_a_graph_it_says_how_to_make_one) {
  const Folder folder;
  Call call;
  call.folder = folder.path();
  const Outcome outcome = run_dossier({"stats"}, call);
  BOOST_TEST(outcome.code == 2);
  BOOST_TEST(contains(outcome.err, "no graph is given"));
  BOOST_TEST(contains(outcome.err, "dossier build FILES -g graph.kg"));
}

BOOST_AUTO_TEST_SUITE_END()

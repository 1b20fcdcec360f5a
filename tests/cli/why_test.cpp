// dossier why as a person calls it.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

namespace {

const std::string museum = DOSSIER_SOURCE "/examples/museum/museum.ttl";

struct Fixture {
  Fixture() {
    folder.write("oslo.txt", oslo);
    graph = folder / "g.kg";
    BOOST_REQUIRE(run_dossier({"-q", "build", folder / "oslo.txt", "-g", graph}).code == 0);
  }
  [[nodiscard]] Outcome why(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "why");
    arguments.insert(arguments.end(), {"-g", graph});
    return run_dossier(arguments);
  }
  Folder folder;
  std::string graph;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(why, Fixture)

BOOST_AUTO_TEST_CASE(follows_the_example_to_each_argument) {
  const Outcome outcome = why({"Norway", "signed", "fisheries agreement"});
  BOOST_TEST(outcome.code == 0, outcome.err);
  for (const char* part : {"Norway — signed → fisheries agreement", "oslo.txt, sentence ", "[Norway]{", "said by       the document itself",
                           "status        occurred: it is told as something that happened", "/examples.ttl:", "trigger       signed", "Norway + Iceland  ← subject", "fisheries agreement  ← object"})
    BOOST_TEST(contains(outcome.out, part), part << " in " << outcome.out);
}

BOOST_AUTO_TEST_CASE(tells_who_says_so_and_what_decides) {
  const Outcome outcome = why({"Norway", "relation with", "Iceland"});
  for (const char* part : {"said by       Kari Nordmann", "planned: “will” stands before the verb", "trigger       "}) BOOST_TEST(contains(outcome.out, part), part << " in " << outcome.out);
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_no_example_explains_itself) {
  const Outcome outcome = why({"Kari Nordmann", "holdsPosition", "Foreign Minister"});
  BOOST_TEST(outcome.code == 0, outcome.err);
  BOOST_TEST(contains(outcome.out, "read by       title beside a name"), outcome.out);
  BOOST_TEST(contains(outcome.out, "a title before a person's name"), outcome.out);
}

BOOST_AUTO_TEST_CASE(an_id_is_enough_and_json_has_it_all) {
  const Outcome listed = run_dossier({"facts", "--relation", "signed", "-g", graph, "--json"});
  const auto facts = boost::json::parse(listed.out);
  const std::string id(facts.at(0).at("id").as_string());
  const Outcome outcome = why({id, "--json"});
  BOOST_TEST(outcome.code == 0, outcome.err);
  const auto told = boost::json::parse(outcome.out);
  const auto& evidence = told.at(0).at("evidence").at(0);
  BOOST_TEST(evidence.at("trigger").as_string() == "sign");  // the title
  BOOST_TEST(evidence.at("example").at("line").as_int64() > 1);
  BOOST_TEST(evidence.at("arguments").at(0).at("path").as_string() == "subject");
  BOOST_TEST(contains(std::string(evidence.at("decidedBy").as_string()), "“sign” is in the present tense"));
}

BOOST_AUTO_TEST_CASE(says_when_the_ontology_no_longer_reads_it) {
  const Outcome outcome = why({"Norway", "signed", "fisheries agreement", "--ontology", museum});
  BOOST_TEST(outcome.code == 0, outcome.err);
  BOOST_TEST(contains(outcome.out, "the ontology at hand has no such example"), outcome.out);
  BOOST_TEST(!contains(outcome.out, "trigger"), outcome.out);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_and_what_is_no_fact) {
  BOOST_TEST(why({"zzzzz"}).code == 1);
  BOOST_TEST(why({"Norway", "signed", "Iceland"}).code == 1);
  BOOST_TEST(why({"Norway", "signs", "Iceland"}).code == 1);
  BOOST_TEST(why({"Norway", "Iceland"}).code == 2);
  BOOST_TEST(run_dossier({"why"}).code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(what_follows_from_a_node_says_from_which) {
  const Folder folder;
  const std::string graph = folder / "g.kg";
  BOOST_REQUIRE(run_dossier({"-q", "build", DOSSIER_SOURCE "/examples/museum/loans.txt", "--ontology", museum, "-g", graph}).code == 0);
  const Outcome outcome = run_dossier({"why", "Millpond Gallery", "lent", "tapestry", "-g", graph, "--ontology", museum});
  for (const char* part : {"follows from the loan: from lender to work", "trigger       lent", "Saltmarsh Museum  ← to"}) BOOST_TEST(contains(outcome.out, part), part << " in " << outcome.out);
}

// dossier lint as a person calls it.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <sstream>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

namespace {

const std::string ships = R"(@prefix : <https://example.org/sea#> .
@prefix pa: <https://w3id.org/dossier/public-affairs#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Ship a owl:Class ; rdfs:label "ship"@en .
:Port a owl:Class ; rdfs:label "port"@en .
:reached a owl:ObjectProperty ; rdfs:domain :Ship ; rdfs:range :Port ; pa:example
)";

Outcome lint(const std::string& text, std::vector<std::string> more = {}) {
  const Folder folder;
  folder.write("sea.ttl", text);
  std::vector<std::string> arguments{"lint", "sea.ttl"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_dossier(arguments, {.in = {}, .out_file = {}, .environment = {}, .folder = folder.path()});
}

}  // namespace

BOOST_AUTO_TEST_CASE(good_examples_are_good) {
  const Outcome outcome = lint(ships + "  \"[The ship]{subject} reached [the port]{object}.\" .\n");
  BOOST_TEST(outcome.code == 0, outcome.err);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, "1 example, 0 counter-examples: 0 errors, 0 warnings, 0 notes"), outcome.err);
}

BOOST_AUTO_TEST_CASE(an_argument_of_another_class_is_told_with_its_place) {
  const Outcome outcome = lint(ships + "  \"[The ship]{subject} reached [the port]{object}.\" ,\n  \"[The port]{subject} sank [the ship]{object}.\" .\n");
  BOOST_TEST(outcome.code == 1);
  BOOST_TEST(contains(outcome.err, "sea.ttl:9:3: error: '[The port]{subject} sank [the ship]{object}.' of :reached is not read back: 'port' is of another class than its subject may be"),
             outcome.err);
}

BOOST_AUTO_TEST_CASE(an_example_without_a_pattern_is_told) {
  const Outcome outcome = lint(ships + "  \"[The ship]{subject} was old, and when it rained the people of [the port]{object} slept.\" .\n");
  BOOST_TEST(outcome.code == 1);
  BOOST_TEST(contains(outcome.err, "is not read back: no pattern can be made of it"), outcome.err);
}

BOOST_AUTO_TEST_CASE(a_counter_example_that_is_read_is_told) {
  // both arguments are names: nothing tells it from the example
  const Outcome outcome = lint(ships + "  \"[The ship]{subject} reached [the port]{object}.\" ;\n pa:counterExample \"[Alba]{subject} reached [Brik]{object}.\" .\n"
                                       ":alba a :Ship ; rdfs:label \"Alba\" . :brik a :Port ; rdfs:label \"Brik\" .\n");
  BOOST_TEST(outcome.code == 1);
  BOOST_TEST(contains(outcome.err, "sea.ttl:9:20: error: the counter-example '[Alba]{subject} reached [Brik]{object}.' of :reached is read all the same"), outcome.err);
  BOOST_TEST(contains(outcome.err, "read by: [The ship]{subject} reached"), outcome.err);
}

BOOST_AUTO_TEST_CASE(what_teaches_nothing_is_told_and_is_no_error) {
  const Outcome outcome = lint(ships + "  \"[The ship]{subject} reached [the port]{object}.\" ,\n  \"[A ship]{subject} reached [a port]{object}.\" .\n"
                                       ":Crew a owl:Class . :serves a owl:ObjectProperty ; rdfs:domain :Crew ; rdfs:range :Ship .\n");
  BOOST_TEST(outcome.code == 0, outcome.err);
  for (const char* part : {"sea.ttl:9:3: note: '[A ship]{subject} reached [a port]{object}.' teaches nothing that", "sea.ttl:10: warning: no words name the class :Crew",
                           "note: no text can say :serves"})
    BOOST_TEST(contains(outcome.err, part), part << " in " << outcome.err);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_loaded_is_one_more_finding) {
  const Outcome outcome = lint(ships + "  \"[The ship{subject} reached\" .\n", {"--json"});
  BOOST_TEST(outcome.code == 1);
  const auto result = boost::json::parse(outcome.out);
  const auto& finding = result.at("findings").as_array().at(0);
  BOOST_TEST(finding.at("severity").as_string() == "error");
  BOOST_TEST(finding.at("line").as_int64() == 8);
  BOOST_TEST(finding.at("column").as_int64() == 3);
  BOOST_TEST(lint("nonsense").code == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_no_finding) { BOOST_TEST(run_dossier({"lint", "/nowhere/sea.ttl"}).code == 4); }

/// The shipped ontology: what is known to be amiss stands in a list with its cause, and nothing else may be.
BOOST_AUTO_TEST_CASE(the_shipped_ontology) {
  std::map<std::string, std::string> known;
  std::istringstream lines(text_of(DOSSIER_SOURCE "/tests/cli/lint_known.tsv"));
  for (std::string line; std::getline(lines, line);) known.emplace(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1));
  const Outcome outcome = run_dossier({"lint", "--json"});
  BOOST_TEST(outcome.code == (known.empty() ? 0 : 1));
  const auto result = boost::json::parse(outcome.out);
  std::set<std::string> found;
  for (const auto& finding : result.at("findings").as_array()) {
    if (finding.at("severity").as_string() != "error") continue;
    const std::string message(finding.at("message").as_string());
    const std::size_t begin = message.find('\'') + 1;
    const std::string example = message.substr(begin, message.find("' of ") - begin);
    found.insert(example);
    BOOST_TEST(known.contains(example), message);
  }
  for (const auto& [example, cause] : known) BOOST_TEST(found.contains(example), example << " passes: take it off the list (" << cause << ')');
}

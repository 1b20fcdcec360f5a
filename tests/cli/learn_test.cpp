// dossier learn and dossier test as a person calls them.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>
#include <array>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

namespace {

const std::string firms = R"(@prefix : <https://example.org/firms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Person a owl:Class ; rdfs:label "person"@en .
:Firm a owl:Class ; rdfs:label "firm"@en .
:founded a owl:ObjectProperty ; rdfs:label "founded"@en ; rdfs:domain :Person ; rdfs:range :Firm .
)";

std::string line(const std::string& text, const std::string& person, const std::string& firm, bool fact) {
  std::string result = "{\"text\":\"" + text + "\",\"asked\":[\"founded\"],\"facts\":[";
  if (fact) result += "{\"s\":\"" + person + "\",\"p\":\"founded\",\"o\":\"" + firm + "\"}";
  return result + "]}\n";
}

std::string lessons() {
  constexpr std::array<const char*, 6> people{"Anna Berg", "Tom Hansen", "Maria Lopez", "John Carter", "Eva Novak", "Peter Braun"};
  constexpr std::array<const char*, 6> houses{"Fjordline", "Northwind Energy", "Carter Foods", "Bluewater Group", "Novak Systems", "Braun Motors"};
  std::string all;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string p = people[i], f = houses[(i + 2) % houses.size()];
    all += line(p + " founded " + f + " in 1987.", p, f, true) + line(f + " was founded by " + p + " in Oslo.", p, f, true) +
           line(p + " left " + f + " in 1987.", p, f, false) + line(f + " was sued by " + p + " in Oslo.", p, f, false);
  }
  return all;
}

Outcome dossier_in(const Folder& folder, const std::vector<std::string>& arguments) {
  return run_dossier(arguments, {.in = {}, .out_file = {}, .environment = {}, .folder = folder.path()});
}

struct Taught {
  Folder folder;
  Taught() {
    folder.write("firms.ttl", firms);
    folder.write("marked.jsonl", lessons());
    folder.write("new.jsonl", line("Clara Stein founded Steinway Optics in 2001.", "Clara Stein", "Steinway Optics", true) +
                                  line("Clara Stein left Steinway Optics in 2001.", "Clara Stein", "Steinway Optics", false));
    const Outcome outcome = dossier_in(folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "-o", "learned.ttl"});
    BOOST_REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    BOOST_TEST(outcome.out.empty());
    BOOST_TEST(contains(outcome.err, "founded: 12 facts, 12 within reach"), outcome.err);
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(learned_cues_read_new_texts) {
  const Taught taught;
  const Outcome scored = dossier_in(taught.folder, {"test", "new.jsonl", "--ontology", "firms.ttl", "--ontology", "learned.ttl", "--json"});
  BOOST_REQUIRE_MESSAGE(scored.code == 0, scored.err);
  const auto rows = boost::json::parse(scored.out);
  BOOST_TEST(rows.at(0).at("property").as_string() == "founded");
  BOOST_TEST(rows.at(0).at("hits").to_number<int>() == 1);
  BOOST_TEST(rows.at(1).at("f1").to_number<double>() == 1.0);
}

BOOST_AUTO_TEST_CASE(build_reads_with_cues_and_why_says_so) {
  const Taught taught;
  BOOST_REQUIRE(dossier_in(taught.folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "--examples", "0", "-o", "learned.ttl"}).code == 0);
  taught.folder.write("a.txt", "Clara Stein founded Steinway Optics in 2001.\n");
  const Outcome built = dossier_in(taught.folder, {"build", "a.txt", "--ontology", "firms.ttl", "--ontology", "learned.ttl", "-g", "a.kg"});
  BOOST_REQUIRE_MESSAGE(built.code == 0, built.err);
  const Outcome facts = dossier_in(taught.folder, {"facts", "-g", "a.kg"});
  BOOST_TEST(contains(facts.out, "Clara Stein"), facts.out);
  BOOST_TEST(contains(facts.out, "Steinway Optics"), facts.out);
  const Outcome why = dossier_in(taught.folder, {"why", "Clara Stein", "founded", "Steinway Optics", "-g", "a.kg", "--ontology", "firms.ttl", "--ontology", "learned.ttl"});
  BOOST_TEST(why.code == 0, why.err);
  BOOST_TEST(contains(why.out, "learned cues"), why.out);
}

BOOST_AUTO_TEST_CASE(examples_come_out_of_the_labels) {
  const Taught taught;
  const Outcome learned = dossier_in(taught.folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "-q"});
  BOOST_TEST(contains(learned.out, "{subject} founded ["), learned.out.substr(0, 600));
  BOOST_TEST(contains(learned.out, ":exampleWeight \"0."), learned.out.substr(0, 600));
  BOOST_TEST(!contains(learned.out, "{subject} left ["));
  const Outcome lint = dossier_in(taught.folder, {"lint", "firms.ttl", "learned.ttl"});
  BOOST_TEST(contains(lint.err + lint.out, "0 errors"), lint.err + lint.out);
  taught.folder.write("a.txt", "Clara Stein founded Steinway Optics in 2001.\n");
  BOOST_REQUIRE(dossier_in(taught.folder, {"build", "a.txt", "--ontology", "firms.ttl", "--ontology", "learned.ttl", "-g", "a.kg"}).code == 0);
  const Outcome why = dossier_in(taught.folder, {"why", "Clara Stein", "founded", "Steinway Optics", "-g", "a.kg", "--ontology", "firms.ttl", "--ontology", "learned.ttl"});
  BOOST_TEST(contains(why.out, "{subject} founded ["), why.out + why.err);
}

BOOST_AUTO_TEST_CASE(what_is_learned_may_be_planned_or_denied) {
  const Taught taught;
  BOOST_REQUIRE(dossier_in(taught.folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "--examples", "0", "-o", "learned.ttl"}).code == 0);
  taught.folder.write("a.txt", "Clara Stein will have founded Steinway Optics in 1987. Hugo Falk has not founded Copper Lane in 1987.\n");
  BOOST_REQUIRE(dossier_in(taught.folder, {"build", "a.txt", "--ontology", "firms.ttl", "--ontology", "learned.ttl", "-g", "a.kg"}).code == 0);
  const Outcome facts = dossier_in(taught.folder, {"facts", "-g", "a.kg"});
  BOOST_TEST(contains(facts.out, "planned"), facts.out);
  BOOST_TEST(!contains(facts.out, "occurred"), facts.out);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_each_time) {
  const Taught taught;
  const Outcome once = dossier_in(taught.folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "-q"});
  const Outcome twice = dossier_in(taught.folder, {"learn", "marked.jsonl", "--ontology", "firms.ttl", "-q"});
  BOOST_TEST(once.out == twice.out);
  BOOST_TEST(contains(once.out, ":cue"), once.out.substr(0, 300));
}

BOOST_AUTO_TEST_CASE(a_reader_that_is_not_good_enough) {
  const Taught taught;
  const Outcome outcome = dossier_in(taught.folder, {"test", "new.jsonl", "--ontology", "firms.ttl", "--fail-under", "0.9"});
  BOOST_TEST(outcome.code == 1);  // no examples and nothing learned: nothing is read
  BOOST_TEST(contains(outcome.out, "0.000"), outcome.out);
}

BOOST_AUTO_TEST_CASE(bad_input) {
  const Folder folder;
  folder.write("firms.ttl", firms);
  folder.write("bad.jsonl", lessons() + "{\"text\": 5}\n");
  const Outcome bad = dossier_in(folder, {"learn", "bad.jsonl", "--ontology", "firms.ttl", "-o", "x.ttl"});
  BOOST_TEST(bad.code == 3);
  BOOST_TEST(contains(bad.err, "bad.jsonl:25"), bad.err);
  folder.write("other.jsonl", "{\"text\":\"Bo met Ann.\",\"facts\":[{\"s\":\"Bo\",\"p\":\"met\",\"o\":\"Ann\"}]}\n");
  const Outcome other = dossier_in(folder, {"learn", "other.jsonl", "--ontology", "firms.ttl"});
  BOOST_TEST(other.code == 3);
  BOOST_TEST(contains(other.err, "the ontology has no property 'met'"), other.err);
  folder.write("broken.ttl", firms + ":founded <https://w3id.org/dossier/public-affairs#cue> \"much on path found\" .\n");
  const Outcome weight = dossier_in(folder, {"ontology", "check", "broken.ttl"});
  BOOST_TEST(weight.code == 3);
  BOOST_TEST(contains(weight.err, "broken.ttl:7"), weight.err);
  BOOST_TEST(contains(weight.err, "does not begin with a number"), weight.err);
  BOOST_TEST(dossier_in(folder, {"test", "no-such.jsonl", "--ontology", "firms.ttl"}).code == 4);
}

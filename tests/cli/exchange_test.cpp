// The JSON lines that score.py and other programs read.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "tests/cli/run_program.h"
#include "tests/cli/sample.h"

using namespace dossier::cli::test;
namespace json = boost::json;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

struct Graph {
  Folder folder;
  std::string file = folder.write("sample.trig", sample_trig);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(exchange, Graph)

BOOST_AUTO_TEST_CASE(entities_and_facts_by_name) {
  const Outcome outcome = run_dossier({"facts", "-f", "jsonl", "--doc", "oslo", "-g", file});
  BOOST_TEST(outcome.code == 0);
  const auto all = lines(outcome.out);
  const std::vector<std::string> expected{
      R"({"doc":"oslo","entity":"Fisheries Agreement","type":"Agreement","aliases":[]})",
      R"({"doc":"oslo","entity":"Iceland","type":"Country","aliases":[]})",
      R"({"doc":"oslo","entity":"Kari Nordmann","type":"Person","aliases":["Minister Kari Nordmann"]})",
      R"({"doc":"oslo","entity":"Minister","type":"Position","aliases":[]})",
      R"({"doc":"oslo","entity":"Norway","type":"Country","aliases":["Kingdom of Norway"]})",
      R"({"doc":"oslo","entity":"Oslo Summit","type":"Event","aliases":[]})"};
  BOOST_REQUIRE(all.size() == 11);
  for (std::size_t i = 0; i < expected.size(); ++i) BOOST_TEST(all[i] == expected[i]);
  std::string facts;
  for (std::size_t i = expected.size(); i < all.size(); ++i) facts += all[i] + '\n';
  BOOST_TEST(contains(
      facts, R"({"doc":"oslo","s":"Norway","s_type":"Country","p":"hosted","o":"Oslo Summit","o_type":"Event",)"
             R"("evidence":"Minister Kari Nordmann said Norway will not host the summit.","modality":"denied",)"
             R"("factuality":"Denied","speaker":"Kari Nordmann","sentence":2,"id":"dddd4"})"));
  BOOST_TEST(contains(facts, R"("p":"signedOn","o":"2020-03-03","evidence":)"));
}

BOOST_AUTO_TEST_CASE(a_fact_has_one_line_in_each_document_that_states_it) {
  const Outcome outcome = run_dossier({"facts", "-f", "jsonl", "-g", file});
  std::size_t with_norway = 0, entities = 0, facts = 0;
  for (const std::string& line : lines(outcome.out)) {
    const json::value row = json::parse(line);
    (row.as_object().contains("entity") ? entities : facts) += 1;
    if (const auto* id = row.as_object().if_contains("id"); id != nullptr && id->as_string() == "aaaa1") ++with_norway;
  }
  BOOST_TEST(with_norway == 2);
  BOOST_TEST(entities == 10);
  BOOST_TEST(facts == 7);
}

BOOST_AUTO_TEST_CASE(export_gives_the_same_lines) {
  BOOST_TEST(run_dossier({"export", "-f", "jsonl", "-g", file}).out ==
             run_dossier({"facts", "-f", "jsonl", "-g", file}).out);
}

BOOST_AUTO_TEST_CASE(aliases_are_those_of_the_document) {
  const Outcome outcome = run_dossier({"facts", "-f", "jsonl", "--doc", "reykjavik", "-g", file});
  BOOST_TEST(contains(outcome.out, R"("entity":"Iceland","type":"Country","aliases":["Republic of Iceland"])"));
  BOOST_TEST(contains(outcome.out, R"("entity":"Norway","type":"Country","aliases":[])"));
}

BOOST_AUTO_TEST_CASE(modality_is_that_of_the_gold) {
  const Outcome outcome = run_dossier({"facts", "-f", "jsonl", "--doc", "reykjavik", "-g", file});
  BOOST_TEST(contains(outcome.out, R"("modality":"planned/pledged","factuality":"Planned")"));
  BOOST_TEST(contains(outcome.out, R"("modality":"asserted","factuality":"Occurred")"));
}

BOOST_AUTO_TEST_SUITE_END()

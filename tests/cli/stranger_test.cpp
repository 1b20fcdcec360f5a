// A domain that the program has never heard of: the facts of a page are those that a person would list.
#include <boost/test/unit_test.hpp>
#include <set>
#include <sstream>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

namespace {

const std::string museum = DOSSIER_SOURCE "/examples/museum/";

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string fact(const std::vector<std::string>& cells, std::size_t first) {
  return cells.at(first) + " | " + cells.at(first + 1) + " | " + cells.at(first + 2) + " | " + cells.at(first + 3);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_what_a_person_would_list) {
  std::set<std::string> expected;
  for (const std::string& line : lines_of(text_of(museum + "facts.tsv"))) expected.insert(fact(cells(line), 0));
  const std::size_t listed = expected.size();
  std::size_t missed = 0;
  for (const std::string& line : lines_of(text_of(museum + "known.tsv"))) {  // what is known to go wrong, each with its cause
    const auto known = cells(line);
    BOOST_REQUIRE_EQUAL(known.size(), 6U);
    BOOST_TEST((known[0] == "-" ? expected.erase(fact(known, 1)) : expected.insert(fact(known, 1)).second ? 1U : 0U) == 1U, line);
    missed += known[0] == "-" ? 1 : 0;
  }
  const Folder folder;
  const std::string graph = folder / "museum.kg";
  BOOST_REQUIRE(run_dossier({"-q", "build", museum + "loans.txt", "--ontology", museum + "museum.ttl", "-g", graph}).code == 0);
  std::set<std::string> found;
  const auto rows = lines_of(run_dossier({"facts", "-g", graph, "-f", "tsv"}).out);
  for (std::size_t i = 1; i < rows.size(); ++i) found.insert(fact(cells(rows[i]), 1));
  for (const std::string& each : expected) BOOST_TEST(found.contains(each), "not read: " << each);
  for (const std::string& each : found) BOOST_TEST(expected.contains(each), "read, and neither listed nor known: " << each);
  BOOST_TEST_MESSAGE(listed - missed << " of " << listed << " facts");
}

BOOST_AUTO_TEST_CASE(its_ontology_teaches_what_it_means_to) { BOOST_TEST(run_dossier({"lint", museum + "museum.ttl"}).code == 0); }

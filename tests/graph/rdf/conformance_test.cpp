// Runs the manifests of the W3C's RDF 1.1 test suites through our reader, which also reads the manifests.
// known_failures.txt beside this file lists what fails and why; a case that is listed and passes is an error.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier;
using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

const std::filesystem::path suites = std::filesystem::path(DOSSIER_SHARED) / "suites/w3c-rdf-tests/rdf/rdf11";
const std::string manifest_space = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

/// A manifest: for each node, the last object of each property.
using Manifest = std::map<std::string, std::map<std::string, std::string>>;

std::string text_of_term(const Term& term) { return std::string(TermView(term).text); }

std::vector<OwnedQuad> quads_of_file(const std::filesystem::path& file, const std::string& base) {
  ReadOptions options;
  options.syntax = *syntax_of(file);
  options.base = base;
  Collector collector;
  read_rdf_file(file, options, collector);
  return collector.quads;
}

Manifest manifest_of(const std::filesystem::path& folder, const std::string& base) {
  Manifest manifest;
  for (const OwnedQuad& quad : quads_of_file(folder / "manifest.ttl", base + "manifest.ttl"))
    manifest[text_of_term(quad.subject)][text_of_term(quad.predicate)] = text_of_term(quad.object);
  return manifest;
}

std::map<std::string, std::string> known_failures() {
  std::map<std::string, std::string> known;
  std::ifstream in(DOSSIER_KNOWN_FAILURES);
  BOOST_REQUIRE(in.is_open());
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    BOOST_REQUIRE_MESSAGE(space != std::string::npos, "no reason: " << line);
    known.emplace(line.substr(0, space), line.substr(space + 1));
  }
  return known;
}

class Suite {
 public:
  explicit Suite(const std::string& name)
      : name_(name), folder_(suites / name), base_("https://w3c.github.io/rdf-tests/rdf/rdf11/" + name + "/") {}

  void run() {
    if (!std::filesystem::exists(folder_ / "manifest.ttl")) {
      std::cout << "skipped: " << folder_.string() << " is not here\n";
      return;
    }
    const auto known = known_failures();
    std::size_t passed = 0, failed = 0;
    for (auto& [test, properties] : manifest_of(folder_, base_)) {
      const std::string type = properties["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"];
      if (type.find("rdftest#Test") == std::string::npos) continue;
      const std::string id = name_ + "/" + test.substr(test.rfind('#') + 1);
      const std::string problem = problem_of(type, properties);
      (problem.empty() ? passed : failed)++;
      if (known.contains(id))
        BOOST_CHECK_MESSAGE(!problem.empty(), id << " passes now: take it off known_failures.txt");
      else
        BOOST_CHECK_MESSAGE(problem.empty(), id << ": " << problem);
    }
    std::cout << name_ << ": " << passed << " passed, " << failed << " failed as known or not\n";
    BOOST_CHECK_GT(passed, 0U);
  }

 private:
  std::filesystem::path file(const std::string& iri) const { return folder_ / iri.substr(base_.size()); }

  /// What went wrong, or nothing.
  std::string problem_of(const std::string& type, std::map<std::string, std::string>& properties) const {
    const std::string action = properties[manifest_space + "action"];
    const bool negative = type.find("Negative") != std::string::npos;
    const bool evaluation = type.ends_with("Eval");
    std::vector<OwnedQuad> quads;
    try {
      quads = quads_of_file(file(action), action);
    } catch (const Error& error) {
      return negative ? "" : to_string(error.location()) + ": " + error.what();
    }
    if (negative) return "was read without an error";
    if (!evaluation) return "";
    const auto expected = quads_of_file(file(properties[manifest_space + "result"]), action);
    if (isomorphic(quads, expected)) return "";
    return "read:\n" + lines_of(quads) + "expected:\n" + lines_of(expected);
  }

  std::string name_;
  std::filesystem::path folder_;
  std::string base_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(ntriples) { Suite("rdf-n-triples").run(); }
BOOST_AUTO_TEST_CASE(nquads) { Suite("rdf-n-quads").run(); }
BOOST_AUTO_TEST_CASE(turtle_suite) { Suite("rdf-turtle").run(); }
BOOST_AUTO_TEST_CASE(trig) { Suite("rdf-trig").run(); }
BOOST_AUTO_TEST_CASE(rdfxml) { Suite("rdf-xml").run(); }

BOOST_AUTO_TEST_CASE(every_known_failure_names_a_suite) {
  for (const auto& [id, reason] : known_failures()) {
    BOOST_CHECK_MESSAGE(id.find('/') != std::string::npos, id);
    BOOST_CHECK_GT(reason.size(), 10U);
  }
}

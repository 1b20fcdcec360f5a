#include "graph/query/provenance.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::SampleBuilder;

namespace {

/// The quads as "kim headOf north-korea hanoi", sorted; what was sent twice would be missed, so they are counted too.
struct Lines final : QuadSink {
  std::set<std::string> lines;
  std::size_t count = 0;
  std::map<std::string, std::string> prefixes;

  void prefix(std::string_view name, std::string_view iri) override { prefixes[std::string(name)] = iri; }

  void quad(const QuadView& quad) override {
    const auto shorten = [](const TermView& term) {
      return std::string(term.is_literal() ? term.text : term.text.substr(term.text.find_last_of('/') + 1));
    };
    const auto relation = [](const TermView& term) { return std::string(local_name(term.text)); };
    lines.insert(shorten(quad.subject) + ' ' + relation(quad.predicate) + ' ' + shorten(quad.object) +
                 (quad.graph ? ' ' + shorten(*quad.graph) : ""));
    ++count;
  }

  [[nodiscard]] bool has(const std::string& line) const { return lines.contains(line); }
  /// How many of the subjects have the class.
  [[nodiscard]] std::size_t nodes(const std::string& type) const {
    std::set<std::string> subjects;
    for (const std::string& line : lines)
      if (line.find(" type public-affairs#" + type) != std::string::npos)
        subjects.insert(line.substr(0, line.find(' ')));
    return subjects.size();
  }
};

Lines sent(const Store& store, Provenance level) {
  Lines lines;
  send_with_provenance(store, level, lines);
  BOOST_CHECK_EQUAL(lines.count, lines.lines.size());
  return lines;
}

struct Sample {
  Store store = sample::sample_graph();
};

}  // namespace

BOOST_AUTO_TEST_CASE(names) {
  BOOST_CHECK(provenance_named("none") == Provenance::none);
  BOOST_CHECK(provenance_named("event") == Provenance::event);
  BOOST_CHECK(provenance_named("graph") == Provenance::graph);
  BOOST_CHECK(provenance_named("reify") == Provenance::reify);
  BOOST_CHECK(!provenance_named("star"));
}

BOOST_FIXTURE_TEST_CASE(reify_is_everything, Sample) {
  const Lines lines = sent(store, Provenance::reify);
  BOOST_CHECK_EQUAL(lines.count, store.size());
  BOOST_CHECK_EQUAL(lines.prefixes.size(), store.prefixes().all().size());
}

BOOST_FIXTURE_TEST_CASE(none_keeps_plain_triples_and_things, Sample) {
  const Lines lines = sent(store, Provenance::none);
  for (const auto* type : {"Fact", "Evidence", "Tenure"}) BOOST_CHECK_EQUAL(lines.nodes(type), 0U);
  for (const auto* type : {"Person", "State"}) BOOST_CHECK_EQUAL(lines.nodes(type), 3U);
  BOOST_CHECK_EQUAL(lines.nodes("Signing"), 1U);
  BOOST_CHECK_EQUAL(lines.nodes("Document"), 2U);
  BOOST_CHECK(lines.has("kim headOf north-korea hanoi"));
  BOOST_CHECK(lines.has("kim headOf north-korea briefing"));
  BOOST_CHECK(lines.has("south-korea pledged next-summit briefing"));
  BOOST_CHECK(lines.has("september actor north-korea hanoi"));
  BOOST_CHECK(!lines.has("hanoi-summit resultedIn deal hanoi"));
  for (const std::string& line : lines.lines) {
    BOOST_CHECK_MESSAGE(line.find(" evidence ") == std::string::npos, line);
    BOOST_CHECK_MESSAGE(line.find("#s") == std::string::npos, line);
  }
}

BOOST_FIXTURE_TEST_CASE(event_keeps_the_facts_that_are_not_plain, Sample) {
  const Lines lines = sent(store, Provenance::event);
  BOOST_CHECK_EQUAL(lines.nodes("Fact"), 3U);  // two planned, one denied
  BOOST_CHECK(lines.has("hanoi-summit.resultedIn.deal.Denied factuality public-affairs#Denied hanoi"));
  BOOST_CHECK(lines.has("hanoi-summit.resultedIn.deal.Denied evidence hanoi#s2 hanoi"));
  BOOST_CHECK(lines.has("south-korea pledged next-summit briefing"));
  BOOST_CHECK(lines.has("kim headOf north-korea hanoi"));
  BOOST_CHECK(lines.has("kim evidence hanoi#s1 hanoi"));
  BOOST_CHECK(lines.has("choi-vice-minister evidence briefing#s1 briefing"));
  BOOST_CHECK_EQUAL(lines.nodes("Evidence"), 6U);
}

BOOST_FIXTURE_TEST_CASE(graph_puts_plain_facts_into_the_graphs_of_their_sentences, Sample) {
  const Lines lines = sent(store, Provenance::graph);
  BOOST_CHECK(lines.has("kim headOf north-korea hanoi#s1"));
  BOOST_CHECK(lines.has("kim headOf north-korea briefing#s3"));
  BOOST_CHECK(!lines.has("kim headOf north-korea hanoi"));
  BOOST_CHECK(lines.has("south-korea pledged next-summit briefing#s2"));
  BOOST_CHECK(lines.has("kim name Kim Jong Un hanoi"));
  BOOST_CHECK_EQUAL(lines.nodes("Fact"), 3U);
  BOOST_CHECK_EQUAL(lines.nodes("Evidence"), 6U);
}

BOOST_AUTO_TEST_CASE(what_is_denied_beside_a_plain_fact_is_not_lost) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "A attacked B, which A denied.");
  b.fact("x/a", "attacked", "x/b");
  b.fact("x/a", "attacked", "x/b", {"Denied", "x/a", 0.9, false});
  b.fact("x/a", "pledged", "x/b", {"Pledged", "", 0.9, true});
  b.fact("x/a", "pledged", "x/b", {"Hypothetical", "", 0.9, false});
  const Store store = b.build();
  const Lines lines = sent(store, Provenance::event);
  BOOST_CHECK(lines.has("a attacked b d"));
  BOOST_CHECK(!lines.has("a.attacked.b.Occurred type public-affairs#Fact d"));
  BOOST_CHECK(lines.has("a.attacked.b.Denied type public-affairs#Fact d"));
  // Which of the two made the triple plain, only the ontology could tell: both stay.
  BOOST_CHECK(lines.has("a.pledged.b.Pledged type public-affairs#Fact d"));
  BOOST_CHECK(lines.has("a.pledged.b.Hypothetical type public-affairs#Fact d"));
}

BOOST_AUTO_TEST_CASE(evidence_of_plain_facts_alone_goes_with_them) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "A met B.");
  b.fact("x/a", "met", "x/b");
  b.sentence(2, "A visited B.");
  b.fact("x/a", "visited", "x/b");
  b.quad("statement/s", "pa:content", SampleBuilder::fact_iri("x/a", "visited", "x/b", "Occurred"));
  const Store store = b.build();
  const Lines event = sent(store, Provenance::event);
  BOOST_CHECK_EQUAL(event.nodes("Evidence"), 1U);  // a statement speaks of the second fact, which so stays a node
  BOOST_CHECK_EQUAL(event.nodes("Fact"), 1U);
  BOOST_CHECK(event.has("s content a.visited.b.Occurred d"));
  BOOST_CHECK(!sent(store, Provenance::none).has("s content a.visited.b.Occurred d"));
}

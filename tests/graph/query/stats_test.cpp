#include "graph/query/stats.h"

#include <boost/test/unit_test.hpp>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::SampleBuilder;

namespace {

std::string text_of(const Store& store, const std::vector<Count>& counts) {
  std::string line;
  for (const Count& count : counts)
    line += (line.empty() ? "" : " ") + std::string(local_name(store.term(count.what).text)) + ':' +
            std::to_string(count.number);
  return line;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_sample_counted) {
  const Store store = sample::sample_graph();
  const Statistics stats = statistics(store);
  BOOST_CHECK_EQUAL(stats.quads, store.size());
  BOOST_CHECK_EQUAL(stats.terms, store.term_count());
  BOOST_CHECK_EQUAL(stats.documents, 2U);
  BOOST_CHECK_EQUAL(stats.sentences, 6U);
  BOOST_CHECK_EQUAL(stats.facts, 19U);
  BOOST_CHECK_EQUAL(stats.fact_mentions, 20U);  // one of them twice
  BOOST_CHECK_EQUAL(stats.events, 4U);          // a briefing, two summits and a signing
  BOOST_CHECK_EQUAL(stats.mentions, 19U);
  BOOST_CHECK_EQUAL(text_of(store, stats.entities_by_class),
                    "Person:3 State:3 Agreement:2 Place:2 Summit:2 Event:1 Post:1 Signing:1 Tenure:1");
  BOOST_CHECK_EQUAL(stats.entities, 16U);
  BOOST_CHECK_EQUAL(
      text_of(store, stats.facts_by_predicate),
      "participatedIn:4 heldOn:3 between:2 headOf:2 heldIn:2 holdsPosition:1 met:1 pledged:1 represents:1 "
      "resultedIn:1 signedOn:1");
  BOOST_CHECK_EQUAL(text_of(store, stats.facts_by_factuality), "Occurred:15 Planned:2 Denied:1 Pledged:1");
}

BOOST_AUTO_TEST_CASE(nothing_counted) {
  const Store store = Builder().build();
  const Statistics stats = statistics(store);
  BOOST_CHECK_EQUAL(stats.quads + stats.terms + stats.documents + stats.facts + stats.entities + stats.events, 0U);
  BOOST_CHECK(stats.entities_by_class.empty() && stats.facts_by_factuality.empty());
}

BOOST_AUTO_TEST_CASE(classes_of_the_users_own_are_events_when_the_store_says_so) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.quad("class/Parade", "rdfs:subClassOf", "pa:MilitaryActivity");
  b.quad("class/Parade", "rdf:type", "owl:Class");
  b.quad("class/NightParade", "rdfs:subClassOf", "class/Parade");
  b.quad("event/p", "rdf:type", "class/NightParade");
  b.quad("document/law", "rdf:type", "pa:Document");  // spoken of, not read
  const Store store = b.build();
  const Statistics stats = statistics(store);
  BOOST_CHECK_EQUAL(stats.events, 1U);
  BOOST_CHECK_EQUAL(stats.documents, 1U);
  BOOST_CHECK_EQUAL(text_of(store, stats.entities_by_class), "NightParade:1 Document:1");
}

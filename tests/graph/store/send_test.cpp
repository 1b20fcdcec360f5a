#include "graph/store/send.h"

#include <boost/test/unit_test.hpp>

#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

/// Writes down what it is told.
struct Recorder final : QuadSink {
  void prefix(std::string_view name, std::string_view iri) override {
    BOOST_CHECK(quads.empty());  // prefixes come first
    prefixes.declare(name, iri);
  }
  void quad(const QuadView& quad) override {
    OwnedQuad one{quad.subject.own(), quad.predicate.own(), quad.object.own(), {}};
    if (quad.graph) one.graph = quad.graph->own();
    quads.push_back(std::move(one));
  }
  Prefixes prefixes;
  std::vector<OwnedQuad> quads;
};

}  // namespace

BOOST_AUTO_TEST_CASE(sends_everything_in_order) {
  const Store store = store_of(random_quads({}));
  Recorder recorder;
  send(store, recorder);
  BOOST_CHECK(recorder.quads == owned(store, store.quads()));
  BOOST_CHECK(recorder.prefixes.all() == store.prefixes().all());
}

BOOST_AUTO_TEST_CASE(sends_one_graph) {
  const Store store = store_of(random_quads({}));
  std::size_t sent = 0;
  for (const auto& [graph, quads] : store.graph_counts()) {
    Recorder recorder;
    send(store, recorder, graph);
    BOOST_CHECK_EQUAL(recorder.quads.size(), quads);
    BOOST_CHECK(recorder.quads == owned(store, store.match({any, any, any, graph})));
    sent += quads;
  }
  BOOST_CHECK_EQUAL(sent, store.size());
}

BOOST_AUTO_TEST_CASE(what_is_sent_to_a_builder_is_the_same_store) {
  const Store store = store_of(random_quads({}));
  Builder builder;
  send(store, builder);
  const Store again = builder.build();
  BOOST_CHECK(std::ranges::equal(again.quads(), store.quads()));
  BOOST_CHECK(again.prefixes().all() == store.prefixes().all());
}

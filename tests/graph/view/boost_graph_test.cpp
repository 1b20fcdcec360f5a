#include "graph/view/boost_graph.h"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/range/iterator_range.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <iterator>
#include <vector>

#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

// The store is a Boost.Graph as it stands.
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<View, TermId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Walk>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Walk>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Walk>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Walk, TermId, boost::vertex_index_t>));

namespace {

/// a -> b -> c -> a, c -> d.
Store ring_with_tail() {
  return store_of({{iri("a"), iri("p"), iri("b"), {}},
                   {iri("b"), iri("p"), iri("c"), {}},
                   {iri("c"), iri("p"), iri("a"), {}},
                   {iri("c"), iri("q"), iri("d"), {}},
                   {iri("d"), iri("q"), Literal("text"), {}}});
}

TermId id(const Store& store, const char* name) { return *store.find(TermView(iri(name))); }

}  // namespace

BOOST_AUTO_TEST_CASE(strong_components_run_on_the_store) {
  const Store store = ring_with_tail();
  const View view(store);
  std::vector<int> component(num_vertices(view));
  const auto map = boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, view));
  BOOST_CHECK_EQUAL(boost::strong_components(view, map), 2);
  BOOST_CHECK_EQUAL(map[id(store, "a")], map[id(store, "c")]);
  BOOST_CHECK_NE(map[id(store, "a")], map[id(store, "d")]);
}

BOOST_AUTO_TEST_CASE(topological_sort_refuses_the_ring_and_sorts_without_it) {
  const Store store = ring_with_tail();
  std::vector<TermId> order;
  const View whole(store);
  BOOST_CHECK_THROW(boost::topological_sort(whole, std::back_inserter(order)), boost::not_a_dag);
  order.clear();
  const View view(store, EdgeFilter::only({id(store, "q")}));
  boost::topological_sort(view, std::back_inserter(order));
  BOOST_CHECK(std::ranges::find(order, id(store, "d")) < std::ranges::find(order, id(store, "c")));
}

BOOST_AUTO_TEST_CASE(counts_and_neighbours) {
  const Store store = ring_with_tail();
  const View view(store);
  const TermId c = id(store, "c");
  BOOST_CHECK_EQUAL(num_vertices(view), 4U);
  BOOST_CHECK_EQUAL(num_edges(view), 4U);
  BOOST_CHECK_EQUAL(out_degree(c, view), 2U);
  BOOST_CHECK_EQUAL(in_degree(c, view), 1U);
  BOOST_CHECK_EQUAL(degree(c, view), 3U);
  const auto [first, last] = adjacent_vertices(c, view);
  BOOST_CHECK((std::vector<TermId>(first, last) == std::vector{id(store, "a"), id(store, "d")}));
}

BOOST_AUTO_TEST_CASE(adaptors_of_boost_take_it) {
  const Store store = ring_with_tail();
  const View view(store);
  const TermId hidden = id(store, "c");
  const std::function<bool(TermId)> shown = [=](TermId vertex) { return vertex != hidden; };
  const boost::filtered_graph<View, boost::keep_all, std::function<bool(TermId)>> rest(view, boost::keep_all(), shown);
  std::size_t seen = 0;
  for (const TermId vertex : boost::make_iterator_range(vertices(rest))) seen += 1 + out_degree(vertex, rest);
  BOOST_CHECK_EQUAL(seen, 3U + 1U);  // a, b, d, and a -> b
}

#include "graph/view/view.h"

#include <boost/test/unit_test.hpp>
#include <iterator>
#include <ranges>
#include <set>

#include "graph/view/walk.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

static_assert(std::ranges::forward_range<EdgeRange> && std::ranges::forward_range<VertexRange>);
static_assert(std::ranges::forward_range<StepRange>);

namespace {

/// The edges by looking at every quad.
std::set<Triple> edges_of(const Store& store, const EdgeFilter& filter) {
  std::set<Triple> edges;
  for (const Quad& quad : store.quads())
    if (!store.term(quad.object).is_literal() && filter(quad.predicate)) edges.insert(quad.triple());
  return edges;
}

std::set<TermId> vertices_of(const Store& store) {
  std::set<TermId> vertices;
  for (const Quad& quad : store.quads()) {
    vertices.insert(quad.subject);
    if (!store.term(quad.object).is_literal()) vertices.insert(quad.object);
  }
  return vertices;
}

void check_view(const Store& store, const EdgeFilter& filter) {
  const View view(store, filter);
  const std::set<Triple> edges = edges_of(store, filter);
  const std::set<TermId> vertices = vertices_of(store);
  BOOST_CHECK(std::ranges::equal(view.edges(), edges));
  BOOST_CHECK(std::ranges::equal(view.vertices(), vertices));
  BOOST_CHECK_EQUAL(view.vertex_count(), vertices.size());
  std::size_t index = 0;
  for (const TermId vertex : vertices) BOOST_CHECK_EQUAL(view.index(vertex), index++);
  for (std::uint32_t id = 0; id <= store.term_count() + 200; ++id) {
    const TermId vertex{id};
    BOOST_CHECK_EQUAL(view.is_vertex(vertex), vertices.contains(vertex));
    auto out = std::views::filter(edges, [=](const Triple& edge) { return edge.subject == vertex; });
    auto in = std::views::filter(edges, [=](const Triple& edge) { return edge.object == vertex; });
    BOOST_CHECK(std::ranges::equal(view.out_edges(vertex), out));
    BOOST_CHECK(std::ranges::equal(view.in_edges(vertex), in));
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(sees_what_a_scan_sees) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Store store = store_of(random_quads({.seed = seed, .quads = 400, .subjects = 150}));
    const TermId p0 = *store.find(TermView(iri("p0"))), p3 = *store.find(TermView(iri("p3")));
    for (const EdgeFilter& filter :
         {EdgeFilter(), EdgeFilter::only({p3, p0}), EdgeFilter::except({p3, p0}), EdgeFilter::only({})})
      check_view(store, filter);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_store_has_no_vertices) { check_view(Builder().build(), {}); }

BOOST_AUTO_TEST_CASE(what_several_graphs_state_is_one_edge) {
  const Store store = store_of({{iri("a"), iri("p"), iri("b"), iri("g1")},
                                {iri("a"), iri("p"), iri("b"), iri("g2")},
                                {iri("a"), iri("q"), iri("b"), {}},
                                {iri("a"), iri("p"), Literal("b"), {}}});
  const View view(store);
  const TermId a = *store.find(TermView(iri("a"))), b = *store.find(TermView(iri("b")));
  BOOST_CHECK_EQUAL(std::ranges::distance(view.edges()), 2);
  BOOST_CHECK_EQUAL(std::ranges::distance(view.out_edges(a)), 2);
  BOOST_CHECK_EQUAL(std::ranges::distance(view.in_edges(b)), 2);
  BOOST_CHECK((std::vector<TermId>(view.vertices().begin(), view.vertices().end()) == std::vector{a, b}));
}

BOOST_AUTO_TEST_CASE(a_walk_goes_forward_then_backward_and_round_a_loop_once) {
  const Store store = store_of(
      {{iri("a"), iri("p"), iri("b"), {}}, {iri("c"), iri("p"), iri("a"), {}}, {iri("a"), iri("q"), iri("a"), {}}});
  const View view(store);
  const auto id = [&store](const char* name) { return *store.find(TermView(iri(name))); };
  const PathStep to_b{{id("a"), id("p"), id("b")}, true}, loop{{id("a"), id("q"), id("a")}, true};
  const PathStep to_c{{id("c"), id("p"), id("a")}, false};
  BOOST_CHECK(std::ranges::equal(Walk(view, false).steps(id("a")), std::vector{to_b, loop}));
  BOOST_CHECK(std::ranges::equal(Walk(view, true).steps(id("a")), std::vector{to_b, loop, to_c}));
  BOOST_CHECK(to_c.from() == id("a") && to_c.to() == id("c"));
}

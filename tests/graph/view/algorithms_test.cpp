#include "graph/view/algorithms.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "graph/view/view.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

constexpr std::size_t unreachable = 1'000'000;

/// A graph as a table of neighbours, for the slow but simple ways to the same answers.
struct Plain {
  std::vector<TermId> vertices;
  std::map<TermId, std::vector<TermId>> next;

  Plain(const Store& store, const EdgeFilter& filter, bool undirected) {
    std::set<TermId> known;
    std::set<Triple> edges;
    for (const Quad& quad : store.quads()) {
      known.insert(quad.subject);
      if (store.term(quad.object).is_literal()) continue;
      known.insert(quad.object);
      if (filter(quad.predicate)) edges.insert(quad.triple());
    }
    vertices.assign(known.begin(), known.end());
    for (const Triple& edge : edges) {
      next[edge.subject].push_back(edge.object);
      if (undirected && edge.subject != edge.object) next[edge.object].push_back(edge.subject);
    }
  }

  /// Floyd and Warshall: the length of a shortest path between any two.
  [[nodiscard]] std::map<std::pair<TermId, TermId>, std::size_t> distances() const {
    std::map<std::pair<TermId, TermId>, std::size_t> far;
    for (const TermId a : vertices)
      for (const TermId b : vertices) far[{a, b}] = a == b ? 0 : unreachable;
    for (const auto& [a, neighbours] : next)
      for (const TermId b : neighbours)
        if (a != b) far[{a, b}] = 1;
    for (const TermId via : vertices)
      for (const TermId a : vertices)
        for (const TermId b : vertices) far[{a, b}] = std::min(far[{a, b}], far[{a, via}] + far[{via, b}]);
    return far;
  }

  /// Power iteration by the book, with what reaches a dead end spread over all.
  [[nodiscard]] std::map<TermId, double> ranks(double damping) const {
    const auto n = static_cast<double>(vertices.size());
    std::map<TermId, double> ranks;
    for (const TermId vertex : vertices) ranks[vertex] = 1 / n;
    for (int round = 0; round < 400; ++round) {
      std::map<TermId, double> arriving;
      double lost = 0;
      for (const TermId vertex : vertices) {
        const auto found = next.find(vertex);
        if (found == next.end())
          lost += ranks[vertex];
        else
          for (const TermId neighbour : found->second)
            arriving[neighbour] += ranks[vertex] / static_cast<double>(found->second.size());
      }
      for (const TermId vertex : vertices) ranks[vertex] = (1 - damping) / n + damping * (arriving[vertex] + lost / n);
    }
    return ranks;
  }
};

std::vector<Recipe> recipes() {
  std::vector<Recipe> all;
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    all.push_back({.seed = seed, .quads = 20, .subjects = 16});
    all.push_back({.seed = seed, .quads = 60, .subjects = 30});
    all.push_back({.seed = seed, .quads = 200, .subjects = 30});
  }
  return all;
}

/// Whether the path leads over edges of the store from one to the other.
void check_path(const Store& store, const std::vector<PathStep>& path, TermId from, TermId to,
                const PathOptions& options) {
  TermId at = from;
  for (const PathStep& step : path) {
    BOOST_CHECK(step.from() == at && options.filter(step.triple.predicate) && (step.forward || options.undirected));
    BOOST_CHECK(!store.match({step.triple.subject, step.triple.predicate, step.triple.object, any}).empty());
    at = step.to();
  }
  BOOST_CHECK(at == to);
}

void check_paths(const Store& store, const PathOptions& options) {
  const Plain plain(store, options.filter, options.undirected);
  for (const auto& [ends, distance] : plain.distances()) {
    const auto path = shortest_path(store, ends.first, ends.second, options);
    BOOST_CHECK_EQUAL(path.has_value(), distance <= options.max_length && distance != unreachable);
    if (!path) continue;
    BOOST_CHECK_EQUAL(path->size(), distance);
    check_path(store, *path, ends.first, ends.second, options);
  }
}

TermId id(const Store& store, const char* name) { return *store.find(TermView(iri(name))); }

}  // namespace

BOOST_AUTO_TEST_CASE(paths_are_shortest) {
  for (const Recipe& recipe : recipes()) {
    const Store store = store_of(random_quads(recipe));
    const EdgeFilter filter = EdgeFilter::except({id(store, "p0")});
    check_paths(store, {});
    check_paths(store, {.undirected = true, .filter = filter});
    check_paths(store, {.undirected = true, .max_length = 2});
    check_paths(store, {.max_length = 0});
  }
}

BOOST_AUTO_TEST_CASE(of_two_shortest_paths_the_first_in_order) {
  const Store store = store_of({{iri("a"), iri("q"), iri("m1"), {}},
                                {iri("m1"), iri("p"), iri("z"), {}},
                                {iri("a"), iri("p"), iri("m2"), {}},
                                {iri("m2"), iri("p"), iri("z"), {}},
                                {iri("a"), iri("p"), Literal("z"), {}}});
  const auto path = shortest_path(store, id(store, "a"), id(store, "z"));
  BOOST_REQUIRE(path && path->size() == 2);
  BOOST_CHECK((path->front() == PathStep{{id(store, "a"), id(store, "p"), id(store, "m2")}, true}));
  BOOST_CHECK(!shortest_path(store, id(store, "z"), id(store, "a")));
  const auto back = shortest_path(store, id(store, "z"), id(store, "a"), {.undirected = true});
  BOOST_REQUIRE(back && back->size() == 2);
  BOOST_CHECK((back->front() == PathStep{{id(store, "m1"), id(store, "p"), id(store, "z")}, false}));
}

BOOST_AUTO_TEST_CASE(no_path_to_what_is_no_vertex) {
  const Store store = store_of({{iri("a"), iri("p"), Literal("x"), {}}});
  const TermId a = id(store, "a"), p = id(store, "p"), literal = *store.find(TermView::literal("x"));
  BOOST_CHECK(shortest_path(store, a, a)->empty());
  for (const TermId other : {p, literal, no_term, TermId{77}}) {
    BOOST_CHECK(!shortest_path(store, a, other, {.undirected = true}));
    BOOST_CHECK(!shortest_path(store, other, a, {.undirected = true}));
    BOOST_CHECK((degree(store, other) == Degree{other, 0, 0}));
  }
}

BOOST_AUTO_TEST_CASE(components_are_what_is_reachable_both_ways) {
  for (const Recipe& recipe : recipes()) {
    const Store store = store_of(random_quads(recipe));
    const EdgeFilter filter = EdgeFilter::only({id(store, "p0")});
    const Plain plain(store, filter, true);
    auto distances = plain.distances();
    std::vector<std::vector<TermId>> expected;
    std::set<TermId> done;
    for (const TermId a : plain.vertices) {
      if (done.contains(a)) continue;
      expected.emplace_back();
      for (const TermId b : plain.vertices)
        if (distances[{a, b}] != unreachable) expected.back().push_back(b), done.insert(b);
    }
    std::ranges::stable_sort(expected, std::greater<>(), &std::vector<TermId>::size);
    BOOST_CHECK(connected_components(store, filter) == expected);
  }
}

BOOST_AUTO_TEST_CASE(degrees_count_edges) {
  for (const Recipe& recipe : recipes()) {
    const Store store = store_of(random_quads(recipe));
    const EdgeFilter filter = EdgeFilter::except({id(store, "p1")});
    const View view(store, filter);
    const std::vector<Degree> all = degrees(store, filter);
    BOOST_REQUIRE_EQUAL(all.size(), view.vertex_count());
    for (const Degree& one : all) {
      BOOST_CHECK(degree(store, one.vertex, filter) == one);
      const auto from = std::ranges::count(view.edges(), one.vertex, &Triple::subject);
      const auto to = std::ranges::count(view.edges(), one.vertex, &Triple::object);
      BOOST_CHECK_EQUAL(one.out, static_cast<std::size_t>(from));
      BOOST_CHECK_EQUAL(one.in, static_cast<std::size_t>(to));
    }
  }
}

BOOST_AUTO_TEST_CASE(page_ranks_are_those_of_the_book) {
  for (const Recipe& recipe : recipes()) {
    const Store store = store_of(random_quads(recipe));
    for (const bool undirected : {false, true}) {
      const EdgeFilter filter = EdgeFilter::except({id(store, "p0")});
      const auto expected = Plain(store, filter, undirected).ranks(0.85);
      const auto ranks = page_rank(store, {.undirected = undirected, .filter = filter});
      BOOST_REQUIRE_EQUAL(ranks.size(), expected.size());
      double sum = 0;
      for (const auto& [vertex, rank] : ranks) {
        BOOST_CHECK_SMALL(rank - expected.at(vertex), 1e-7);
        sum += rank;
      }
      BOOST_CHECK_CLOSE(sum, 1.0, 1e-9);
      BOOST_CHECK(std::ranges::is_sorted(ranks, std::greater<>(), &std::pair<TermId, double>::second));
      BOOST_CHECK(page_rank(store, {.undirected = undirected, .filter = filter}) == ranks);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_store_has_empty_answers) {
  const Store store = Builder().build();
  BOOST_CHECK(connected_components(store).empty());
  BOOST_CHECK(degrees(store).empty());
  BOOST_CHECK(page_rank(store).empty());
  BOOST_CHECK(!shortest_path(store, TermId{1}, TermId{1}));
}

#include "graph/store/store.h"

#include <boost/test/unit_test.hpp>
#include <iterator>
#include <ranges>
#include <type_traits>

#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

static_assert(std::forward_iterator<Matches::Iterator>);
static_assert(std::ranges::forward_range<Matches> && std::ranges::sized_range<Matches>);
static_assert(std::is_nothrow_move_constructible_v<Store> && !std::is_copy_constructible_v<Store>);

namespace {

bool fits(const Pattern& pattern, const Quad& quad) {
  return (!pattern.subject || *pattern.subject == quad.subject) &&
         (!pattern.predicate || *pattern.predicate == quad.predicate) &&
         (!pattern.object || *pattern.object == quad.object) && (!pattern.graph || *pattern.graph == quad.graph);
}

std::vector<Quad> scan(const std::vector<Quad>& all, const Pattern& pattern) {
  std::vector<Quad> found;
  std::ranges::copy_if(all, std::back_inserter(found), [&](const Quad& quad) { return fits(pattern, quad); });
  return found;
}

/// The pattern that has the positions of `mask` from `quad`.
Pattern masked(const Quad& quad, unsigned mask) {
  Pattern pattern;
  if ((mask & 8U) != 0) pattern.subject = quad.subject;
  if ((mask & 4U) != 0) pattern.predicate = quad.predicate;
  if ((mask & 2U) != 0) pattern.object = quad.object;
  if ((mask & 1U) != 0) pattern.graph = quad.graph;
  return pattern;
}

std::vector<Quad> in_order(const Matches& matches) {
  std::vector<Quad> quads(matches.begin(), matches.end());
  BOOST_CHECK_EQUAL(quads.size(), matches.size());
  BOOST_CHECK_EQUAL(matches.empty(), quads.empty());
  for (std::size_t i = 0; i < quads.size(); ++i) BOOST_CHECK(matches[i] == quads[i]);
  std::ranges::sort(quads);
  return quads;
}

void check_all_patterns(const Store& store, int rounds = 200) {
  const std::vector<Quad> all(store.quads().begin(), store.quads().end());
  BOOST_REQUIRE(std::ranges::is_sorted(all));
  std::mt19937 random(7);
  const auto terms = static_cast<std::uint32_t>(store.term_count());
  for (int round = 0; round < rounds; ++round) {
    Quad quad = all[random() % all.size()];
    // Now and then positions that do not go together, and numbers that nobody has.
    if (round % 4 == 1) quad.subject = all[random() % all.size()].subject;
    if (round % 4 == 2) quad.object = TermId{static_cast<std::uint32_t>(random() % (terms + 3))};
    if (round % 4 == 3) quad.graph = TermId{static_cast<std::uint32_t>(random() % (terms + 3))};
    if (round % 16 == 5) quad.predicate = TermId{static_cast<std::uint32_t>(random() % (terms + 3))};
    if (round % 16 == 9) quad.subject = TermId{static_cast<std::uint32_t>(random() % (terms + 3))};
    for (unsigned mask = 0; mask < 16; ++mask) {
      const Pattern pattern = masked(quad, mask);
      BOOST_CHECK_MESSAGE(in_order(store.match(pattern)) == scan(all, pattern), "mask " << mask << ", round " << round);
    }
    BOOST_CHECK_EQUAL(store.contains(quad), std::ranges::find(all, quad) != all.end());
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_pattern_finds_what_a_scan_finds) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) check_all_patterns(store_of(random_quads({.seed = seed})));
}

BOOST_AUTO_TEST_CASE(every_pattern_in_a_store_of_one_graph) {
  check_all_patterns(store_of(random_quads({.seed = 3, .graphs = 1})));
  auto quads = random_quads({.seed = 4});
  for (auto& quad : quads) quad.graph = iri("document/only");
  const Store store = store_of(quads);
  check_all_patterns(store);
  BOOST_CHECK(store.match({any, any, any, no_term}).empty());
}

BOOST_AUTO_TEST_CASE(every_pattern_in_a_store_that_was_built_on_two_threads) {
  check_all_patterns(store_of(random_quads({.seed = 5, .quads = 60'000, .subjects = 9'000, .graphs = 300})), 8);
}

BOOST_AUTO_TEST_CASE(matches_come_in_the_order_of_their_index) {
  const Store store = store_of(random_quads({}));
  const Quad some = store.quads()[42];
  const auto by = [](auto... positions) {
    return [=](const Quad& a, const Quad& b) { return std::tie(a.*positions...) < std::tie(b.*positions...); };
  };
  const auto s = &Quad::subject, p = &Quad::predicate, o = &Quad::object, g = &Quad::graph;
  BOOST_CHECK(std::ranges::is_sorted(store.match({some.subject, any, any, any}), by(s, p, o, g)));
  BOOST_CHECK(std::ranges::is_sorted(store.match({any, some.predicate, any, any}), by(p, o, s, g)));
  BOOST_CHECK(std::ranges::is_sorted(store.match({any, any, some.object, any}), by(o, s, p, g)));
  BOOST_CHECK(std::ranges::is_sorted(store.match({any, any, any, some.graph}), by(g, s, p, o)));
  BOOST_CHECK(std::ranges::is_sorted(store.match({any, some.predicate, any, some.graph}), by(g, p, o, s)));
  BOOST_CHECK(std::ranges::is_sorted(store.match({any, any, some.object, some.graph}), by(g, o, s, p)));
}

BOOST_AUTO_TEST_CASE(terms_are_numbered_in_their_order_and_found) {
  const Store store = store_of(random_quads({}));
  for (std::uint32_t id = 1; id <= store.term_count(); ++id) {
    const TermView term = store.term(TermId{id});
    BOOST_CHECK(store.find(term) == TermId{id});
    BOOST_CHECK(store.kind(TermId{id}) == term.kind);
    if (id > 1) BOOST_CHECK(store.term(TermId{id - 1}) < term);
  }
  BOOST_CHECK(!store.find(TermView::iri("https://example.org/")));
  BOOST_CHECK(!store.find(TermView::iri("zzz")));
  BOOST_CHECK(!store.find(TermView::blank("https://example.org/p0")));
  BOOST_CHECK(!store.find(TermView::tagged("0", "fr")));
  BOOST_CHECK(!store.find(TermView::literal("")));
}

BOOST_AUTO_TEST_CASE(graphs_and_counts) {
  const Store store = store_of({{iri("a"), iri("p"), iri("b"), {}},
                                {iri("a"), iri("p"), iri("b"), iri("g2")},
                                {iri("a"), iri("p"), iri("b"), iri("g1")},
                                {iri("a"), iri("q"), Literal("x"), iri("g1")}});
  const auto id = [&store](const char* name) { return *store.find(TermView(iri(name))); };
  BOOST_CHECK((store.graphs() == std::vector{id("g1"), id("g2")}));
  BOOST_CHECK((store.graph_counts() == std::vector<TermCount>{{no_term, 1}, {id("g1"), 2}, {id("g2"), 1}}));
  BOOST_CHECK((store.predicate_counts() == std::vector<TermCount>{{id("p"), 3}, {id("q"), 1}}));
}

BOOST_AUTO_TEST_CASE(an_empty_store_answers) {
  const Store store = Builder().build();
  BOOST_CHECK_EQUAL(store.size(), 0U);
  BOOST_CHECK_EQUAL(store.term_count(), 0U);
  BOOST_CHECK(!store.find(TermView::iri("a")) && !store.find(TermView::literal("a")) &&
              !store.find(TermView::blank("a")));
  BOOST_CHECK(store.graphs().empty() && store.graph_counts().empty() && store.predicate_counts().empty());
  for (unsigned mask = 0; mask < 16; ++mask)
    for (const std::uint32_t id : {0U, 1U, 7U})
      BOOST_CHECK(store.match(masked({TermId{id}, TermId{id}, TermId{id}, TermId{id}}, mask)).empty());
}

BOOST_AUTO_TEST_CASE(what_was_borrowed_stays_good_when_the_store_moves) {
  Store store = store_of(random_quads({}));
  const Matches matches = store.quads();
  const std::vector<OwnedQuad> before = owned(store, matches);
  const TermView term = store.term(TermId{1});
  const std::string text(term.text);
  const Store moved = std::move(store);
  BOOST_CHECK(owned(moved, matches) == before);
  BOOST_CHECK_EQUAL(term.text, text);
}

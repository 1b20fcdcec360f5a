#include "graph/store/term_order.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

void check_order(const std::vector<Term>& terms) {
  Dictionary dictionary;
  for (const Term& term : terms) dictionary.intern(term);
  const std::set<Term> expected(terms.begin(), terms.end());
  const std::vector<TermId> sorted = sorted_terms(dictionary);
  BOOST_REQUIRE_EQUAL(sorted.size(), expected.size());
  auto next = expected.begin();
  for (const TermId id : sorted)
    BOOST_CHECK_MESSAGE(dictionary.term(id) == TermView(*next++), to_ntriples(dictionary.term(id)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(kinds_then_texts_then_types) {
  check_order({Literal("b"), Literal::tagged("b", "en"), BlankNode{"b"}, Iri{"b"}, Literal::tagged("b", "de"),
               Literal::typed("b", "https://example.org/type"), Literal("a"), Iri{"a"}, BlankNode{"a"}, Literal("")});
  check_order({});
  check_order({Iri{"only"}});
}

BOOST_AUTO_TEST_CASE(texts_that_share_their_beginning_end_anywhere_and_hold_any_byte) {
  std::mt19937 random(11);
  std::vector<Term> terms;
  for (int i = 0; i < 5'000; ++i) {
    std::string text(random() % 3 == 0 ? "" : "https://example.org/a/long/common/beginning/");
    // Few letters, zero and the largest byte among them, so that many are alike for long.
    for (std::size_t length = random() % 24; length > 0; --length) text += "ab\0\xFF"[random() % 4];
    switch (random() % 4) {
      case 0:
        terms.emplace_back(BlankNode{text});
        break;
      case 1:
        terms.emplace_back(Literal::tagged(text, random() % 2 == 0 ? "en" : "ko"));
        break;
      default:
        terms.emplace_back(Iri{text});
    }
  }
  check_order(terms);
  // Sorted already, and sorted but for a few at the end.
  std::ranges::sort(terms);
  check_order(terms);
  for (int i = 0; i < 50; ++i) terms.emplace_back(Iri{"https://example.org/late/" + std::to_string(random())});
  check_order(terms);
}

BOOST_AUTO_TEST_CASE(very_many_alike) {
  std::vector<Term> terms;
  for (int i = 0; i < 30'000; ++i) terms.push_back(iri("document/2019-09-18/sentence/" + std::to_string(i)));
  for (int i = 0; i < 30'000; ++i)
    terms.emplace_back(Literal(std::string(static_cast<std::size_t>(i % 300), 'x') + std::to_string(i)));
  check_order(terms);
}

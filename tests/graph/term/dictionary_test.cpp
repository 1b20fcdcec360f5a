#include "graph/term/dictionary.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace dossier::graph;

BOOST_AUTO_TEST_CASE(one_number_a_term) {
  Dictionary terms;
  const TermId a = terms.intern(TermView::iri("https://example.org/a"));
  BOOST_CHECK(a == TermId{1});
  BOOST_CHECK(terms.intern(TermView::iri("https://example.org/a")) == a);
  BOOST_CHECK(terms.intern(TermView::blank("https://example.org/a")) != a);
  BOOST_CHECK_EQUAL(terms.size(), 2U);
}

BOOST_AUTO_TEST_CASE(literals_differ_by_datatype_and_language) {
  Dictionary terms;
  const auto plain = terms.intern(TermView::literal("1"));
  const auto typed = terms.intern(TermView::typed("1", "http://www.w3.org/2001/XMLSchema#integer"));
  const auto tagged = terms.intern(TermView::tagged("1", "en"));
  BOOST_CHECK(plain != typed && typed != tagged && plain != tagged);
  BOOST_CHECK_EQUAL(to_ntriples(terms.term(tagged)), "\"1\"@en");
  BOOST_CHECK_EQUAL(to_ntriples(terms.term(typed)), "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>");
}

BOOST_AUTO_TEST_CASE(absent_terms_are_not_found) {
  Dictionary terms;
  BOOST_CHECK(!terms.find(TermView::iri("https://example.org/a")));
}

BOOST_AUTO_TEST_CASE(views_stay_valid_while_it_grows) {
  Dictionary terms;
  const TermView first = terms.term(terms.intern(TermView::literal("first")));
  for (int i = 0; i < 100'000; ++i) terms.intern(TermView::literal(std::to_string(i)));
  BOOST_CHECK_EQUAL(first.text, "first");
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = std::to_string(i);
    const auto id = terms.find(TermView::literal(text));
    BOOST_REQUIRE(id.has_value());
    BOOST_REQUIRE_EQUAL(terms.term(*id).text, text);
  }
}

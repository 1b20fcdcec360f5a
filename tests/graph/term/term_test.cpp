#include "graph/term/term.h"

#include <boost/test/unit_test.hpp>

#include "graph/term/vocabulary.h"

using namespace dossier::graph;

BOOST_AUTO_TEST_CASE(a_view_owns_to_the_same_term) {
  for (const Term& term : {Term(Iri{"https://example.org/a"}), Term(BlankNode{"b"}), Term(Literal("text")),
                           Term(Literal::tagged("Text", "en-GB")), Term(Literal::typed("1", xsd::integer))})
    BOOST_CHECK(TermView(term).own() == term);
}

BOOST_AUTO_TEST_CASE(ntriples_spelling_escapes_what_it_must) {
  BOOST_CHECK_EQUAL(to_ntriples(TermView::literal("a\"b\\c\nd\x01")), R"("a\"b\\c\nd\u0001")");
  BOOST_CHECK_EQUAL(to_ntriples(TermView::iri("https://example.org/a b")), R"(<https://example.org/a\u0020b>)");
  BOOST_CHECK_EQUAL(to_ntriples(TermView::literal("통일부")), "\"통일부\"");
}

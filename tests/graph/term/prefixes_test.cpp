#include "graph/term/prefixes.h"

#include <boost/test/unit_test.hpp>

using dossier::graph::Prefixes;

BOOST_AUTO_TEST_CASE(shortens_to_the_longest_namespace) {
  Prefixes prefixes;
  prefixes.declare("a", "https://example.org/");
  prefixes.declare("ab", "https://example.org/b/");
  BOOST_CHECK_EQUAL(*prefixes.shorten("https://example.org/b/c"), "ab:c");
  BOOST_CHECK_EQUAL(*prefixes.shorten("https://example.org/x"), "a:x");
}

BOOST_AUTO_TEST_CASE(leaves_alone_what_would_need_escapes) {
  Prefixes prefixes;
  prefixes.declare("a", "https://example.org/");
  for (const auto* iri : {"https://example.org/", "https://example.org/a/b", "https://example.org/a.", "https://example.org/-a",
                          "https://elsewhere.org/a"})
    BOOST_CHECK_MESSAGE(!prefixes.shorten(iri), iri);
}

BOOST_AUTO_TEST_CASE(expand_undoes_shorten) {
  const Prefixes prefixes = Prefixes::usual();
  BOOST_CHECK_EQUAL(*prefixes.expand("rdf:type"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  BOOST_CHECK(!prefixes.expand("nobody:x"));
  BOOST_CHECK(!prefixes.expand("x"));
}

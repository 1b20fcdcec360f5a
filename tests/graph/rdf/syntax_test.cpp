#include "graph/rdf/syntax.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::graph;

BOOST_AUTO_TEST_CASE(each_syntax_is_found_by_its_own_name) {
  BOOST_TEST(all_syntaxes().size() == 5U);
  for (const Syntax syntax : all_syntaxes()) BOOST_TEST((syntax_named(name_of(syntax)) == syntax));
}

BOOST_AUTO_TEST_CASE(abbreviations_and_media_types) {
  BOOST_TEST((syntax_named("TTL") == Syntax::turtle));
  BOOST_TEST((syntax_named("N-Triples") == Syntax::ntriples));
  BOOST_TEST((syntax_named("nq") == Syntax::nquads));
  BOOST_TEST((syntax_named("xml") == Syntax::rdfxml));
  BOOST_TEST((syntax_named("text/turtle; charset=utf-8") == Syntax::turtle));
  BOOST_TEST((syntax_named("application/rdf+xml") == Syntax::rdfxml));
  BOOST_TEST(!syntax_named("json-ld"));
  BOOST_TEST(!syntax_named(""));
}

BOOST_AUTO_TEST_CASE(extensions) {
  BOOST_TEST((syntax_of("a/b.ttl") == Syntax::turtle));
  BOOST_TEST((syntax_of("B.TRIG") == Syntax::trig));
  BOOST_TEST((syntax_of("a.nt.gz") == Syntax::ntriples));
  BOOST_TEST((syntax_of("a.owl") == Syntax::rdfxml));
  BOOST_TEST(!syntax_of("a.txt"));
  BOOST_TEST(!syntax_of("a"));
  BOOST_TEST(!syntax_of(".gz"));
}

BOOST_AUTO_TEST_CASE(which_have_graphs) {
  BOOST_TEST(has_graphs(Syntax::trig));
  BOOST_TEST(has_graphs(Syntax::nquads));
  BOOST_TEST(!has_graphs(Syntax::turtle));
  BOOST_TEST(!has_graphs(Syntax::ntriples));
  BOOST_TEST(!has_graphs(Syntax::rdfxml));
}

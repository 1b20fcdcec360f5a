#include "graph/rdf/isomorphism.h"

#include "tests/graph/rdf/rdf_text.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

BOOST_AUTO_TEST_CASE(labels_do_not_matter) {
  BOOST_TEST(isomorphic(turtle("_:a :p _:b . _:b :q 1 ."), turtle("_:b :q 1 . _:x :p _:b .")));
  BOOST_TEST(isomorphic(turtle("[ :p [ :q 1 ] ] ."), turtle("_:x :p _:y . _:y :q 1 .")));
}

BOOST_AUTO_TEST_CASE(terms_do) {
  BOOST_TEST(!isomorphic(turtle(":a :p 1 ."), turtle(":a :p 2 .")));
  BOOST_TEST(!isomorphic(turtle(":a :p 'x' ."), turtle(":a :p 'x'@en .")));
  BOOST_TEST(!isomorphic(turtle(":a :p _:x ."), turtle(":a :p :x .")));
  BOOST_TEST(!isomorphic(turtle(":a :p _:x, _:y ."), turtle(":a :p _:x .")));
}

BOOST_AUTO_TEST_CASE(duplicates_do_not) {
  auto twice = turtle(":a :p _:x .");
  twice.push_back(twice.front());
  BOOST_TEST(isomorphic(twice, turtle(":a :p _:y .")));
}

// Two triangles and a hexagon look alike from every node; only a search tells them apart.
BOOST_AUTO_TEST_CASE(what_colours_cannot_tell) {
  const auto triangles = turtle("_:a :p _:b . _:b :p _:c . _:c :p _:a . _:d :p _:e . _:e :p _:f . _:f :p _:d .");
  const auto hexagon = turtle("_:a :p _:b . _:b :p _:c . _:c :p _:d . _:d :p _:e . _:e :p _:f . _:f :p _:a .");
  const auto other_triangles = turtle("_:f :p _:d . _:a :p _:c . _:c :p _:e . _:e :p _:a . _:d :p _:b . _:b :p _:f .");
  BOOST_TEST(!isomorphic(triangles, hexagon));
  BOOST_TEST(isomorphic(triangles, other_triangles));
  BOOST_TEST(isomorphic(hexagon, hexagon));
}

BOOST_AUTO_TEST_CASE(graphs_and_their_names) {
  const auto one = quads_of("_:g { _:a <http://e/p> _:g } _:h { _:a <http://e/p> _:h }", Syntax::trig);
  const auto two = quads_of("_:x { _:a <http://e/p> _:x } _:y { _:a <http://e/p> _:y }", Syntax::trig);
  const auto crossed = quads_of("_:g { _:a <http://e/p> _:h } _:h { _:a <http://e/p> _:g }", Syntax::trig);
  BOOST_TEST(isomorphic(one, two));
  BOOST_TEST(!isomorphic(one, crossed));
  BOOST_TEST(!isomorphic(quads_of("{ <http://e/a> <http://e/p> 1 }", Syntax::trig),
                         quads_of("<http://e/g> { <http://e/a> <http://e/p> 1 }", Syntax::trig)));
}

BOOST_AUTO_TEST_CASE(nothing_is_like_nothing) {
  BOOST_TEST(isomorphic(std::vector<OwnedQuad>{}, std::vector<OwnedQuad>{}));
  BOOST_TEST(!isomorphic(std::vector<OwnedQuad>{}, turtle(":a :p 1 .")));
}

#include "graph/store/builder.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;
using dossier::Error;
using dossier::ErrorKind;

BOOST_AUTO_TEST_CASE(keeps_each_quad_once) {
  const auto quads = random_quads({});
  const Store store = store_of(quads);
  const auto expected = sorted_set(quads);
  BOOST_REQUIRE_LT(expected.size(), quads.size());
  BOOST_CHECK_EQUAL(store.size(), expected.size());
  BOOST_CHECK(sorted_set(owned(store, store.quads())) == expected);
}

BOOST_AUTO_TEST_CASE(is_empty_after_build) {
  Builder builder;
  builder.quad(OwnedQuad{iri("a"), iri("p"), iri("b"), {}}.view());
  builder.prefix("ex", "https://example.org/");
  BOOST_CHECK_EQUAL(builder.build().size(), 1U);
  const Store second = builder.build();
  BOOST_CHECK_EQUAL(second.size(), 0U);
  BOOST_CHECK_EQUAL(second.term_count(), 0U);
  BOOST_CHECK(second.prefixes().all().empty());
}

BOOST_AUTO_TEST_CASE(the_last_declaration_of_a_prefix_wins) {
  Builder builder;
  builder.prefix("a", "https://one.example/");
  builder.prefix("a", "https://two.example/");
  builder.prefix("", "https://empty.example/");
  const Store store = builder.build();
  BOOST_CHECK_EQUAL(*store.prefixes().expand("a:x"), "https://two.example/x");
  BOOST_CHECK_EQUAL(*store.prefixes().expand(":x"), "https://empty.example/x");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_rdf) {
  const TermView a = TermView::iri("https://example.org/a"), text = TermView::literal("text"),
                 blank = TermView::blank("b");
  const auto is_bad = [](const Error& error) { return error.kind() == ErrorKind::bad_input; };
  Builder builder;
  BOOST_CHECK_EXCEPTION(builder.quad({text, a, a, std::nullopt}), Error, is_bad);
  BOOST_CHECK_EXCEPTION(builder.quad({a, text, a, std::nullopt}), Error, is_bad);
  BOOST_CHECK_EXCEPTION(builder.quad({a, blank, a, std::nullopt}), Error, is_bad);
  BOOST_CHECK_EXCEPTION(builder.quad({a, a, a, text}), Error, is_bad);
  BOOST_CHECK_EQUAL(builder.build().term_count(), 0U);
}

BOOST_AUTO_TEST_CASE(adding_two_stores_unites_them) {
  const auto one = random_quads({.seed = 1}), two = random_quads({.seed = 2, .subjects = 20});
  Builder builder;
  builder.add(store_of(one));
  builder.add(store_of(two));
  const Store both = builder.build();
  auto expected = one;
  expected.insert(expected.end(), two.begin(), two.end());
  BOOST_CHECK(sorted_set(owned(both, both.quads())) == sorted_set(expected));
}

BOOST_AUTO_TEST_CASE(a_graph_left_out_takes_its_terms_along) {
  const OwnedQuad kept{iri("a"), iri("p"), iri("b"), iri("document/1")};
  const OwnedQuad plain{iri("a"), iri("p"), Literal("x"), {}};
  const OwnedQuad gone{iri("a"), iri("p"), iri("only here"), iri("document/2")};
  const Store all = store_of({kept, plain, gone});
  const auto without = [&all](std::vector<TermId> graphs) {
    Builder builder;
    builder.add(all, graphs);
    return builder.build();
  };
  const Store fewer = without({*all.find(TermView(iri("document/2")))});
  BOOST_CHECK(sorted_set(owned(fewer, fewer.quads())) == sorted_set({kept, plain}));
  BOOST_CHECK(!fewer.find(TermView(iri("only here"))) && !fewer.find(TermView(iri("document/2"))));
  const Store named = without({no_term, TermId{4'000'000'000U}});
  BOOST_CHECK(sorted_set(owned(named, named.quads())) == sorted_set({kept, gone}));
}

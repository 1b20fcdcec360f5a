#include <boost/test/unit_test.hpp>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;

namespace {

/// The name of something of which a graph says only these things.
std::string name_with(std::initializer_list<std::pair<std::string_view, Term>> parts) {
  Builder builder;
  const Term thing = Iri{"https://example.org/aThing"};
  builder.quad({thing, TermView::iri(rdf::type), TermView::iri(pa::document), std::nullopt});
  for (const auto& [property, value] : parts) builder.quad({thing, TermView::iri(property), value, std::nullopt});
  const Store store = builder.build();
  return display_name(store, store.find(thing).value());
}

std::string name_of_iri(std::string_view iri) {
  Builder builder;
  builder.quad({TermView::iri(iri), TermView::iri(rdf::type), TermView::iri(pa::document), std::nullopt});
  const Store store = builder.build();
  return display_name(store, store.find(TermView::iri(iri)).value());
}

}  // namespace

BOOST_AUTO_TEST_CASE(name_before_label) {
  BOOST_CHECK_EQUAL(name_with({{rdfs::label, Literal("label")}, {pa::name, Literal("name")}}), "name");
  BOOST_CHECK_EQUAL(name_with({{rdfs::label, Literal("label")}, {skos::pref_label, Literal("preferred")}}),
                    "preferred");
  BOOST_CHECK_EQUAL(name_with({{rdfs::label, Literal("label")}}), "label");
  BOOST_CHECK_EQUAL(name_with({}), "a thing");
}

BOOST_AUTO_TEST_CASE(english_before_untagged_before_others) {
  const Term german = Literal::tagged("Aaa", "de"), plain = Literal("Bbb"), british = Literal::tagged("Ccc", "en-GB"),
             english = Literal::tagged("Ddd", "en");
  BOOST_CHECK_EQUAL(name_with({{pa::name, german}, {pa::name, plain}, {pa::name, british}, {pa::name, english}}),
                    "Ddd");
  BOOST_CHECK_EQUAL(name_with({{pa::name, german}, {pa::name, plain}, {pa::name, british}}), "Ccc");
  BOOST_CHECK_EQUAL(name_with({{pa::name, german}, {pa::name, plain}}), "Bbb");
  BOOST_CHECK_EQUAL(name_with({{pa::name, german}}), "Aaa");
}

BOOST_AUTO_TEST_CASE(the_name_that_most_documents_give) {
  SampleBuilder b;
  for (const auto* document : {"one", "two", "three"}) {
    b.document(document, document, "2020");
    b.quad("state/x", "pa:name", std::string_view(document) == "one" ? "@Aaa" : "@Bbb");
  }
  const Store store = b.build();
  BOOST_CHECK_EQUAL(display_name(store, id(store, "state/x")), "Bbb");
}

BOOST_AUTO_TEST_CASE(an_iri_made_readable) {
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/holdsPosition"), "holds position");
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/PublicBody"), "public body");
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/NATOSummit"), "NATO summit");
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/vice-minister_of-x"), "vice minister of x");
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/id#s4"), "s4");
  BOOST_CHECK_EQUAL(name_of_iri("https://example.org/"), "https://example.org/");
}

BOOST_AUTO_TEST_CASE(a_literal_is_called_by_its_text) {
  const Store store = sample::sample_graph();
  BOOST_CHECK_EQUAL(display_name(store, id(store, "2018-09-19")), "2018-09-19");
  BOOST_CHECK_EQUAL(display_name(store, id(store, "person/choi")), "Choi Young-joon");
}

BOOST_AUTO_TEST_CASE(types_of_a_thing) {
  const Store store = sample::sample_graph();
  BOOST_CHECK_EQUAL(sample::text(store, types(store, id(store, "person/kim"))), "public-affairs#Person");
  BOOST_CHECK(types(store, id(store, "2018-09-19")).empty());
}

BOOST_AUTO_TEST_CASE(local_names) {
  BOOST_CHECK_EQUAL(local_name("https://example.org/a/b#c"), "c");
  BOOST_CHECK_EQUAL(local_name("https://example.org/a"), "a");
  BOOST_CHECK_EQUAL(local_name("urn:x"), "urn:x");
  BOOST_CHECK_EQUAL(local_name("https://example.org/"), "");
}

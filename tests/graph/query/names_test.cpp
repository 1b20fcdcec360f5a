#include "graph/query/names.h"

#include <boost/test/unit_test.hpp>

#include "graph/query/name_folding.h"
#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;
using sample::text;

namespace {

struct Sample {
  Store store = sample::sample_graph();

  [[nodiscard]] std::string named(std::string_view name) const { return text(store, things_named(store, name)); }
  [[nodiscard]] std::string near(std::string_view name, std::size_t count = 3) const {
    std::string line;
    for (const NearName& one : nearest_names(store, name, count)) line += (line.empty() ? "" : " | ") + one.name;
    return line;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(folding) {
  BOOST_CHECK_EQUAL(folded_name("The  Ministry of\tUnification's "), "ministry of unification");
  BOOST_CHECK_EQUAL(folded_name("Élysée’s"), "elysee");
  BOOST_CHECK_EQUAL(folded_name("United States'"), "united states");
  BOOST_CHECK_EQUAL(folded_name("Young‐joon – ROK\u00A0US"), "young-joon - rok us");
  BOOST_CHECK_EQUAL(folded_name("STRASSE"), folded_name("Straße"));
  BOOST_CHECK_EQUAL(folded_name("통일부"), "통일부");
  BOOST_CHECK_EQUAL(folded_name("The"), "the");
  BOOST_CHECK_EQUAL(folded_name("'"), "'");
  BOOST_CHECK_EQUAL(folded_name(" "), "");
  (void)folded_name("\xff\xfe");
}

BOOST_AUTO_TEST_CASE(similarity) {
  BOOST_CHECK_EQUAL(name_similarity("kim", "kim"), 1.0);
  BOOST_CHECK_EQUAL(name_similarity("", ""), 1.0);
  BOOST_CHECK_EQUAL(name_similarity("kim", ""), 0.0);
  BOOST_CHECK_CLOSE(name_similarity("trmup", "trump"), 0.8, 1e-9);        // one swap
  BOOST_CHECK_CLOSE(name_similarity("통일부", "통일보"), 2.0 / 3, 1e-9);  // letters, not bytes
  BOOST_CHECK(name_similarity("unification", "ministry of unification") > 0.7);
  BOOST_CHECK(name_similarity("jong un kim", "kim jong un") < 1.0);
  BOOST_CHECK(name_similarity("jong un kim", "kim jong un") > 0.9);
  BOOST_CHECK(name_similarity("seoul", "hanoi") < 0.5);
}

BOOST_FIXTURE_TEST_CASE(by_iri_and_prefixed_name, Sample) {
  BOOST_CHECK_EQUAL(named("https://w3id.org/dossier/id/person/kim"), "kim");
  BOOST_CHECK_EQUAL(named("<https://w3id.org/dossier/id/person/kim>"), "kim");
  BOOST_CHECK_EQUAL(named("pa:Summit"), "public-affairs#Summit");
}

BOOST_FIXTURE_TEST_CASE(by_name_label_and_identifier, Sample) {
  BOOST_CHECK_EQUAL(named("Kim Jong Un"), "kim");
  BOOST_CHECK_EQUAL(named("Vice Minister Choi"), "choi");
  BOOST_CHECK_EQUAL(named("hanoi"), "hanoi");  // the document's identifier, before the place by another case
  BOOST_CHECK(things_named(store, "hanoi").front() == id(store, "document/hanoi"));
  BOOST_CHECK(things_named(store, "Hanoi").front() == id(store, "place/hanoi"));
}

BOOST_FIXTURE_TEST_CASE(by_folded_name, Sample) {
  BOOST_CHECK_EQUAL(named("KIM JONG UN"), "kim");
  BOOST_CHECK_EQUAL(named("the Republic of Korea's"), "south-korea");
  BOOST_CHECK_EQUAL(named("Chói Young–joon"), "choi");
}

BOOST_FIXTURE_TEST_CASE(by_the_end_of_the_iri, Sample) {
  BOOST_CHECK_EQUAL(named("holdsPosition"), "public-affairs#holdsPosition");
  BOOST_CHECK_EQUAL(named("south-korea"), "south-korea");
  BOOST_CHECK_EQUAL(named("state/south-korea"), "south-korea");
  BOOST_CHECK_EQUAL(named("outh-korea"), "");
}

BOOST_FIXTURE_TEST_CASE(the_unknown_has_no_thing, Sample) {
  BOOST_CHECK_EQUAL(named("Nobody"), "");
  BOOST_CHECK_EQUAL(named(""), "");
  BOOST_CHECK_EQUAL(named(" "), "");
  BOOST_CHECK_EQUAL(named("A joint"), "");
}

BOOST_AUTO_TEST_CASE(namesakes_by_facts_then_iri) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "Two Kims and a third.");
  b.thing("person/kim-1", "pa:Person", "Kim");
  b.thing("person/kim-2", "pa:Person", "Kim");
  b.thing("person/kim-3", "pa:Person", "Kim");
  b.fact("person/kim-3", "met", "person/kim-2");
  b.fact("person/kim-3", "visited", "place/seoul");
  b.fact("person/lee", "met", "person/kim-2");
  const Store store = b.build();
  BOOST_CHECK_EQUAL(text(store, things_named(store, "Kim")), "kim-2 kim-3 kim-1");
  BOOST_CHECK_EQUAL(text(store, things_named(store, "kim")), "kim-2 kim-3 kim-1");
}

BOOST_FIXTURE_TEST_CASE(did_you_mean, Sample) {
  BOOST_CHECK_EQUAL(near("Kim Yong Un", 1), "Kim Jong Un");
  BOOST_CHECK_EQUAL(near("Dnoald Trump", 1), "Donald Trump");
  BOOST_CHECK_EQUAL(near("Korea"), "North Korea | South Korea");
  BOOST_CHECK_EQUAL(near("Young-joon", 1), "Choi Young-joon");
  BOOST_CHECK_EQUAL(near("xyzzy"), "");
  BOOST_CHECK_EQUAL(near("Korea", 0), "");
}

BOOST_AUTO_TEST_CASE(near_words_of_the_callers_own) {
  const std::vector<std::string> verbs{"build", "facts", "path", "neighbors", "facts"};
  const auto near = nearest_words(verbs, "fcats", 2);
  BOOST_REQUIRE_EQUAL(near.size(), 1U);
  BOOST_CHECK_EQUAL(near.front(), "facts");
  BOOST_CHECK(nearest_words(verbs, "zzzz", 2).empty());
}

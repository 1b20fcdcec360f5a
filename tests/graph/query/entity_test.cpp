#include "graph/query/entity.h"

#include <boost/test/unit_test.hpp>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;
using sample::text;

namespace {

std::string text_of(const Store& store, const std::vector<FactGroup>& groups) {
  std::string lines;
  for (const FactGroup& group : groups)
    lines += display_name(store, group.predicate) + ":\n" + text(store, group.facts);
  return lines;
}

struct Sample {
  Store store = sample::sample_graph();

  [[nodiscard]] Entity the(std::string_view thing, const FactFilter& filter = {}) const {
    return describe(store, id(store, thing), filter);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a_person_with_a_post, Sample) {
  const Entity choi = the("person/choi");
  BOOST_CHECK_EQUAL(choi.name, "Choi Young-joon");
  BOOST_REQUIRE_EQUAL(choi.other_names.size(), 1U);
  BOOST_CHECK_EQUAL(choi.other_names.front(), "Vice Minister Choi");
  BOOST_CHECK_EQUAL(text(store, choi.types), "public-affairs#Person");
  BOOST_REQUIRE_EQUAL(choi.tenures.size(), 1U);
  const Tenure& tenure = choi.tenures.front();
  BOOST_CHECK(tenure.post == id(store, "post/vice-minister") && tenure.holder == choi.id);
  BOOST_REQUIRE_EQUAL(tenure.attested.size(), 1U);
  BOOST_CHECK_EQUAL(to_string(tenure.attested.front()), "2021-12-23");
  BOOST_CHECK(!tenure.start && !tenure.end);
  BOOST_CHECK_EQUAL(text(store, tenure.evidence), "briefing#s1");
  BOOST_CHECK_EQUAL(text_of(store, choi.as_subject),
                    "holds position:\n"
                    "choi holdsPosition vice-minister Occurred briefing#s1\n"
                    "participated in:\n"
                    "choi participatedIn joint-briefing Occurred briefing#s1\n"
                    "represents:\n"
                    "choi represents south-korea Occurred briefing#s2\n");
  BOOST_CHECK(choi.as_object.empty());
}

BOOST_FIXTURE_TEST_CASE(a_state_in_two_documents, Sample) {
  const Entity north = the("state/north-korea");
  BOOST_CHECK_EQUAL(text(store, north.mentions), "briefing#s2 hanoi#s1");
  BOOST_CHECK_EQUAL(text(store, north.documents), "briefing hanoi");
  BOOST_CHECK_EQUAL(text_of(store, north.as_subject),
                    "participated in:\n"
                    "north-korea participatedIn next-summit Planned briefing#s2\n");
  BOOST_CHECK_EQUAL(text_of(store, north.as_object),
                    "between:\n"
                    "military between north-korea Occurred hanoi#s4\n"
                    "head of:\n"
                    "kim headOf north-korea Occurred briefing#s3 hanoi#s1\n");
}

BOOST_FIXTURE_TEST_CASE(a_filter_narrows_the_facts, Sample) {
  const Entity north = the("state/north-korea", {.factuality = {"planned"}});
  BOOST_CHECK_EQUAL(north.as_subject.size(), 1U);
  BOOST_CHECK(north.as_object.empty());
}

BOOST_FIXTURE_TEST_CASE(a_post_has_tenures_too, Sample) {
  BOOST_CHECK_EQUAL(the("post/vice-minister").tenures.size(), 1U);
  BOOST_CHECK(the("person/kim").tenures.empty());
}

BOOST_FIXTURE_TEST_CASE(a_thing_that_only_occurs, Sample) {
  const Entity relation = the("pa:headOf");
  BOOST_CHECK_EQUAL(relation.name, "head of");
  BOOST_CHECK(relation.types.empty() && relation.as_subject.empty() && relation.mentions.empty());
}

BOOST_AUTO_TEST_CASE(tenures_in_the_order_of_time) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "She was minister twice.");
  const auto tenure = [&](const std::string& name, const std::string& property, const std::string& date) {
    b.node("tenure/" + name, "pa:Tenure");
    b.quad("tenure/" + name, "pa:holder", "person/p");
    if (!date.empty()) b.quad("tenure/" + name, "pa:" + property, date);
  };
  tenure("a", "", "");
  tenure("b", "start", "2019");
  tenure("c", "attestedOn", "2017-05-01");
  tenure("d", "end", "2018");
  const Store store = b.build();
  std::vector<TermId> order;
  for (const Tenure& one : describe(store, id(store, "person/p")).tenures) order.push_back(one.id);
  BOOST_CHECK_EQUAL(text(store, order), "c d b a");
}

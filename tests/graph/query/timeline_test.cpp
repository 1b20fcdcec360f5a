#include "graph/query/timeline.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "tests/graph/query/sample_graph.h"

using namespace dossier;
using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;

namespace {

/// "2018-09-19 | military agreement | signed on | north-korea south-korea | | Occurred | hanoi#s4"
std::string text_of(const Store& store, const std::vector<Happening>& rows) {
  std::string lines;
  for (const Happening& row : rows)
    lines += to_string(row.date) + " | " + row.label + " | " + display_name(store, row.what) + " | " +
             sample::text(store, row.parties) + " | " + sample::text(store, row.places) + " | " +
             std::string(row.factuality) + " | " + sample::text(store, row.evidence) + '\n';
  return lines;
}

struct Sample {
  Store store = sample::sample_graph();

  [[nodiscard]] std::string rows(const TimelineFilter& filter = {}) const {
    return text_of(store, timeline(store, filter));
  }
};

constexpr const char* military =
    "2018-09-19 | military agreement | signed on | north-korea south-korea |  | Occurred | hanoi#s4\n";
constexpr const char* hanoi =
    "2019-02-27/2019-02-28 | Hanoi Summit | summit | kim trump | hanoi | Occurred | hanoi#s1\n";
constexpr const char* briefing = "2021-12-23 | joint briefing | event | choi | seoul | Occurred | briefing#s1\n";
constexpr const char* next_summit = "2022 | next summit | summit | north-korea |  | Planned | briefing#s2\n";

}  // namespace

BOOST_FIXTURE_TEST_CASE(all_in_order, Sample) {
  BOOST_CHECK_EQUAL(rows(), std::string(military) + hanoi + briefing + next_summit);
}

BOOST_FIXTURE_TEST_CASE(about_a_thing_a_party_or_a_place, Sample) {
  BOOST_CHECK_EQUAL(rows({.about = id(store, "agreement/military")}), military);
  BOOST_CHECK_EQUAL(rows({.about = id(store, "state/north-korea")}), std::string(military) + next_summit);
  BOOST_CHECK_EQUAL(rows({.about = id(store, "place/hanoi")}), hanoi);
  BOOST_CHECK_EQUAL(rows({.about = id(store, "state/usa")}), "");
}

BOOST_FIXTURE_TEST_CASE(between_two_days, Sample) {
  BOOST_CHECK_EQUAL(rows({.since = "2019", .until = "2021"}), std::string(hanoi) + briefing);
  BOOST_CHECK_EQUAL(rows({.since = "2019-02-28", .until = "2019-03"}), hanoi);
  BOOST_CHECK_EQUAL(rows({.since = "2022-06"}), next_summit);
  BOOST_CHECK_EQUAL(rows({.until = "1950"}), "");
  BOOST_CHECK_THROW((void)rows({.since = "soon"}), Error);
}

BOOST_FIXTURE_TEST_CASE(of_one_document, Sample) {
  BOOST_CHECK_EQUAL(rows({.document = id(store, "document/briefing")}), std::string(briefing) + next_summit);
  BOOST_CHECK_EQUAL(rows({.about = id(store, "state/north-korea"), .document = id(store, "document/hanoi")}), military);
}

BOOST_AUTO_TEST_CASE(nodes_with_a_time_of_their_own) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "They signed, and will meet on December 10.");
  b.thing("signing/x", "pa:Signing", "signing of the accord");
  b.quad("signing/x", "pa:actor", "state/a");
  b.quad("signing/x", "pa:time", "2018-09");
  b.quad("signing/x", "pa:factuality", "pa:Historical");
  b.thing("event/y", "pa:Meeting", "meeting");
  b.quad("event/y", "rdf:type", "pa:Event");
  b.quad("event/y", "pa:time", "XXXX-12-10");
  b.quad("event/y", "pa:place", "place/p");
  b.quad("event/y", "pa:factuality", "pa:Planned");
  const Store store = b.build();
  BOOST_CHECK_EQUAL(text_of(store, timeline(store)),
                    "2018-09 | signing of the accord | signing | a |  | Historical | d#s1\n"
                    "XXXX-12-10 | meeting | meeting |  | p | Planned | d#s1\n");
  BOOST_CHECK_EQUAL(timeline(store, {.since = "1000"}).size(), 1U);
}

BOOST_AUTO_TEST_CASE(ties_by_label_and_what_two_documents_say) {
  SampleBuilder b;
  for (const auto* document : {"one", "two"}) {
    b.document(document, document, "2020");
    b.sentence(1, "B and a were on one day.");
    b.thing("event/1", "pa:Event", "beta");
    b.thing("event/2", "pa:Event", "alpha");
    b.fact("event/1", "heldOn", "2020-01-01");
    b.fact("event/2", "heldOn", "2020-01-01");
  }
  b.fact("event/2", "heldOn", "2020-01-01", {"Denied", "", 0.9, false});
  b.fact("person/p", "participatedIn", "event/2", {"Denied", "", 0.9, false});
  const Store store = b.build();
  BOOST_CHECK_EQUAL(text_of(store, timeline(store)),
                    "2020-01-01 | alpha | event |  |  | Denied | two#s1\n"
                    "2020-01-01 | alpha | event |  |  | Occurred | one#s1 two#s1\n"
                    "2020-01-01 | beta | event |  |  | Occurred | one#s1 two#s1\n");
}

#include "graph/query/neighbors.h"

#include <boost/test/unit_test.hpp>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;
using sample::short_name;

namespace {

struct Sample {
  Store store = sample::sample_graph();

  /// "> met trump" for what the thing is subject of, "< " for the other way; two blanks a step; "…" for again.
  [[nodiscard]] std::string around(std::string_view thing, const NeighborOptions& options = {}) const {
    std::string lines;
    for (const Neighbor& row : neighbors(store, id(store, thing), options))
      lines += std::string(2 * (row.depth - 1), ' ') + (row.outgoing ? "> " : "< ") +
               std::string(local_name(store.term(row.fact.predicate).text)) + ' ' + short_name(store, row.to) +
               (row.again ? " …\n" : "\n");
    return lines;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(one_step, Sample) {
  BOOST_CHECK_EQUAL(around("person/kim"),
                    "> headOf north-korea\n"
                    "> met trump\n"
                    "> participatedIn hanoi-summit\n");
  BOOST_CHECK_EQUAL(around("event/next-summit"),
                    "> heldOn 2022\n"
                    "< participatedIn north-korea\n"
                    "< pledged south-korea\n");
}

BOOST_FIXTURE_TEST_CASE(two_steps_are_a_tree, Sample) {
  BOOST_CHECK_EQUAL(around("person/kim", {.depth = 2}),
                    "> headOf north-korea\n"
                    "  > participatedIn next-summit\n"
                    "  < between military\n"
                    "> met trump\n"
                    "  > headOf usa\n"
                    "  > participatedIn hanoi-summit …\n"
                    "> participatedIn hanoi-summit\n"
                    "  > heldIn hanoi\n"
                    "  > heldOn 2019-02-27/2019-02-28\n"
                    "  > resultedIn deal\n");
}

BOOST_FIXTURE_TEST_CASE(the_filter_holds_for_each_step, Sample) {
  NeighborOptions options{.depth = 3};
  options.filter.predicate = id(store, "pa:between");
  BOOST_CHECK_EQUAL(around("state/north-korea", options),
                    "< between military\n"
                    "  > between south-korea\n");
  options.filter.predicate.reset();
  options.filter.factuality = {"denied"};
  BOOST_CHECK_EQUAL(around("event/hanoi-summit", options), "> resultedIn deal\n");
}

BOOST_FIXTURE_TEST_CASE(the_nearest_rows_are_kept, Sample) {
  BOOST_CHECK_EQUAL(around("person/kim", {.depth = 2, .max_count = 4}),
                    "> headOf north-korea\n"
                    "  > participatedIn next-summit\n"
                    "> met trump\n"
                    "> participatedIn hanoi-summit\n");
  BOOST_CHECK_EQUAL(around("person/kim", {.max_count = 1}), "> headOf north-korea\n");
}

BOOST_FIXTURE_TEST_CASE(a_date_leads_no_further, Sample) {
  BOOST_CHECK_EQUAL(around("2018-09-19", {.depth = 1}), "< signedOn military\n");
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "Two events on one day.");
  b.fact("event/a", "heldOn", "2020-01-01");
  b.fact("event/b", "heldOn", "2020-01-01");
  const Store two = b.build();
  BOOST_CHECK_EQUAL(neighbors(two, id(two, "event/a"), {.depth = 5}).size(), 1U);
}

BOOST_FIXTURE_TEST_CASE(what_has_no_facts_has_no_neighbours, Sample) {
  BOOST_CHECK_EQUAL(around("tenure/choi-vice-minister", {.depth = 3}), "");
  BOOST_CHECK_EQUAL(around("person/kim", {.depth = 0}), "");
}

BOOST_AUTO_TEST_CASE(a_fact_of_a_thing_about_itself) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "A body is part of itself.");
  b.fact("body/a", "partOf", "body/a");
  const Store store = b.build();
  const auto rows = neighbors(store, id(store, "body/a"), {.depth = 2});
  BOOST_REQUIRE_EQUAL(rows.size(), 1U);
  BOOST_CHECK(rows.front().again);
}

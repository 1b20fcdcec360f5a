#include "graph/query/path.h"

#include <boost/test/unit_test.hpp>

#include "tests/graph/query/sample_graph.h"

using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;
using sample::short_name;

namespace {

/// "kim -participatedIn> hanoi-summit <participatedIn- trump", one line a path; "!Planned" after what did not occur.
std::string text_of(const Store& store, std::string_view from, const std::vector<std::vector<Fact>>& found) {
  std::string lines;
  for (const auto& path : found) {
    TermId at = id(store, from);
    std::string line = short_name(store, at);
    for (const Fact& fact : path) {
      const std::string relation(local_name(store.term(fact.predicate).text));
      line += fact.subject == at ? " -" + relation + "> " : " <" + relation + "- ";
      at = step_target(fact, at);
      line += short_name(store, at);
      if (fact.factuality != "Occurred") line += " !" + std::string(fact.factuality);
    }
    lines += line + '\n';
  }
  return lines;
}

struct Sample {
  Store store = sample::sample_graph();

  [[nodiscard]] std::string ways(std::string_view a, std::string_view b, std::size_t length = 6, std::size_t count = 5,
                                 const FactFilter& filter = {}) const {
    return text_of(store, a, paths(store, id(store, a), id(store, b), length, count, filter));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(the_shortest_way, Sample) {
  BOOST_CHECK_EQUAL(ways("person/kim", "event/hanoi-summit"), "kim -participatedIn> hanoi-summit\n");
  BOOST_CHECK_EQUAL(ways("state/usa", "place/hanoi"),
                    "usa <headOf- trump -participatedIn> hanoi-summit -heldIn> hanoi\n");
  BOOST_CHECK_EQUAL(ways("place/hanoi", "state/usa"),
                    "hanoi <heldIn- hanoi-summit <participatedIn- trump -headOf> usa\n");
}

BOOST_FIXTURE_TEST_CASE(all_shortest_ways_what_happened_first, Sample) {
  BOOST_CHECK_EQUAL(ways("state/north-korea", "state/south-korea"),
                    "north-korea <between- military -between> south-korea\n"
                    "north-korea -participatedIn> next-summit !Planned <pledged- south-korea !Pledged\n");
  BOOST_CHECK_EQUAL(ways("state/north-korea", "state/south-korea", 6, 1),
                    "north-korea <between- military -between> south-korea\n");
  BOOST_CHECK_EQUAL(ways("state/north-korea", "state/south-korea", 6, 0), "");
}

BOOST_FIXTURE_TEST_CASE(no_longer_than_asked, Sample) {
  BOOST_CHECK_EQUAL(ways("state/usa", "place/hanoi", 2), "");
  BOOST_CHECK_EQUAL(ways("person/kim", "event/hanoi-summit", 0), "");
}

BOOST_FIXTURE_TEST_CASE(a_filter_takes_ways_away, Sample) {
  BOOST_CHECK_EQUAL(ways("state/north-korea", "state/south-korea", 6, 5, {.factuality = {"planned", "pledged"}}),
                    "north-korea -participatedIn> next-summit !Planned <pledged- south-korea !Pledged\n");
  BOOST_CHECK_EQUAL(ways("state/north-korea", "state/south-korea", 6, 5, {.factuality = {"denied"}}), "");
}

BOOST_FIXTURE_TEST_CASE(no_way, Sample) {
  BOOST_CHECK_EQUAL(ways("person/kim", "person/kim"), "");
  BOOST_CHECK_EQUAL(ways("person/kim", "tenure/choi-vice-minister"), "");
  BOOST_CHECK_EQUAL(ways("person/kim", "2018-09-19"), "");
}

BOOST_AUTO_TEST_CASE(a_day_connects_nothing) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "Two events on one day.");
  b.fact("event/a", "heldOn", "2020-01-01");
  b.fact("event/b", "heldOn", "2020-01-01");
  const Store store = b.build();
  BOOST_CHECK(paths(store, id(store, "event/a"), id(store, "event/b"), 5, 5).empty());
}

BOOST_AUTO_TEST_CASE(parallel_facts_are_ways_of_their_own) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.sentence(1, "A met and visited B, who met C and denied to have attacked it.");
  b.fact("x/a", "visited", "x/b");
  b.fact("x/a", "met", "x/b");
  b.fact("x/b", "attacked", "x/c", {"Denied", "", 0.9, false});
  b.fact("x/c", "met", "x/b");
  const Store store = b.build();
  BOOST_CHECK_EQUAL(text_of(store, "x/a", paths(store, id(store, "x/a"), id(store, "x/c"), 5, 9)),
                    "a -met> b <met- c\n"
                    "a -met> b -attacked> c !Denied\n"
                    "a -visited> b <met- c\n"
                    "a -visited> b -attacked> c !Denied\n");
}

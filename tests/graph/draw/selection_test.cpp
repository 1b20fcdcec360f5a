#include "graph/draw/selection.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "tests/graph/draw/briefing_picture.h"

using namespace dossier::graph;
using sample::id;

namespace {

std::string names(const Store& store, const std::vector<TermId>& things) {
  std::set<std::string> names;
  for (const TermId thing : things) names.insert(display_name(store, thing));
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(shows_entities_but_no_posts_sources_or_literals) {
  const Store store = sample::sample_graph();
  const Selection all = select(store);
  BOOST_TEST(names(store, all.nodes) ==
             "Choi Young-joon, Donald Trump, Hanoi, Hanoi Summit, Kim Jong Un, North Korea, Seoul, South Korea, "
             "United States, deal, joint briefing, military agreement, next summit");
  BOOST_TEST(all.left_out == 0u);
  BOOST_TEST(all.links.size() == 14u);
  // a post and four dates
  BOOST_TEST(all.details.size() == 5u);
}

BOOST_AUTO_TEST_CASE(around_one_thing) {
  const Store store = sample::sample_graph();
  const Selection near = select(store, {.about = {id(store, "person/choi")}});
  BOOST_TEST(names(store, near.nodes) == "Choi Young-joon, South Korea, joint briefing");
  const Selection wider = select(store, {.about = {id(store, "person/choi")}, .depth = 2});
  BOOST_TEST(names(store, wider.nodes) ==
             "Choi Young-joon, Seoul, South Korea, joint briefing, military agreement, next summit");
}

BOOST_AUTO_TEST_CASE(a_post_is_its_holder) {
  const Store store = sample::sample_graph();
  const Selection near = select(store, {.about = {id(store, "post/vice-minister")}});
  BOOST_TEST(names(store, near.nodes) == "Choi Young-joon, South Korea, joint briefing");
}

BOOST_AUTO_TEST_CASE(keeps_the_most_important_and_counts_the_rest) {
  const Store store = sample::briefing();
  const Selection all = select(store, {.max_nodes = 0});
  BOOST_TEST(all.nodes.size() == 26u);
  const Selection few = select(store, {.max_nodes = 5});
  BOOST_TEST(few.nodes.size() <= 5u);
  BOOST_TEST(few.nodes.size() + few.left_out == all.nodes.size());
  BOOST_TEST(std::count(few.nodes.begin(), few.nodes.end(), id(store, "state/south-korea")) == 1);
  // nothing stands alone
  for (const TermId node : few.nodes)
    BOOST_TEST(std::any_of(few.links.begin(), few.links.end(),
                           [&](const Link& link) { return link.from == node || link.to == node; }));
}

BOOST_AUTO_TEST_CASE(only_what_was_denied) {
  const Store store = sample::briefing();
  const Selection denied = select(store, {.factuality = {"denied"}});
  BOOST_TEST(names(store, denied.nodes) == "2019 Hanoi Summit, deal");
}

BOOST_AUTO_TEST_CASE(what_is_asked_about_is_shown_even_alone) {
  const Store store = sample::sample_graph();
  const Selection alone = select(store, {.about = {id(store, "place/seoul")}, .factuality = {"Denied"}});
  BOOST_TEST(names(store, alone.nodes) == "Seoul");
  BOOST_TEST(alone.links.empty());
}

BOOST_AUTO_TEST_CASE(an_empty_store) {
  Builder builder;
  const Store store = builder.build();
  BOOST_TEST(select(store).nodes.empty());
}

#include "graph/draw/picture.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "tests/graph/draw/briefing_picture.h"

using namespace dossier::graph;
using sample::id;

namespace {

Picture picture_of(const Store& store, const SelectionOptions& options = {}, const std::string& title = {}) {
  return make_picture(store, select(store, options), title);
}

/// "Choi Young-joon | Vice Minister of Unification (person)"
std::string node_text(const Picture& picture, std::string_view id) {
  for (const PictureNode& node : picture.nodes) {
    if (node.id != id) continue;
    std::string text = node.name;
    for (const std::string& detail : node.details) text += " | " + detail;
    return text + " (" + node.kind + ")";
  }
  return "none";
}

std::string edge_text(const Picture& picture, std::string_view from, std::string_view to) {
  std::string text;
  for (const PictureEdge& edge : picture.edges) {
    if (edge.from != from || edge.to != to) continue;
    text += std::to_string(static_cast<int>(edge.line)) + (edge.directed ? ">" : "-");
    for (const std::string& label : edge.labels) text += " [" + label + "]";
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(posts_and_dates_stand_inside_boxes) {
  const Store store = sample::briefing();
  const Picture picture = picture_of(store);
  BOOST_TEST(node_text(picture, "n_choi_young_joon") == "Choi Young-joon | Vice Minister of Unification (person)");
  BOOST_TEST(node_text(picture, "n_2019_hanoi_summit") == "2019 Hanoi Summit | 2019-02-27 – 2019-02-28 (event)");
  BOOST_TEST(node_text(picture, "n_inter_korean_military_agreement") ==
             "inter-Korean military agreement | 2018-09-19 (agreement)");
  BOOST_TEST(node_text(picture, "n_ministry_of_unification") == "Ministry of Unification (body)");
}

BOOST_AUTO_TEST_CASE(lines_tell_relation_sentence_and_whether_it_happened) {
  const Store store = sample::briefing();
  const Picture picture = picture_of(store);
  BOOST_TEST(edge_text(picture, "n_2019_hanoi_summit", "n_deal") == "5> [resulted in (denied) · s6]");
  BOOST_TEST(edge_text(picture, "n_ministry_of_foreign_affairs", "n_china") == "2> [pledged · s7]");
  BOOST_TEST(edge_text(picture, "n_donald_trump", "n_kim_jong_un") == "1- [met · s6]");
  BOOST_TEST(edge_text(picture, "n_japan", "n_south_korea") == "3- [relation with (reported by Chung Eui-yong) · s7]");
}

BOOST_AUTO_TEST_CASE(facts_of_two_things_share_a_line) {
  sample::SampleBuilder b;
  b.document("d", "Two facts", "2022-01-24");
  b.sentence(3, "A supports and urged B.");
  b.thing("person/a", "pa:Person", "A");
  b.thing("person/b", "pa:Person", "B");
  b.fact("person/a", "supports", "person/b");
  b.fact("person/a", "criticised", "person/b");
  b.fact("person/a", "attacked", "person/b", {"Denied", "", 0.9, false});
  const Store store = b.build();
  const Picture picture = picture_of(store);
  BOOST_TEST(picture.edges.size() == 2u);
  BOOST_TEST(edge_text(picture, "n_a", "n_b") == "0> [criticised · s3] [supports · s3]5> [attacked (denied) · s3]");
  BOOST_TEST(picture.edges.front().tooltip == "s3: A supports and urged B.");
}

BOOST_AUTO_TEST_CASE(titles_and_captions) {
  const Store one = sample::briefing();
  const Picture part = picture_of(one, {.max_nodes = 12});
  BOOST_TEST(part.title == "South Korea to continue efforts to improve inter-Korean relations and nuclear talks");
  BOOST_TEST(part.caption.size() == 2u);
  BOOST_TEST(part.caption[0] == "Source: briefing.txt, 2022-01-24");
  BOOST_TEST(part.caption[1] == "14 less important things are not shown");
  BOOST_TEST(picture_of(one, {.about = {id(one, "person/choi")}}).title == "Choi Young-joon");
  BOOST_TEST(picture_of(one, {}, "My own").title == "My own");

  const Store two = sample::sample_graph();
  const Picture both = picture_of(two);
  BOOST_TEST(both.title == "What 2 documents say");
  BOOST_TEST(both.caption[0] == "Source A: Three ministries brief, briefing.txt, 2021-12-23");
  BOOST_TEST(edge_text(both, "n_donald_trump", "n_united_states") == "0> [head of · B s1]");
}

BOOST_AUTO_TEST_CASE(namesakes_keep_apart) {
  sample::SampleBuilder b;
  b.document("d", "Namesakes", "2022-01-24");
  b.sentence(1, "Kim met Kim.");
  b.thing("person/kim-1", "pa:Person", "Kim");
  b.thing("person/kim-2", "pa:Person", "Kim");
  b.fact("person/kim-1", "met", "person/kim-2");
  const Store store = b.build();
  BOOST_TEST(edge_text(picture_of(store), "n_kim", "n_kim_2") == "0- [met · s1]");
}

BOOST_AUTO_TEST_CASE(classes_of_the_users_own) {
  sample::SampleBuilder b;
  b.document("d", "Own classes", "2022-01-24");
  b.sentence(1, "x");
  b.thing("gene/a", "urn:x/Gene", "A");
  b.thing("gene/b", "urn:x/FleetCommand", "B");
  b.quad("urn:x/FleetCommand", "rdfs:subClassOf", "pa:Military");
  b.fact("gene/a", "supports", "gene/b");
  const Store store = b.build();
  const Picture picture = picture_of(store);
  BOOST_TEST(node_text(picture, "n_a") == "A (gene)");
  BOOST_TEST(node_text(picture, "n_b") == "B (body)");
}

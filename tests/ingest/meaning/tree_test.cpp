#include "ingest/meaning/tree.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::ingest;

BOOST_AUTO_TEST_CASE(children_tops_and_ends) {
  // Norway signed the treaty quickly
  Document document;
  document.text = "Norway signed the treaty quickly";
  Sentences sentences;
  const auto add = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t head, Relation relation) {
    Token token;
    token.span = {begin, end};
    token.head = head;
    token.relation = relation;
    sentences.tokens.push_back(token);
  };
  add(0, 6, 1, Relation::nsubj);
  add(7, 13, 1, Relation::root);
  add(14, 17, 3, Relation::det);
  add(18, 24, 1, Relation::obj);
  add(25, 32, 1, Relation::advmod);
  sentences.sentences.push_back({.span = {0, 32}, .number = 1, .first = 0, .last = 5});
  const Words words(document, sentences, sentences.sentences.front());
  const Tree tree(words);
  BOOST_CHECK(tree.is_root(1));
  BOOST_CHECK_EQUAL(tree.head(1), Tree::nothing);
  BOOST_CHECK_EQUAL(tree.head(2), 3U);
  const auto below = tree.children(1);
  BOOST_CHECK((std::vector<std::uint32_t>(below.begin(), below.end()) == std::vector<std::uint32_t>{0, 3, 4}));
  BOOST_CHECK(tree.children(0).empty());
  BOOST_CHECK_EQUAL(tree.child(1, {Relation::obj, Relation::iobj}), 3U);
  BOOST_CHECK_EQUAL(tree.child(1, {Relation::obl}), Tree::nothing);
  BOOST_CHECK_EQUAL(tree.top(2, 4), 3U);
  BOOST_CHECK_EQUAL(tree.end_below(3), 4U);
  BOOST_CHECK_EQUAL(tree.end_below(1), 5U);
}

#include "ingest/language/tree_decoder.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace dossier::ingest;

namespace {

using Heads = std::vector<std::uint32_t>;

bool is_single_rooted_tree(const Heads& heads) {
  if (std::ranges::count(heads, 0U) != 1) return false;
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    for (std::size_t steps = 0; at != 0; at = heads[at - 1])
      if (heads[at - 1] > heads.size() || ++steps > heads.size()) return false;
  }
  return true;
}

double sum_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) sum += scores[w * (heads.size() + 1) + heads[w]];
  return sum;
}

/// The score of the best of all single-rooted trees.
double best_of_all(const std::vector<float>& scores, std::size_t words) {
  double best = -1e300;
  Heads heads(words, 0);
  for (;;) {
    if (is_single_rooted_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t i = 0;
    while (i < words && heads[i] == words) heads[i++] = 0;
    if (i == words) return best;
    ++heads[i];
  }
}

/// The better of the trees with one word on the root, by exhaustion for short sentences.
void compare(TreeDecoder& decoder, const std::vector<float>& scores, std::size_t words) {
  Heads heads(words, 99);
  decoder.decode(scores, heads);
  BOOST_REQUIRE(is_single_rooted_tree(heads));
  BOOST_REQUIRE_SMALL(sum_of(scores, heads) - best_of_all(scores, words), 1e-3);
}

std::vector<float> random_scores(std::size_t words, std::mt19937& random, float size = 5) {
  std::normal_distribution<float> normal(0, size);
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = normal(random);
  return scores;
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_scores_against_all_trees) {
  TreeDecoder decoder;
  std::mt19937 random(1);
  for (std::size_t words = 1; words <= 5; ++words)
    for (int i = 0; i < 1000; ++i) compare(decoder, random_scores(words, random), words);
  for (int i = 0; i < 100; ++i) compare(decoder, random_scores(6, random), 6);
}

BOOST_AUTO_TEST_CASE(scores_that_force_circles) {
  TreeDecoder decoder;
  std::mt19937 random(2);
  for (std::size_t words = 2; words <= 5; ++words)
    for (int i = 0; i < 500; ++i) {
      std::vector<float> scores = random_scores(words, random, 1);
      // a ring through all words, or two rings, far better than all else
      const std::size_t cut = i % 2 == 0 ? words : std::max<std::size_t>(2, words / 2);
      for (std::size_t w = 0; w < words; ++w) {
        const std::size_t next = w < cut ? (w + 1) % cut : w + 1 < words ? w + 1 : cut;
        if (next != w) scores[w * (words + 1) + next + 1] += 20;
        scores[w * (words + 1)] -= 10;
      }
      compare(decoder, scores, words);
    }
}

BOOST_AUTO_TEST_CASE(scores_that_force_several_roots_or_none) {
  TreeDecoder decoder;
  std::mt19937 random(3);
  for (std::size_t words = 2; words <= 5; ++words)
    for (int i = 0; i < 500; ++i) {
      std::vector<float> scores = random_scores(words, random, 1);
      for (std::size_t w = 0; w < words; ++w) scores[w * (words + 1)] += i % 2 == 0 ? 30.0F : -300.0F;
      compare(decoder, scores, words);
    }
}

BOOST_AUTO_TEST_CASE(equal_scores) {
  TreeDecoder decoder;
  std::mt19937 random(4);
  for (std::size_t words = 1; words <= 5; ++words) {
    compare(decoder, std::vector<float>(words * (words + 1), 0.0F), words);
    for (int i = 0; i < 200; ++i) {  // few different numbers
      std::vector<float> scores(words * (words + 1));
      for (float& score : scores) score = static_cast<float>(random() % 3);
      compare(decoder, scores, words);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_word_never_hangs_on_itself) {
  TreeDecoder decoder;
  std::mt19937 random(5);
  for (std::size_t words = 2; words <= 5; ++words)
    for (int i = 0; i < 100; ++i) {
      std::vector<float> scores = random_scores(words, random);
      for (std::size_t w = 0; w < words; ++w) scores[w * (words + 1) + w + 1] = 1000;
      Heads heads(words);
      decoder.decode(scores, heads);
      BOOST_REQUIRE(is_single_rooted_tree(heads));
    }
}

BOOST_AUTO_TEST_CASE(a_tree_with_one_root_whatever_the_length) {
  TreeDecoder decoder;
  std::mt19937 random(6);
  for (int i = 0; i < 300; ++i) {
    const std::size_t words = 1 + random() % 200;
    std::vector<float> scores = random_scores(words, random, i % 3 == 0 ? 0.01F : 10);
    if (i % 4 == 0)
      for (std::size_t w = 0; w < words; ++w) scores[w * (words + 1)] += i % 8 == 0 ? 50.0F : -50.0F;
    Heads heads(words);
    decoder.decode(scores, heads);
    BOOST_REQUIRE_MESSAGE(is_single_rooted_tree(heads), words << " words");
    // no change of one head makes a better tree
    const double score = sum_of(scores, heads);
    for (int k = 0; k < 50; ++k) {
      Heads other = heads;
      other[random() % words] = static_cast<std::uint32_t>(random() % (words + 1));
      if (is_single_rooted_tree(other)) BOOST_REQUIRE_LE(sum_of(scores, other), score + 1e-2);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_scores_give_the_same_tree_after_other_sentences) {
  std::mt19937 random(7);
  const std::vector<float> scores = random_scores(30, random);
  TreeDecoder fresh, used;
  Heads first(30), second(30), other(77);
  fresh.decode(scores, first);
  used.decode(random_scores(77, random), other);
  used.decode(scores, second);
  BOOST_TEST(first == second, boost::test_tools::per_element());
}

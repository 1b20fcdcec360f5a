#include "ontology/label_trie.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using dossier::ontology::LabelTrie;

namespace {

std::uint32_t find(const LabelTrie& trie, std::string_view key) {
  LabelTrie::State state = LabelTrie::root;
  for (const char byte : key) {
    state = trie.next(state, static_cast<unsigned char>(byte));
    if (state == LabelTrie::none) return LabelTrie::none;
  }
  return trie.key(state);
}

std::vector<std::string> random_keys(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  std::vector<std::string> keys;
  for (int i = 0; i < count; ++i) {
    std::string key(1 + random() % 8, ' ');
    for (char& byte : key) byte = static_cast<char>(random() % 3 == 0 ? 1 + random() % 255 : 'a' + random() % 4);
    keys.push_back(key);
  }
  std::ranges::sort(keys);
  const auto repeated = std::ranges::unique(keys);
  keys.erase(repeated.begin(), repeated.end());
  return keys;
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_empty_one_finds_nothing) {
  const LabelTrie trie;
  for (int byte = 0; byte < 256; ++byte)
    BOOST_CHECK(trie.next(LabelTrie::root, static_cast<unsigned char>(byte)) == LabelTrie::none);
}

BOOST_AUTO_TEST_CASE(finds_each_key_and_no_prefix_of_one) {
  const std::vector<std::string> keys{"a", "ab", "abcd", "b", "\xFF"};
  const LabelTrie trie(keys);
  for (std::uint32_t i = 0; i < keys.size(); ++i) BOOST_CHECK_EQUAL(find(trie, keys[i]), i);
  for (const char* other : {"abc", "abcde", "c", "ba"}) BOOST_CHECK_EQUAL(find(trie, other), LabelTrie::none);
}

BOOST_AUTO_TEST_CASE(agrees_with_a_search_in_the_sorted_keys) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const std::vector<std::string> keys = random_keys(seed, 2000);
    const LabelTrie trie(keys);
    for (std::uint32_t i = 0; i < keys.size(); ++i) BOOST_REQUIRE_EQUAL(find(trie, keys[i]), i);
    for (const std::string& other : random_keys(seed + 100, 500)) {
      const auto found = std::ranges::lower_bound(keys, other);
      const bool known = found != keys.end() && *found == other;
      BOOST_REQUIRE_EQUAL(find(trie, other),
                          known ? static_cast<std::uint32_t>(found - keys.begin()) : LabelTrie::none);
    }
  }
}

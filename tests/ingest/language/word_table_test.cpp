#include "ingest/language/word_table.h"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "ingest/language/hashing.h"

using namespace dossier::ingest;

BOOST_AUTO_TEST_CASE(an_empty_table_finds_nothing) {
  BOOST_CHECK_EQUAL(WordTable().find(123), 0U);
  const WordTableBuilder builder(0);
  const WordTable table(builder.slots());
  BOOST_CHECK_EQUAL(table.find(0), 0U);
  BOOST_CHECK_EQUAL(table.find(mixed(hash_of("word"))), 0U);
}

BOOST_AUTO_TEST_CASE(what_was_added_is_found_and_nothing_else) {
  std::mt19937_64 random(1);
  for (const std::size_t words : {1U, 2U, 3U, 7U, 100U, 5000U}) {
    std::map<std::uint64_t, std::uint32_t> wanted;
    WordTableBuilder builder(words);
    for (std::uint32_t i = 1; i <= words; ++i) {
      const std::uint64_t hash = mixed(random());
      wanted[hash] = i;
      builder.add(hash, i);
    }
    BOOST_CHECK(std::has_single_bit(builder.slots().size()));
    BOOST_CHECK_GT(builder.slots().size(), words);  // one slot is empty, so that looking ends
    const WordTable table(builder.slots());
    for (const auto& [hash, value] : wanted) BOOST_REQUIRE_EQUAL(table.find(hash), value);
    std::size_t wrong = 0;
    for (int i = 0; i < 10'000; ++i) wrong += table.find(mixed(random())) != 0;
    BOOST_CHECK_LE(wrong, 1U);
  }
}

// All begin at the last slot, so that the walk goes round.
BOOST_AUTO_TEST_CASE(words_that_begin_at_the_same_slot) {
  WordTableBuilder builder(10);
  const std::uint64_t last = builder.slots().size() - 1;
  for (std::uint32_t i = 1; i <= 10; ++i) builder.add((std::uint64_t{i} << 32) | last, i);
  const WordTable table(builder.slots());
  for (std::uint32_t i = 1; i <= 10; ++i) BOOST_CHECK_EQUAL(table.find((std::uint64_t{i} << 32) | last), i);
  BOOST_CHECK_EQUAL(table.find((std::uint64_t{11} << 32) | last), 0U);
}

BOOST_AUTO_TEST_CASE(the_same_word_twice) {
  const std::uint64_t hash = mixed(hash_of("georgia"));
  WordTableBuilder first(2), joined(2);
  first.add(hash, 4), first.add(hash, 1);
  joined.add(hash, 4, true), joined.add(hash, 1, true);
  BOOST_CHECK_EQUAL(WordTable(first.slots()).find(hash), 4U);
  BOOST_CHECK_EQUAL(WordTable(joined.slots()).find(hash), 5U);
}

// Models hold these numbers: a change would make every model wrong without a word.
BOOST_AUTO_TEST_CASE(hashes_are_those_of_the_models) {
  BOOST_CHECK_EQUAL(hash_of(""), hash_seed);
  BOOST_CHECK_EQUAL(hash_of("a"), 0xaf63dc4c8601ec8cU);  // FNV-1a's published value
  BOOST_CHECK_EQUAL(hash_of("foobar"), 0x85944171f73967e8U);
  BOOST_CHECK_EQUAL(hash_of("bar", hash_of("foo")), hash_of("foobar"));
  BOOST_CHECK_EQUAL(mixed(0), 0U);
  BOOST_CHECK_EQUAL(mixed(1), 0xb456bcfc34c2cb2cU);
}

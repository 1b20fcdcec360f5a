#include "ingest/language/tokenizer.h"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace dossier::ingest;

namespace {

/// "a|b|c"; sentences are separated by " // ".
std::string shown(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  const auto ends = sentence_ends(text, tokens, 0);
  std::string out;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) out += next < ends.size() && ends[next] == i ? (++next, " // ") : "|";
    out += text.substr(tokens[i].span.begin, tokens[i].span.size());
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_and_marks) {
  BOOST_CHECK_EQUAL(shown("The talks, he said, failed."), "The|talks|,|he|said|,|failed|.");
  BOOST_CHECK_EQUAL(shown("(see page 3)"), "(|see|page|3|)");
}

BOOST_AUTO_TEST_CASE(names_with_hyphens_stay_whole) {
  BOOST_CHECK_EQUAL(shown("Choi Young-joon met inter-Korean envoys"), "Choi|Young-joon|met|inter-Korean|envoys");
  BOOST_CHECK_EQUAL(shown("the U.S.-Mexico border"), "the|U.S.-Mexico|border");
}

BOOST_AUTO_TEST_CASE(possessives_are_tokens) {
  BOOST_CHECK_EQUAL(shown("Korea's plan and the ministers’ plan"), "Korea|'s|plan|and|the|ministers|’|plan");
  BOOST_CHECK_EQUAL(shown("Japan’s use; O'Neill don't"), "Japan|’s|use|;|O'Neill|don't");
}

BOOST_AUTO_TEST_CASE(numbers_addresses_and_abbreviations_stay_whole) {
  BOOST_CHECK_EQUAL(shown("It cost $1,200.50 on 04/04/2017."), "It|cost|$|1,200.50|on|04/04/2017|.");
  BOOST_CHECK_EQUAL(shown("Write to a.b@example.org."), "Write|to|a.b@example.org|.");
  BOOST_CHECK_EQUAL(shown("See https://example.org/x?y=1, too"), "See|https://example.org/x?y=1|,|too");
  BOOST_CHECK_EQUAL(shown("Lt. Gen. Park and J. Smith of the U.S. Army"), "Lt.|Gen.|Park|and|J.|Smith|of|the|U.S.|Army");
}

BOOST_AUTO_TEST_CASE(sentences_end_where_they_end) {
  BOOST_CHECK_EQUAL(shown("He left. She stayed."), "He|left|. // She|stayed|.");
  BOOST_CHECK_EQUAL(shown("“It failed.” He left."), "“|It|failed|.|” // He|left|.");
  BOOST_CHECK_EQUAL(shown("They met Dr. Kim. Then they left the U.S. The talks failed."),
                    "They|met|Dr.|Kim|. // Then|they|left|the|U.S. // The|talks|failed|.");
  BOOST_CHECK_EQUAL(shown("Why? Nobody knows!"), "Why|? // Nobody|knows|!");
  BOOST_CHECK_EQUAL(shown("access to those in need.And, most of all"), "access|to|those|in|need|. // And|,|most|of|all");
}

BOOST_AUTO_TEST_CASE(nothing_and_blanks_give_nothing) {
  BOOST_CHECK_EQUAL(shown(""), "");
  BOOST_CHECK_EQUAL(shown(" \n\t "), "");
}

BOOST_AUTO_TEST_CASE(other_scripts_do_not_break_it) {
  BOOST_CHECK_EQUAL(shown("통일부 장관은 말했다."), "통일부|장관은|말했다|.");
  BOOST_CHECK_EQUAL(shown("Mevlüt Çavuşoğlu’s"), "Mevlüt|Çavuşoğlu|’s");
}

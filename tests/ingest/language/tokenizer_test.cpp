#include "ingest/language/tokenizer.h"

#include <boost/test/unit_test.hpp>
#include <ctime>
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

/// "a|b+c": "+" before a token that belongs to the surface token before.
std::string surface(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    out += (i == 0                             ? ""
            : continues_token(text, tokens, i) ? "+"
                                               : "|") +
           std::string(text.substr(tokens[i].span.begin, tokens[i].span.size()));
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
  BOOST_CHECK_EQUAL(shown("Japan’s use; O'Neill don't"), "Japan|’s|use|;|O'Neill|do|n't");
}

BOOST_AUTO_TEST_CASE(numbers_addresses_and_abbreviations_stay_whole) {
  BOOST_CHECK_EQUAL(shown("It cost $1,200.50 on 04/04/2017."), "It|cost|$|1,200.50|on|04/04/2017|.");
  BOOST_CHECK_EQUAL(shown("Write to a.b@example.org."), "Write|to|a.b@example.org|.");
  BOOST_CHECK_EQUAL(shown("See https://example.org/x?y=1, too"), "See|https://example.org/x?y=1|,|too");
  BOOST_CHECK_EQUAL(shown("Lt. Gen. Park and J. Smith of the U.S. Army"),
                    "Lt.|Gen.|Park|and|J.|Smith|of|the|U.S.|Army");
}

BOOST_AUTO_TEST_CASE(sentences_end_where_they_end) {
  BOOST_CHECK_EQUAL(shown("He left. She stayed."), "He|left|. // She|stayed|.");
  BOOST_CHECK_EQUAL(shown("“It failed.” He left."), "“|It|failed|.|” // He|left|.");
  BOOST_CHECK_EQUAL(shown("They met Dr. Kim. Then they left the U.S. The talks failed."),
                    "They|met|Dr.|Kim|. // Then|they|left|the|U.S. // The|talks|failed|.");
  BOOST_CHECK_EQUAL(shown("Why? Nobody knows!"), "Why|? // Nobody|knows|!");
  BOOST_CHECK_EQUAL(shown("access to those in need.And, most of all"),
                    "access|to|those|in|need|. // And|,|most|of|all");
}

BOOST_AUTO_TEST_CASE(nothing_and_blanks_give_nothing) {
  BOOST_CHECK_EQUAL(shown(""), "");
  BOOST_CHECK_EQUAL(shown(" \n\t "), "");
}

BOOST_AUTO_TEST_CASE(other_scripts_do_not_break_it) {
  BOOST_CHECK_EQUAL(shown("통일부 장관은 말했다."), "통일부|장관은|말했다|.");
  BOOST_CHECK_EQUAL(shown("Mevlüt Çavuşoğlu’s"), "Mevlüt|Çavuşoğlu|’s");
}

BOOST_AUTO_TEST_CASE(contractions_are_split) {
  BOOST_CHECK_EQUAL(surface("I don't, can't and won’t."), "I|do+n't|,|ca+n't|and|wo+n’t|.");
  BOOST_CHECK_EQUAL(surface("They're, we'll, I'd've, it's"), "They+'re|,|we+'ll|,|I+'d+'ve|,|it+'s");
  BOOST_CHECK_EQUAL(surface("cannot gonna wanna dont CAN'T"), "can+not|gon+na|wan+na|do+nt|CA+N'T");
  BOOST_CHECK_EQUAL(surface("the ministers' plan, the 1990's"), "the|ministers+'|plan|,|the|1990's");
  BOOST_CHECK_EQUAL(surface("he said 'yes' and left"), "he|said|'|yes|'|and|left");
  BOOST_CHECK_EQUAL(surface("Choi Young-joon's"), "Choi|Young-joon+'s");
  BOOST_CHECK_EQUAL(surface("the U.S.'s aid"), "the|U.S.|'s|aid");
}

BOOST_AUTO_TEST_CASE(numbers_and_their_units) {
  BOOST_CHECK_EQUAL(shown("5%, $3.5bn, US$40, €2, 7pm, 35mm"), "5|%|,|$|3.5|bn|,|US$|40|,|€|2|,|7|pm|,|35|mm");
  BOOST_CHECK_EQUAL(shown("the 19th, 1980s; 10:30, 1950-53, '02"), "the|19th|,|1980s|;|10:30|,|1950-53|,|'02");
  BOOST_CHECK_EQUAL(shown("1,200,000 and [2,15]"), "1,200,000|and|[|2|,|15|]");
}

BOOST_AUTO_TEST_CASE(dashes_slashes_quotes_and_brackets) {
  BOOST_CHECK_EQUAL(shown("peace—if any—and war – or 2013–14"), "peace|—|if|any|—|and|war|–|or|2013|–|14");
  BOOST_CHECK_EQUAL(shown("and/or, w/o, AT&T, R&D"), "and|/|or|,|w/o|,|AT&T|,|R&D");
  BOOST_CHECK_EQUAL(shown("th- the low- and middle-income"), "th-|the|low|-|and|middle-income");
  BOOST_CHECK_EQUAL(shown("“Peace,” he said (twice)..."), "“|Peace|,|”|he|said|(|twice|)|...");
  BOOST_CHECK_EQUAL(shown("What?! No -- wait…"), "What|?! // No|--|wait|…");
  BOOST_CHECK_EQUAL(shown("great :) thanks (see: )"), "great|:)|thanks|(|see|:|)");
}

BOOST_AUTO_TEST_CASE(addresses) {
  BOOST_CHECK_EQUAL(shown("(https://example.org/a_(b)), www.example.org."),
                    "(|https://example.org/a_(b))|,|www.example.org|.");
  BOOST_CHECK_EQUAL(shown("<first.last@mail.example.co.uk>; @name"), "<|first.last@mail.example.co.uk|>|;|@name");
  BOOST_CHECK_EQUAL(shown("see example.com, annex.pdf"), "see|example.com|,|annex.pdf");
}

BOOST_AUTO_TEST_CASE(abbreviations_by_what_follows) {
  BOOST_CHECK_EQUAL(shown("No. 5 says no."), "No.|5|says|no|.");
  BOOST_CHECK_EQUAL(shown("on Jan. 5 at 5 p.m. in Washington, D.C."), "on|Jan.|5|at|5|p.m.|in|Washington|,|D.C.");
  BOOST_CHECK_EQUAL(shown("tea, etc. and plan B."), "tea|,|etc.|and|plan|B|.");
  BOOST_CHECK_EQUAL(shown("the ROK-U.S. alliance, Roe v. Wade"), "the|ROK-U.S.|alliance|,|Roe|v.|Wade");
}

// Spans cover everything but white space, once and in order, whatever the bytes are; and the time grows with the text.
BOOST_AUTO_TEST_CASE(any_text_in_linear_time) {
  constexpr std::size_t megabytes = 4U << 20U;
  std::vector<std::string> texts;
  for (const std::string_view part : {"x", "(", "a-", "a's", "a@", "a.b", "www.", "1,", "'", "\xE2\x80\x99",
                                      "http://a)", ":)", "\xF0\x9F\x98\x80", "a.-", "\xD7\x90"}) {
    std::string text;
    while (text.size() < megabytes / 4) text += part;
    texts.push_back(std::move(text));
  }
  const std::clock_t start = std::clock();  // of this process alone: a busy machine is no fault
  for (const std::string& text : texts) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::uint32_t at = 0;
    for (const Token& token : tokens) {
      BOOST_REQUIRE_EQUAL(token.span.begin, at);
      BOOST_REQUIRE(!token.span.empty());
      at = token.span.end;
    }
    BOOST_REQUIRE_EQUAL(at, text.size());
    BOOST_CHECK_EQUAL(sentence_ends(text, tokens, 0).back(), tokens.size());
  }
  BOOST_CHECK_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 60);
}

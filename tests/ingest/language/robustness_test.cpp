// Whatever the text is: read in proportion to its size, and every reading is well formed.
#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "ingest/language/language_model.h"
#include "tests/ingest/language/invariants.h"

using namespace dossier::ingest;
using dossier::ingest::test::first_fault;
using dossier::ingest::test::paragraph;

namespace {

Sentences read(const Document& document) {
  Sentences sentences = english().read(document);
  BOOST_TEST(first_fault(document, sentences) == "");
  return sentences;
}

Sentences read(const std::string& text) { return read(paragraph(text)); }

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(robustness)

BOOST_AUTO_TEST_CASE(nothing_gives_nothing) {
  for (const char* text : {"", " ", "\n\n\n", "\t \xC2\xA0\xE2\x80\x8B\n"}) {
    const Sentences sentences = read(text);
    BOOST_TEST(sentences.tokens.empty());
    BOOST_TEST(sentences.sentences.empty());
    BOOST_TEST(sentences.names.empty());
  }
}

BOOST_AUTO_TEST_CASE(documents_without_sentences) {
  Document document = paragraph("March 4, 2020");
  document.blocks.front().kind = BlockKind::meta;
  BOOST_TEST(read(document).sentences.empty());
  document.blocks.clear();
  BOOST_TEST(read(document).sentences.empty());
}

BOOST_AUTO_TEST_CASE(single_tokens) {
  for (const char* text : {"a", ".", "(", "\xF0\x9F\x87\xB3", "\xE2\x80\x8D", "\xCC\x81", "'", "-", "_", "0"}) BOOST_TEST(read(text).sentences.size() == 1U);
}

BOOST_AUTO_TEST_CASE(random_bytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string bytes(random() % 2000, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    read(bytes);
  }
}

BOOST_AUTO_TEST_CASE(random_characters) {
  std::mt19937 random(8);
  constexpr std::string_view marks = ".,;:!?'\"-()[]{}<>@#$%&*/\\|~^_+= \n\t0123456789aAnNtTsS";
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (std::size_t i = random() % 2000; i > 0; --i) text += marks[random() % marks.size()];
    read(text);
  }
}

BOOST_AUTO_TEST_CASE(without_a_space) {
  read(repeated("a", 2'000'000));
  read(repeated("Norway,", 10'000));
  read(repeated("don't", 10'000));
  read(repeated("a.b@", 20'000));
  read(repeated("http://", 20'000));
  read(repeated("\xE5\x8D\x97\xE5\x8C\x97\xE3\x80\x82", 10'000));
}

BOOST_AUTO_TEST_CASE(brackets_and_quotes) {
  BOOST_TEST(!read(repeated("(", 100'000)).tokens.empty());
  BOOST_TEST(read(repeated("( ", 100'000)).tokens.size() == 100'000U);
  read(repeated("([{<", 5'000));
  read(repeated("\xE2\x80\x9C\xE2\x80\x98", 5'000));
  read(repeated("' \"", 5'000));
  read(repeated("\xEF\xBF\xBD", 5'000));
}

BOOST_AUTO_TEST_CASE(every_script) {
  read("Norway and \xD0\x98\xD1\x81\xD0\xBB\xD0\xB0\xD0\xBD\xD0\xB4\xD0\xB8\xD1\x8F signed \xE5\x8D\x94\xE5\xAE\x9A in \xEC\x84\x9C\xEC\x9A\xB8. \xCE\x97 \xCE\x91\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1 agreed.");
  read("\xD8\xB2\xD8\xA7\xD8\xB1 \xD8\xA7\xD9\x84\xD9\x88\xD8\xB2\xD9\x8A\xD8\xB1 (Minister) \xD8\xA3\xD9\x88\xD8\xB3\xD9\x84\xD9\x88\xD8\x8C \xE2\x80\x8F\xE2\x80\xAB\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\xE2\x80\xAC \xD9\xA1\xD9\xA2\xD9\xA3.");
  read("\xE0\xA4\xA8\xE0\xA4\xBE\xE0\xA4\xB0\xE0\xA5\x8D\xE0\xA4\xB5\xE0\xA5\x87 \xE0\xB8\x99\xE0\xB8\xAD\xE0\xB8\xA3\xE0\xB9\x8C\xE0\xB9\x80\xE0\xB8\xA7\xE0\xB8\xA2\xE0\xB9\x8C e\xCC\x81\xCC\x82\xCC\x83 \xC4\xB0stanbul \xF0\x9D\x94\x98\xF0\x9D\x94\xAB");
  std::string all;
  for (char32_t c = 0x21; c < 0x30000; c += c < 0x3000 ? 1 : 7) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c < 0x80) all += static_cast<char>(c);
    else if (c < 0x800) all += {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
    else if (c < 0x10000) all += {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
    else all += {static_cast<char>(0xF0U | c >> 18U), static_cast<char>(0x80U | (c >> 12U & 0x3FU)), static_cast<char>(0x80U | (c >> 6U & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
    if (c % 11 == 0) all += ' ';
  }
  read(all);
}

BOOST_AUTO_TEST_CASE(emoji) {
  read("Good \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD news \xF0\x9F\x87\xB3\xF0\x9F\x87\xB4\xF0\x9F\x87\xAE\xF0\x9F\x87\xB8!");
  read(repeated("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80", 5'000));
}

BOOST_AUTO_TEST_CASE(a_sentence_without_end) {
  const Sentences sentences = read(repeated("word ", 50'000));
  BOOST_TEST(sentences.tokens.size() == 50'000U);
  BOOST_TEST(sentences.sentences.size() == 1U);  // and one tree: its parts hang on the root of the first
  read(repeated("Norway said that ", 3'000));
}

BOOST_AUTO_TEST_CASE(as_much_again_is_read_again) {
  const std::string text = "Norway and Iceland didn't sign the agreement in Oslo.\n";
  const auto counts = [](const Sentences& s) { return std::array{s.tokens.size(), s.sentences.size(), s.lemma_text.size()}; };
  const auto once = counts(read(repeated(text, 500))), twice = counts(read(repeated(text, 1000)));
  for (std::size_t i = 0; i < once.size(); ++i) BOOST_TEST(2 * once[i] == twice[i]);
}

BOOST_AUTO_TEST_CASE(the_same_text_reads_the_same) {
  const Document document = paragraph("Norway and Iceland signed it. \xE2\x80\x9CNo,\xE2\x80\x9D said Kari Nordmann.");
  const Sentences one = read(document), two = read(document);
  BOOST_TEST(one.lemma_text == two.lemma_text);
  BOOST_TEST((one.names == two.names));
  for (std::size_t i = 0; i < one.tokens.size(); ++i)
    BOOST_TEST((one.tokens[i].head == two.tokens[i].head && one.tokens[i].relation == two.tokens[i].relation && one.tokens[i].tag == two.tokens[i].tag));
}

BOOST_AUTO_TEST_SUITE_END()

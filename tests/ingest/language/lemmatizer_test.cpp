#include "ingest/language/lemmatizer.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "graph/error/error.h"
#include "ingest/language/training/lemmas.h"

using namespace dossier::ingest;

namespace {

/// "form/tag/lemma" each.
std::vector<TreebankSentence> treebank(const std::string& words) {
  TreebankSentence sentence;
  std::istringstream in(words);
  for (std::string text; in >> text;) {
    std::istringstream parts(text);
    TreebankWord word;
    std::getline(parts, word.form, '/');
    std::getline(parts, word.xpos, '/');
    std::getline(parts, word.lemma, '/');
    sentence.words.push_back(word);
  }
  return {sentence};
}

const std::string& section() {
  static const std::string bytes =
      train_lemmas(treebank("talks/NNS/talk plans/NNS/plan states/NNS/state rights/NNS/right treaties/NNS/treaty "
                            "parties/NNS/party bodies/NNS/body children/NNS/child "
                            "signed/VBD/sign talked/VBD/talk wanted/VBN/want visited/VBD/visit pledge/VB/pledge "
                            "went/VBD/go held/VBD/hold held/VBN/hold 's/POS/'s "
                            "n't/RB/not Korean/JJ/Korean korean/JJ/Korean Seoul/NNP/Seoul States/NNPS/State "
                            "Nations/NNPS/Nation long/JJ/long long/JJ/long the/DT/the "
                            "security/NN/security security/NN/security related/JJ/related based/JJ/based led/JJ/led "
                            "term/NN/term term/NN/term them/PRP/they"));
  return bytes;
}

std::string lemma(std::string_view form, std::string_view tag) {
  static const Lemmatizer lemmatizer(section());
  std::string result = "what was here before";
  lemmatizer.lemmatize(form, tag, result);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_that_were_seen) {
  BOOST_CHECK_EQUAL(lemma("children", "NNS"), "child");
  BOOST_CHECK_EQUAL(lemma("Went", "VBD"), "go");
  BOOST_CHECK_EQUAL(lemma("n't", "RB"), "not");
  BOOST_CHECK_EQUAL(lemma("them", "PRP"), "they");
  BOOST_CHECK_EQUAL(lemma("'s", "POS"), "'s");
}

BOOST_AUTO_TEST_CASE(words_that_follow_a_rule) {
  BOOST_CHECK_EQUAL(lemma("Embassies", "NNS"), "embassy");
  BOOST_CHECK_EQUAL(lemma("ministers", "NNS"), "minister");
  BOOST_CHECK_EQUAL(lemma("boosted", "VBD"), "boost");
  BOOST_CHECK_EQUAL(lemma("went", "VBN"), "go");         // one past form speaks for the other
  BOOST_CHECK_EQUAL(lemma("pledged", "VBD"), "pledge");  // a regular form of a known word
  BOOST_CHECK_EQUAL(lemma("signing", "VBG"), "sign");
}

BOOST_AUTO_TEST_CASE(capitals) {
  BOOST_CHECK_EQUAL(lemma("The", "DT"), "the");
  BOOST_CHECK_EQUAL(lemma("Pyongyang", "NNP"), "Pyongyang");
  BOOST_CHECK_EQUAL(lemma("NATO", "NNP"), "NATO");
  BOOST_CHECK_EQUAL(lemma("Emirates", "NNPS"), "Emirate");
  BOOST_CHECK_EQUAL(lemma("KOREAN", "JJ"), "Korean");
  BOOST_CHECK_EQUAL(lemma("Burmese", "JJ"), "Burmese");
  BOOST_CHECK_EQUAL(lemma("Long-term", "JJ"), "long-term");
  BOOST_CHECK_EQUAL(lemma("Washington-based", "JJ"), "Washington-based");
  BOOST_CHECK_EQUAL(lemma("École", "NN"), "école");
}

BOOST_AUTO_TEST_CASE(numbers_lose_their_commas) {
  BOOST_CHECK_EQUAL(lemma("1,200,000.5", "CD"), "1200000.5");
  BOOST_CHECK_EQUAL(lemma("1950-53", "CD"), "1950-53");
}

BOOST_AUTO_TEST_CASE(any_word) {
  BOOST_CHECK_EQUAL(lemma("", "NN"), "");
  BOOST_CHECK_EQUAL(lemma("s", "NNS"), "s");
  BOOST_CHECK_EQUAL(lemma("Words", "no tag"), "words");
  BOOST_CHECK_EQUAL(lemma("Отчёты", "NNS"), "отчёты");
  BOOST_CHECK_EQUAL(lemma(std::string(5000, 'X'), "NNS"), std::string(5000, 'x'));
  BOOST_CHECK_EQUAL(lemma("\xF0\x9F\x98\x80", "SYM"), "\xF0\x9F\x98\x80");
}

BOOST_AUTO_TEST_CASE(learning_gives_the_same_bytes_again) {
  BOOST_CHECK(train_lemmas(treebank("talks/NNS/talk")) == train_lemmas(treebank("talks/NNS/talk")));
}

BOOST_AUTO_TEST_CASE(a_damaged_table_is_refused) {
  std::string bytes = section();
  BOOST_CHECK_THROW(Lemmatizer(std::string_view(bytes).substr(1)), dossier::Error);
  BOOST_CHECK_THROW(Lemmatizer(std::string_view(bytes).substr(0, bytes.size() - 1)), dossier::Error);
  BOOST_CHECK_THROW(Lemmatizer(""), dossier::Error);
  bytes[4] = 3;  // slots: no power of two
  BOOST_CHECK_THROW(Lemmatizer{std::string_view(bytes)}, dossier::Error);
  bytes = section();
  bytes.replace(16, 8, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  std::string full = bytes;  // no empty slot: a search would not end
  std::uint32_t slots = 0;
  for (std::size_t i = 0; i < 4; ++i)
    slots |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[4 + i])) << (8 * i);
  for (std::size_t i = 0; i < 4 * std::size_t{slots}; ++i) full[16 + i] = '\x55';
  BOOST_CHECK_THROW(Lemmatizer{std::string_view(full)}, dossier::Error);
  full = section();
  for (std::size_t i = 0; i < 2 * std::size_t{slots}; ++i) full[16 + 4 * slots + i] = '\x7F';
  BOOST_CHECK_THROW(Lemmatizer{std::string_view(full)}, dossier::Error);
}

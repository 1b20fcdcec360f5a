#include "ingest/language/tagger.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iostream>
#include <string>

#include "graph/error/error.h"
#include "ingest/language/analyse.h"

using namespace dossier::ingest;

namespace {

std::string shown(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  const Sentences sentences = analyse(document);
  std::string out;
  for (const Token& token : sentences.tokens) out += (out.empty() ? "" : " ") + std::string(name_of(token.tag));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(plain_sentences) {
  BOOST_CHECK_EQUAL(shown("The minister signed the agreement."), "DT NN VBD DT NN .");
  BOOST_CHECK_EQUAL(shown("They will strengthen relations with China."), "PRP MD VB NNS IN NNP .");
}

BOOST_AUTO_TEST_CASE(a_sentence_has_a_finite_verb) { BOOST_CHECK_EQUAL(shown("Norway backs the agreement."), "NNP VBZ DT NN ."); }

BOOST_AUTO_TEST_CASE(lemmas) {
  BOOST_CHECK_EQUAL(english().lemma("signed", Tag::VBD), "sign");
  BOOST_CHECK_EQUAL(english().lemma("strengthening", Tag::VBG), "strengthen");
  BOOST_CHECK_EQUAL(english().lemma("held", Tag::VBN), "hold");
  BOOST_CHECK_EQUAL(english().lemma("ratified", Tag::VBD), "ratify");
  BOOST_CHECK_EQUAL(english().lemma("pledged", Tag::VBD), "pledge");
  BOOST_CHECK_EQUAL(english().lemma("treaties", Tag::NNS), "treaty");
}

BOOST_AUTO_TEST_CASE(common_words_are_no_names) {
  BOOST_CHECK(english().is_common_word("Security"));
  BOOST_CHECK(english().is_common_word("Unification"));
  BOOST_CHECK(!english().is_common_word("Kerry"));
}

BOOST_AUTO_TEST_CASE(a_damaged_model_is_told) {
  BOOST_CHECK_THROW(Tagger("nonsense\n"), dossier::Error);
  BOOST_CHECK_THROW(Tagger("tag\tNN\tmany\n"), dossier::Error);
  BOOST_CHECK_THROW(Tagger(""), dossier::Error);
}

BOOST_AUTO_TEST_CASE(no_input_breaks_it) {
  for (const char* text : {"", ".", "“”", "- - -", "A", "((((", "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80", "a b c d e f g h i j k l m n o p q r s t u v w x y z"}) shown(text);
  shown(std::string(20'000, 'x'));
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += "word ";
  shown(many);
}

// Accuracy on a test set that the model was not counted on, with its own tokens.
BOOST_AUTO_TEST_CASE(accuracy_on_ewt_test) {
  std::ifstream file(std::string(DOSSIER_SHARED) + "/data/treebanks/en_ewt-test.conllu");
  if (!file) {
    std::cout << "skipped: the treebanks are not here\n";
    return;
  }
  std::string text, line;
  std::vector<Token> tokens;
  std::vector<std::string> gold;
  std::size_t right = 0, all = 0;
  while (std::getline(file, line)) {
    if (line.empty()) {
      english().tag(text, tokens);
      for (std::size_t i = 0; i < gold.size(); ++i) {
        const std::string_view found = name_of(tokens[i].tag);
        if (gold[i] == "``" || gold[i] == "-LRB-" || gold[i] == "-RRB-" || gold[i] == "NFP" || gold[i] == "ADD" || gold[i] == "HYPH" || gold[i] == "AFX" ||
            gold[i] == "GW" || gold[i] == "LS" || gold[i] == "XX")
          continue;
        ++all;
        right += gold[i] == found ? 1 : 0;
      }
      text.clear();
      tokens.clear();
      gold.clear();
      continue;
    }
    if (line[0] == '#') continue;
    std::vector<std::string> field;
    for (std::size_t at = 0, tab = 0; tab != std::string::npos; at = tab + 1) {
      tab = line.find('\t', at);
      field.push_back(line.substr(at, tab - at));
    }
    if (field[0].find_first_not_of("0123456789") != std::string::npos) continue;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += field[1] + ' ';
    tokens.push_back({{begin, static_cast<std::uint32_t>(text.size() - 1)}, Tag::none, true});
    gold.push_back(field[4]);
  }
  const double accuracy = static_cast<double>(right) / static_cast<double>(all);
  std::cout << "tag accuracy on EWT test: " << accuracy << " of " << all << " tokens\n";
  BOOST_CHECK_GT(accuracy, 0.91);
}

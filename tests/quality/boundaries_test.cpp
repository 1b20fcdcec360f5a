// Tokens and sentences from raw text against treebanks, by a model that is trained here on their training parts.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "ingest/language/raw_text.h"
#include "ingest/language/sentence_boundaries.h"
#include "ingest/language/tokenizer.h"
#include "ingest/language/training/boundaries.h"
#include "tests/quality/conll_score.h"

using namespace dossier::ingest;
using dossier::quality::conll_score;

namespace {

std::vector<TreebankSentence> treebank(const std::string& name) {
  return read_treebank(std::filesystem::path(DOSSIER_SHARED) / "data/treebanks" / ("en_" + name + ".conllu"));
}

/// What the tokenizer and the model see in the text.
std::vector<TreebankSentence> cut(const Document& document, const BoundaryModel& model) {
  std::vector<TreebankSentence> result;
  std::vector<Token> tokens;
  for (const Block& block : document.blocks) {
    tokens.clear();
    tokenize(document.text, block.span, tokens);
    std::uint32_t i = 0;
    for (const std::uint32_t end : model.sentence_ends(document.text, tokens, 0)) {
      TreebankSentence& sentence = result.emplace_back();
      for (std::uint32_t surface = 0; i < end; ++i) {
        TreebankWord& word = sentence.words.emplace_back();
        word.form = document.view(tokens[i].span);
        if (sentence.words.size() > 1 && !continues_token(document.text, tokens, i)) ++surface;
        word.surface = surface;
      }
    }
  }
  return result;
}

struct Goal {
  const char* name;
  double tokens, sentences;  ///< F1 × 100, on the treebank with compounds joined
};

}  // namespace

BOOST_AUTO_TEST_CASE(from_raw_text) {
  if (!std::filesystem::exists(std::filesystem::path(DOSSIER_SHARED) / "data/treebanks")) {
    std::cout << "skipped: the treebanks are not here\n";
    return;
  }
  std::vector<TreebankSentence> train = treebank("ewt-train");
  for (TreebankSentence& sentence : treebank("gum-open-train")) train.push_back(std::move(sentence));
  const auto start = std::chrono::steady_clock::now();
  const std::string section = train_boundaries(train);
  std::printf("trained in %.1f s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  const BoundaryModel model(section);
  std::printf("              tokens   words sentences | tokens, words of the treebank as it is (F1)\n");
  for (const Goal& goal : {Goal{"ewt-dev", 99, 87},
                           {"gum-open-dev", 99.5, 94},
                           {"ewt-test", 99, 87},
                           {"gum-open-test", 99.5, 94},
                           {"pud-test", 99.5, 98}}) {
    const std::vector<TreebankSentence> gold = treebank(goal.name);
    std::vector<TreebankSentence> joined;
    joined.reserve(gold.size());
    for (const TreebankSentence& sentence : gold) joined.push_back(join_hyphens(sentence));
    const std::vector<TreebankSentence> system = cut(raw_text(gold).document, model);
    const auto score = conll_score(joined, system), as_it_is = conll_score(gold, system);
    std::printf("%-13s %6.2f  %6.2f  %6.2f    | %6.2f %6.2f\n", goal.name, 100 * score.tokens.f1(),
                100 * score.words.f1(), 100 * score.sentences.f1(), 100 * as_it_is.tokens.f1(),
                100 * as_it_is.words.f1());
    std::fflush(stdout);
    BOOST_CHECK_GE(100 * score.tokens.f1(), goal.tokens);
    BOOST_CHECK_GE(100 * score.sentences.f1(), goal.sentences);
  }
}

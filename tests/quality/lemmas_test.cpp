// Lemmas of treebanks' words with their own tags, by a table that is learned here from the training parts.
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>

#include "ingest/language/lemmatizer.h"
#include "ingest/language/training/lemmas.h"

using namespace dossier::ingest;

namespace {

std::vector<TreebankSentence> treebank(const std::string& name) {
  std::vector<TreebankSentence> result;
  for (const TreebankSentence& sentence :
       read_treebank(std::filesystem::path(DOSSIER_SHARED) / "data/treebanks" / ("en_" + name + ".conllu")))
    result.push_back(join_hyphens(sentence));
  return result;
}

struct Goal {
  const char* name;
  double accuracy;
};

}  // namespace

BOOST_AUTO_TEST_CASE(with_gold_tags) {
  if (!std::filesystem::exists(std::filesystem::path(DOSSIER_SHARED) / "data/treebanks")) {
    std::cout << "skipped: the treebanks are not here\n";
    return;
  }
  std::vector<TreebankSentence> train = treebank("ewt-train");
  for (TreebankSentence& sentence : treebank("gum-open-train")) train.push_back(std::move(sentence));
  const std::string section = train_lemmas(train);
  std::printf("%zu bytes\n", section.size());
  BOOST_CHECK_LE(section.size(), 400'000);
  const Lemmatizer lemmatizer(section);
  for (const Goal& goal :
       {Goal{"ewt-dev", 98}, {"gum-open-dev", 98.5}, {"ewt-test", 98}, {"gum-open-test", 98.5}, {"pud-test", 97.5}}) {
    std::size_t right = 0, all = 0;
    std::string lemma;
    for (const TreebankSentence& sentence : treebank(goal.name)) {
      for (const TreebankWord& word : sentence.words) {
        lemmatizer.lemmatize(word.form, word.xpos, lemma);
        right += lemma == word.lemma || word.lemma == "_" ? 1U : 0U;
        ++all;
      }
    }
    const double accuracy = 100 * static_cast<double>(right) / static_cast<double>(all);
    std::printf("%-13s lemmas right: %.2f %%\n", goal.name, accuracy);
    std::fflush(stdout);
    BOOST_CHECK_GE(accuracy, goal.accuracy);
  }
}

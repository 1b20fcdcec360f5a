/// How well an analysis agrees with a treebank.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "ingest/language/treebank.h"

namespace dossier::quality {

/// Counts of one measure.
struct Score {
  std::size_t gold = 0, system = 0, correct = 0;

  [[nodiscard]] double precision() const {
    return system == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(system);
  }
  [[nodiscard]] double recall() const {
    return gold == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(gold);
  }
  [[nodiscard]] double f1() const {
    return gold + system == 0 ? 0 : 2 * static_cast<double>(correct) / static_cast<double>(gold + system);
  }
};

/// The measures of the CoNLL 2018 shared task (Zeman et al. 2018, section 5; universaldependencies.org/conll18).
struct ConllScores {
  Score tokens, sentences, words, upos, xpos, lemmas;
  Score uas, las;  ///< relations without subtypes
  Score clas;      ///< las of content words
};

/// Words are aligned by their place in the text without its white space; within a surface token of several words, by
/// the longest common subsequence of their forms. Throws Error(bad_input) when the two say different texts.
[[nodiscard]] ConllScores conll_score(const std::vector<ingest::TreebankSentence>& gold,
                                      const std::vector<ingest::TreebankSentence>& system);

/// Names (PER, LOC, …) with the right type and exactly the right characters.
struct NameScores {
  Score all;
  std::map<std::string, Score> by_type;
};
[[nodiscard]] NameScores name_score(const std::vector<ingest::TreebankSentence>& gold,
                                    const std::vector<ingest::TreebankSentence>& system);

}  // namespace dossier::quality

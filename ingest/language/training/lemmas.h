/// Learns the table of lemmas.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/language/treebank.h"

namespace dossier::ingest {

struct LemmaTraining {
  std::uint32_t gain = 2;  ///< how many more words an ending must get right than the shorter one, to become a rule
};

/// The section that Lemmatizer reads, from treebanks with compounds joined.
[[nodiscard]] std::string train_lemmas(const std::vector<TreebankSentence>& treebank, const LemmaTraining& how = {});

}  // namespace dossier::ingest

/// Which words are known in lower case.
#pragma once

#include <string>
#include <vector>

#include "ingest/language/treebank.h"

namespace dossier::ingest {

/// The filter of KnownWords over the words that stand in lower case at least twice.
[[nodiscard]] std::string known_words(const std::vector<TreebankSentence>& treebank);

}  // namespace dossier::ingest

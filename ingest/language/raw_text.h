/// The text that a treebank was made from.
#pragma once

#include <vector>

#include "ingest/language/treebank.h"
#include "ingest/source/document.h"

namespace dossier::ingest {

/// A treebank's text as a document: a block for each paragraph, sentences apart as their last words say.
struct RawText {
  Document document;
  std::vector<Span> sentences;
};

/// From the words' forms, so that analyses of it can be compared with them.
[[nodiscard]] RawText raw_text(const std::vector<TreebankSentence>& treebank);

}  // namespace dossier::ingest

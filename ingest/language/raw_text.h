/// The text that a treebank was made from.
#pragma once

#include <string>
#include <vector>

#include "ingest/language/sentence.h"
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

/// Appends a sentence's words to a text, with white space where the treebank has it, and to tokens their places in it.
void append_words(const TreebankSentence& sentence, std::string& text, std::vector<Token>& tokens);

}  // namespace dossier::ingest

/// The dates, names and noun phrases of a sentence, in a row.
#pragma once

#include <vector>

#include "ingest/meaning/names.h"

namespace dossier::ingest {

/// A noun phrase. Its name or head is one of the sentence's mentions.
struct Phrase {
  std::uint32_t first = 0, last = 0;  ///< tokens, with determiner
  std::uint32_t head = 0;             ///< token
  std::uint32_t mention = nowhere;    ///< index into the sentence's mentions
  std::uint32_t owner = nowhere;      ///< phrase in the possessive before it: "[Ghani]'s visit"
};

/// What of a sentence can be an argument.
struct Row {
  std::vector<Mention> mentions;
  std::vector<Holding> holdings;
  std::vector<DateExpression> dates;
  std::vector<Phrase> phrases;
};

/// Finds dates, names, and noun phrases (typed by class labels).
[[nodiscard]] Row read_row(const Words& words, const Sentences& sentences, const ontology::Ontology& ontology);

}  // namespace dossier::ingest

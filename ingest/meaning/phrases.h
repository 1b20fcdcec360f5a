/// A sentence as a flat row of phrases, verb groups and the small words between them.
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

/// "has not been signed", "will strengthen", "to continue", "signed".
struct VerbGroup {
  std::uint32_t first = 0, last = 0;
  std::uint32_t verb = 0;     ///< token of the main verb
  std::string lemma;
  std::string modal;          ///< "will", "would", "may", … or empty; "will" also for "is to", "is going to"
  bool negated = false;
  bool passive = false;
  bool infinitive = false;    ///< "to strengthen"
  bool gerund = false;        ///< "strengthening", without a form of be
  bool participle = false;    ///< "signed", without an auxiliary, where it may be passive
  bool past = false;
};

enum class ItemKind : std::uint8_t { phrase, verb, preposition, conjunction, comma, that, relative, subordinator, adverb, date, quote, other, end };

/// One place in the row.
struct Item {
  ItemKind kind = ItemKind::other;
  std::uint32_t first = 0, last = 0;  ///< tokens
  std::uint32_t index = nowhere;      ///< into phrases, verbs or dates
};

/// One sentence, read as far as words beside each other go.
struct Row {
  std::vector<Mention> mentions;
  std::vector<Holding> holdings;
  std::vector<DateExpression> dates;
  std::vector<Phrase> phrases;
  std::vector<VerbGroup> verbs;
  std::vector<Item> items;
};

/// Finds dates, names, noun phrases (typed by class labels) and verb groups.
[[nodiscard]] Row read_row(const Words& words, const Sentences& sentences, const ontology::Ontology& ontology);

}  // namespace dossier::ingest

/// Labelled sentences -> what a relation looks like.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ingest/learn/agreement.h"
#include "ingest/learn/labelled.h"
#include "ingest/learn/relation_reader.h"

namespace dossier::ingest {

struct LearnOptions {
  double cost = 1;                  ///< of a wrong answer against that of large weights
  unsigned parts = 5;             ///< into which the texts are divided to see how what was learned reads what it has not seen
  double least_weight = 0.02;     ///< cues that weigh less are not kept
};

struct Lesson {
  LearnedRelation relation;
  std::size_t labelled = 0;       ///< facts that were marked
  std::size_t reachable = 0;      ///< of them, those whose arguments were found in one sentence
  Agreement unseen;               ///< on texts that each reader had not seen, by cross-validation
};

/// A property that is to be learned.
struct PropertyToLearn {
  std::string iri;
  std::function<bool(std::string_view)> same;  ///< whether a name in the labels is the property
};

/// Learns properties together: one lesson for each; of several also one for any_relation, behind them. A text speaks for or against a property when it marks a fact of it or says that it
/// was asked for; texts that say nothing of what was asked were asked for everything.
[[nodiscard]] std::vector<Lesson> learn(std::span<const LabelledText> texts, std::span<const PropertyToLearn> properties, const LearnOptions& options);

/// Whether no label tells places, so that facts are compared by the names of their arguments.
[[nodiscard]] bool is_by_name(std::span<const LabelledText> texts);

/// A text that is read for facts. Borrows `text`; may be moved.
struct ReadText {
  ReadText(std::string_view text, const ListedNames& listed);
  std::unique_ptr<Sentences> sentences;
  Passage passage;
};

/// A pair as a fact with the names and places that it has in the text.
[[nodiscard]] LabelledFact as_fact(const Passage& passage, const Pair& pair);

}  // namespace dossier::ingest

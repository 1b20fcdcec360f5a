/// Labelled sentences -> what a relation looks like.
#pragma once

#include <cstdint>
#include <functional>
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
  std::function<void(const std::string&)> report;  ///< a line for each property when it is done
};

struct Lesson {
  LearnedRelation relation;
  std::size_t labelled = 0;       ///< facts that were marked
  std::size_t reachable = 0;      ///< of them, those whose arguments were found in one sentence
  Agreement unseen;               ///< on texts that each reader had not seen, by cross-validation
};

/// Texts, read once for all properties. Borrows the labelled texts.
class Lessons {
 public:
  explicit Lessons(std::span<const LabelledText> texts);

  /// Learns one property. `same` says whether a name in the labels is the property. A text speaks for or against when it marks a
  /// fact of the property or says that it was asked for; texts that say nothing of what was asked were asked for everything.
  [[nodiscard]] Lesson learn(const std::string& iri, const std::function<bool(std::string_view)>& same, const LearnOptions& options) const;

  [[nodiscard]] bool by_name() const noexcept { return by_name_; }  ///< no label tells places
  [[nodiscard]] const Passage& passage(std::size_t text) const { return passages_[text]; }

 private:
  std::span<const LabelledText> texts_;
  std::vector<Sentences> sentences_;
  std::vector<Passage> passages_;
  bool by_name_ = false;
};

/// A pair as a fact with the names and places that it has in the text.
[[nodiscard]] LabelledFact as_fact(const Passage& passage, const Pair& pair);

/// A text as a document of one paragraph, analysed.
[[nodiscard]] Sentences analyse_text(const std::string& text);

}  // namespace dossier::ingest

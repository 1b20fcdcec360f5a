/// Examples that labelled texts hold: the patterns that their sentences share.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/learn/labelled.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// A sentence of the texts with a fact's arguments marked, and how its pattern reads the other texts.
struct FoundExample {
  ontology::PropertyId property{};
  std::string text;                ///< as pa:example has it
  unsigned right = 0, wrong = 0;   ///< facts that its pattern reads in other texts than its own

  /// The chance that what it reads is meant (Laplace's rule of succession).
  [[nodiscard]] double weight() const noexcept { return (right + 1.0) / (right + wrong + 2.0); }
};

/// Of the sentences that say facts of these properties, one for each pattern, the shortest: those whose pattern reads at least two facts
/// of other texts, and most of what it reads rightly. `means` says whether a name in the labels is the property. By property, best first.
///
/// A pattern is judged on the texts that it is not from, which is leave-one-out cross-validation: a pattern has nothing to fit but its
/// sentence.
[[nodiscard]] std::vector<FoundExample> find_examples(std::span<const LabelledText> texts, const ontology::Ontology& ontology,
                                                      std::span<const ontology::PropertyId> properties,
                                                      const std::function<bool(std::string_view, const ontology::Property&)>& means);

}  // namespace dossier::ingest

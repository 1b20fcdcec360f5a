/// A sentence to learn from.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/language/features.h"
#include "ingest/language/name_tags.h"
#include "ingest/language/training/losses.h"
#include "ingest/language/treebank.h"

namespace dossier::ingest::training {

/// Answers stand a token; empty columns are not told.
struct Sample {
  Features features;
  std::vector<std::uint32_t> word_classes, tags;
  std::vector<std::uint32_t> heads, relations;  ///< head 0 is the root, others count from 1
  std::vector<std::uint32_t> names;
  Matrix arcs;             ///< a teacher's chances of heads instead of one head: tokens × (tokens + 1)
  Matrix word_class_chances, tag_chances, relation_chances;

  [[nodiscard]] std::size_t size() const { return features.size(); }
};

/// With everything that the sentence tells; names where it has any tag for them.
[[nodiscard]] Sample make_sample(const TreebankSentence& sentence, const WordTable& vocabulary, const WordTable& names);
[[nodiscard]] std::vector<NameSpan> names_of(const TreebankSentence& sentence);

}  // namespace dossier::ingest::training

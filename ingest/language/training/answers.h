/// What a trained network says of sentences, in the trainer's own arithmetic, and how right it is.
#pragma once

#include <span>
#include <vector>

#include "ingest/language/training/network.h"
#include "ingest/language/training/sample.h"

namespace dossier::ingest::training {

struct Answer {
  std::vector<std::uint32_t> word_classes, tags, heads, relations, names;
};

[[nodiscard]] std::vector<Answer> answers(const LearningNetwork& network, std::span<const Sample> samples);

struct Scores {
  double word_classes = 0, tags = 0, unlabelled = 0, labelled = 0;  ///< percent of the tokens
  double precision = 0, recall = 0, names = 0;                      ///< percent of the names; names is their F1
};
[[nodiscard]] Scores score(std::span<const Sample> samples, std::span<const Answer> answers);

}  // namespace dossier::ingest::training

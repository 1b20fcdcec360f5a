/// Several networks read raw text, and what they think together becomes samples for another to learn from: G. Hinton and others,
/// "Distilling the knowledge in a neural network" (2015); A. Kuncoro and others, "Distilling an ensemble of greedy dependency
/// parsers into one MST parser" (2016).
#pragma once

#include <span>
#include <vector>

#include "ingest/language/training/corpus.h"
#include "ingest/language/training/network.h"
#include "ingest/language/training/sample.h"

namespace dossier::ingest::training {

/// Samples of the sentences named by `chosen`, with the teachers' mean chances of heads, relations, tags and word classes, and
/// the best names by their mean scores.
[[nodiscard]] std::vector<Sample> taught(std::span<const LearningNetwork* const> teachers, const Corpus& text, std::span<const std::uint32_t> chosen,
                                         const WordTable& vocabulary, const WordTable& names);

}  // namespace dossier::ingest::training

/// What training makes small. Each adds to the tape's loss and sets the derivatives of what it looked at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/language/training/operations.h"

namespace dossier::ingest::training {

inline constexpr std::uint32_t unknown = ~0U;  ///< a token whose answer is not told

/// Turns scores into probabilities, a row at a time.
void softmax(Matrix& m);

/// Cross entropy of one class a token. `scores`: tokens × classes.
void class_loss(Tape& tape, Node scores, std::span<const std::uint32_t> classes, float weight);
/// Cross entropy against a teacher's distribution a token (tokens × classes; a row of zeros is not told).
void distribution_loss(Tape& tape, Node scores, const Matrix& targets, float weight);

/// The scores of all heads of all tokens of a sentence: dependants · headsᵀ, the root's row first. `at`: its first row.
[[nodiscard]] Matrix arc_scores(const Tape& tape, Node dependants, Node heads, std::size_t root, Eigen::Index at, Eigen::Index length);
/// Cross entropy of one head a token (T. Dozat and C. Manning, "Deep biaffine attention for neural dependency parsing",
/// 2017). `targets[s]`: for sentence s tokens × (tokens + 1) probabilities, column 0 the root; an empty one is not told.
void arc_loss(Tape& tape, Node dependants, Node heads, std::size_t root, Lengths lengths, std::span<const Matrix> targets, float weight);

/// A linear-chain conditional random field (J. Lafferty and others, 2001). `transitions`: (classes + 1) × classes, the
/// last row the start. Sentences whose first class is `unknown` are not told.
void chain_loss(Tape& tape, Node scores, std::size_t transitions, Lengths lengths, std::span<const std::uint32_t> classes, float weight);

/// Which word stands here, among it and `others` (drawn by `log_chance`): `guesses`: tokens × width of the table `words`
/// (Y. Bengio and J.-S. Senécal, "Adaptive importance sampling", 2008).
void word_loss(Tape& tape, Node guesses, std::size_t words, std::span<const std::uint32_t> answers, std::span<const std::uint32_t> others,
               std::span<const float> log_chance, float weight);

}  // namespace dossier::ingest::training

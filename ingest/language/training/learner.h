/// Steps of learning on two threads, the same on each run.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "ingest/language/training/network.h"
#include "ingest/language/training/step.h"

namespace dossier::ingest::training {

class Learner {
 public:
  /// What a thread adds to its tape: the losses of its half of a batch.
  using Work = std::function<void(Tape&, Random&)>;

  Learner(LearningNetwork& network, std::uint64_t seed);
  /// Computes both halves side by side, adds their derivatives in a fixed order and moves the network. Returns the loss.
  double step(const std::array<Work, 2>& halves, float rate);

 private:
  LearningNetwork* network_;
  Adam adam_;
  std::array<Gradients, 2> gradients_;
  std::array<std::vector<std::size_t>, 2> shares_;  ///< the parameters that each thread moves
  Random random_;
};

/// The rate of step `step` of `steps`: rises over the first `warm` steps, then falls in a straight line to nothing.
[[nodiscard]] float rate_at(std::size_t step, std::size_t steps, float peak, std::size_t warm = 200) noexcept;
/// The same where the work that is left is told as a share of all.
[[nodiscard]] float rate_with(std::size_t step, float left, float peak, std::size_t warm) noexcept;

}  // namespace dossier::ingest::training

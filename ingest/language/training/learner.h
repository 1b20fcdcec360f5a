/// Steps of learning on one thread or several, the same on each run.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "ingest/language/training/network.h"
#include "ingest/language/training/step.h"

namespace dossier::ingest::training {

class Learner {
 public:
  /// What a thread adds to its tape: the losses of its part of a batch.
  using Work = std::function<void(Tape&, Random&)>;

  Learner(LearningNetwork& network, std::uint64_t seed, std::size_t threads);
  /// Computes the parts, one a thread, side by side, adds their derivatives in a fixed order and moves the network. Returns the loss.
  double step(std::span<const Work> parts, float rate);

 private:
  LearningNetwork* network_;
  Adam adam_;
  std::vector<Gradients> gradients_;              ///< one a thread
  std::vector<std::vector<std::size_t>> shares_;  ///< the parameters that each thread moves
  Random random_;
};

/// The rate of step `step` of `steps`: rises over the first `warm` steps, then falls in a straight line to nothing.
[[nodiscard]] float rate_at(std::size_t step, std::size_t steps, float peak, std::size_t warm = 200) noexcept;
/// The same where the work that is left is told as a share of all.
[[nodiscard]] float rate_with(std::size_t step, float left, float peak, std::size_t warm) noexcept;

}  // namespace dossier::ingest::training

/// One step of learning: losses of a batch on two threads, their derivatives, and Adam.
#pragma once

#include <span>
#include <vector>

#include "ingest/language/training/network.h"
#include "ingest/language/training/sample.h"

namespace dossier::ingest::training {

/// Adam (D. Kingma and J. Ba, 2015); a table's rows move only when they are touched.
class Adam {
 public:
  explicit Adam(const Parameters& parameters);
  /// Moves the parameters against the gradients (which are clipped to a norm of 5 and cleared).
  void step(Parameters& parameters, Gradients& gradients, float rate);

 private:
  std::vector<Matrix> mean_, square_;
  std::uint64_t steps_ = 0;
};

/// How much each loss weighs.
struct Weights {
  float word_classes = 0.5F, tags = 0.5F, arcs = 1, relations = 1, names = 1;
};

[[nodiscard]] Batch batch_of(std::span<const Sample* const> samples);

/// Adds the losses of samples to a tape, each divided by `tokens`.
void add_losses(Tape& tape, const Network& network, std::span<const Sample* const> samples, std::size_t tokens, const Weights& weights,
                const Dropout& dropout, Random& random);

}  // namespace dossier::ingest::training

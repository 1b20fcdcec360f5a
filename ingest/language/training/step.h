/// One step of learning: the losses of a batch, and Adam.
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
  /// The square of the length of one parameter's derivatives.
  [[nodiscard]] double square(const Parameters& parameters, Gradients& gradients, std::size_t parameter) const;
  /// A step begins; `square` is the sum over all parameters. Derivatives longer than 5 in all are shortened to that.
  void begin(double square, float rate);
  /// Moves one parameter against its derivatives and clears them. Different parameters may be moved side by side.
  void move(Parameters& parameters, Gradients& gradients, std::size_t parameter);

 private:
  std::vector<Matrix> mean_, square_;
  std::uint64_t steps_ = 0;
  float scale_ = 0, shrink_ = 1;
};

/// How much each loss weighs.
struct Weights {
  float word_classes = 0.5F, tags = 0.5F, arcs = 1, relations = 1, names = 1;
};

[[nodiscard]] Batch batch_of(std::span<const Sample* const> samples);

/// Adds the losses of samples to a tape, each divided by `tokens`.
void add_losses(Tape& tape, const LearningNetwork& network, std::span<const Sample* const> samples, std::size_t tokens, const Weights& weights,
                const Dropout& dropout, Random& random);

}  // namespace dossier::ingest::training

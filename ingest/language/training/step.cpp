#include "ingest/language/training/step.h"

#include <cmath>

namespace dossier::ingest::training {
namespace {

constexpr float decay_of_mean = 0.9F, decay_of_square = 0.98F;

/// Blocks of rows that have derivatives: all at once, or a table's touched rows.
template <class Use>
void each_row(const Parameters& parameters, Gradients& gradients, std::size_t p, const Use& use) {
  if (!parameters[p].table) return use(0, parameters[p].value.rows());
  for (const std::uint32_t r : gradients.touched(p)) use(static_cast<Eigen::Index>(r), Eigen::Index{1});
}

}  // namespace

Adam::Adam(const Parameters& parameters) {
  for (const Parameter& parameter : parameters) {
    mean_.push_back(Matrix::Zero(parameter.value.rows(), parameter.value.cols()));
    square_.push_back(Matrix::Zero(parameter.value.rows(), parameter.value.cols()));
  }
}

double Adam::square(const Parameters& parameters, Gradients& gradients, std::size_t parameter) const {
  double square = 0;
  each_row(parameters, gradients, parameter, [&](Eigen::Index row, Eigen::Index count) {
    square += static_cast<double>(gradients.of(parameter).middleRows(row, count).squaredNorm());
  });
  return square;
}

void Adam::begin(double square, float rate) {
  constexpr float longest = 5;
  const auto n = static_cast<float>(++steps_);
  scale_ = rate * std::sqrt(1 - std::pow(decay_of_square, n)) / (1 - std::pow(decay_of_mean, n));
  const auto norm = static_cast<float>(std::sqrt(square));
  shrink_ = norm > longest ? longest / norm : 1;
}

void Adam::move(Parameters& parameters, Gradients& gradients, std::size_t parameter) {
  constexpr float tiny = 1e-8F;
  each_row(parameters, gradients, parameter, [&](Eigen::Index row, Eigen::Index count) {
    const auto g = gradients.of(parameter).middleRows(row, count).array() * shrink_;
    auto mean = mean_[parameter].middleRows(row, count).array();
    auto squares = square_[parameter].middleRows(row, count).array();
    mean = decay_of_mean * mean + (1 - decay_of_mean) * g;
    squares = decay_of_square * squares + (1 - decay_of_square) * g.square();
    parameters[parameter].value.middleRows(row, count).array() -= scale_ * mean / (squares.sqrt() + tiny);
  });
  gradients.clear(parameter);
}

Batch batch_of(std::span<const Sample* const> samples) {
  Batch batch;
  for (const Sample* sample : samples) {
    const Features& f = sample->features;
    batch.features.words.insert(batch.features.words.end(), f.words.begin(), f.words.end());
    batch.features.pieces.insert(batch.features.pieces.end(), f.pieces.begin(), f.pieces.end());
    batch.features.marks.insert(batch.features.marks.end(), f.marks.begin(), f.marks.end());
    batch.lengths.push_back(static_cast<std::uint32_t>(sample->size()));
  }
  return batch;
}

void add_losses(Tape& tape, const LearningNetwork& network, std::span<const Sample* const> samples, std::size_t tokens, const Weights& weights,
                const Dropout& dropout, Random& random) {
  const Batch batch = batch_of(samples);
  const Encoded encoded = network.encode(tape, batch, dropout, random);
  const float one = 1 / static_cast<float>(tokens);
  const auto count = static_cast<std::uint32_t>(batch.tokens());
  std::vector<std::uint32_t> word_classes, tags, names, heads, relations;
  std::vector<Matrix> arcs(samples.size());
  Matrix class_chances, tag_chances, relation_chances;
  const auto append = [](std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from, std::size_t n) {
    if (from.size() == n) to.insert(to.end(), from.begin(), from.end());
    else to.insert(to.end(), n, unknown);
  };
  const auto put = [count](Matrix& all, const Matrix& some, std::uint32_t at) {
    if (some.size() == 0) return;
    if (all.size() == 0) all = Matrix::Zero(count, some.cols());
    all.middleRows(at, some.rows()) = some;
  };
  std::uint32_t at = 0;
  for (std::size_t s = 0; s < samples.size(); ++s) {
    const Sample& sample = *samples[s];
    const std::size_t n = sample.size();
    append(word_classes, sample.word_classes, n);
    append(tags, sample.tags, n);
    append(names, sample.names, n);
    append(relations, sample.relations, n);
    put(class_chances, sample.word_class_chances, at);
    put(tag_chances, sample.tag_chances, at);
    put(relation_chances, sample.relation_chances, at);
    if (sample.arcs.size() > 0) {
      arcs[s] = sample.arcs;
    } else if (!sample.heads.empty()) {
      arcs[s] = Matrix::Zero(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n) + 1);
      for (std::size_t i = 0; i < n; ++i) arcs[s](static_cast<Eigen::Index>(i), sample.heads[i]) = 1;
    }
    for (std::size_t i = 0; i < n; ++i) heads.push_back(sample.heads.empty() || sample.heads[i] == 0 ? count : at + sample.heads[i] - 1);
    at += static_cast<std::uint32_t>(n);
  }
  class_loss(tape, encoded.word_classes, word_classes, one * weights.word_classes);
  class_loss(tape, encoded.tags, tags, one * weights.tags);
  chain_loss(tape, encoded.names, network.parts().transitions, batch.lengths, names, one * weights.names);
  arc_loss(tape, encoded.dependants, encoded.heads, network.parts().root, batch.lengths, arcs, one * weights.arcs);
  const Node scores = network.relation_scores(tape, encoded, std::move(heads), batch.lengths, dropout, random);
  class_loss(tape, scores, relations, one * weights.relations);
  if (class_chances.size() > 0) distribution_loss(tape, encoded.word_classes, class_chances, one * weights.word_classes);
  if (tag_chances.size() > 0) distribution_loss(tape, encoded.tags, tag_chances, one * weights.tags);
  if (relation_chances.size() > 0) distribution_loss(tape, scores, relation_chances, one * weights.relations);
}

}  // namespace dossier::ingest::training

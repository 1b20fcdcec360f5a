#include "ingest/language/training/step.h"

#include <cmath>

namespace dossier::ingest::training {

Adam::Adam(const Parameters& parameters) {
  for (const Parameter& parameter : parameters) {
    mean_.push_back(Matrix::Zero(parameter.value.rows(), parameter.value.cols()));
    square_.push_back(Matrix::Zero(parameter.value.rows(), parameter.value.cols()));
  }
}

void Adam::step(Parameters& parameters, Gradients& gradients, float rate) {
  constexpr float first = 0.9F, second = 0.98F, tiny = 1e-8F, longest = 5;
  ++steps_;
  const auto n = static_cast<float>(steps_);
  const float scale = rate * std::sqrt(1 - std::pow(second, n)) / (1 - std::pow(first, n));
  double square = 0;
  const auto each_row = [&](std::size_t p, const auto& use) {
    if (!parameters[p].table) return use(0, parameters[p].value.rows());
    for (const std::uint32_t r : gradients.touched(p)) use(static_cast<Eigen::Index>(r), Eigen::Index{1});
  };
  for (std::size_t p = 0; p < parameters.size(); ++p)
    each_row(p, [&](Eigen::Index row, Eigen::Index count) { square += static_cast<double>(gradients.of(p).middleRows(row, count).squaredNorm()); });
  const float norm = static_cast<float>(std::sqrt(square));
  const float shrink = norm > longest ? longest / norm : 1;
  for (std::size_t p = 0; p < parameters.size(); ++p)
    each_row(p, [&](Eigen::Index row, Eigen::Index count) {
      const auto g = gradients.of(p).middleRows(row, count).array() * shrink;
      auto mean = mean_[p].middleRows(row, count).array();
      auto squares = square_[p].middleRows(row, count).array();
      mean = first * mean + (1 - first) * g;
      squares = second * squares + (1 - second) * g.square();
      parameters[p].value.middleRows(row, count).array() -= scale * mean / (squares.sqrt() + tiny);
    });
  gradients.clear();
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

void add_losses(Tape& tape, const Network& network, std::span<const Sample* const> samples, std::size_t tokens, const Weights& weights,
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

#include "ingest/language/training/learner.h"

#include <algorithm>
#include <numeric>

#include "ingest/language/side_by_side.h"

namespace dossier::ingest::training {

Learner::Learner(LearningNetwork& network, std::uint64_t seed, std::size_t threads)
    : network_(&network), adam_(network.parameters()), gradients_(threads, Gradients(network.parameters())), shares_(threads), random_(seed) {
  std::vector<Eigen::Index> sizes(threads);
  for (std::size_t p = 0; p < network.parameters().size(); ++p) {
    const Parameter& parameter = network.parameters()[p];
    const auto k = static_cast<std::size_t>(std::ranges::min_element(sizes) - sizes.begin());
    shares_[k].push_back(p);
    sizes[k] += parameter.table ? parameter.value.cols() * 256 : parameter.value.size();  // few rows of a table move
  }
}

double Learner::step(std::span<const Work> parts, float rate) {
  const std::size_t threads = gradients_.size();
  std::vector<double> losses(threads);
  const std::uint64_t seed = random_.next();
  side_by_side(threads, [&](std::size_t k) {
    Random random(seed + k);
    Tape tape(network_->parameters(), &gradients_[k]);
    parts[k](tape, random);
    tape.backward();
    losses[k] = tape.loss();
  });
  Parameters& parameters = network_->parameters();
  std::vector<double> squares(parameters.size());
  side_by_side(threads, [&](std::size_t k) {
    for (const std::size_t p : shares_[k]) {
      for (std::size_t other = 1; other < threads; ++other) gradients_[0].take(p, gradients_[other]);
      squares[p] = adam_.square(parameters, gradients_[0], p);
    }
  });
  adam_.begin(std::accumulate(squares.begin(), squares.end(), 0.0), rate);
  side_by_side(threads, [&](std::size_t k) {
    for (const std::size_t p : shares_[k]) adam_.move(parameters, gradients_[0], p);
  });
  return std::accumulate(losses.begin(), losses.end(), 0.0);
}

float rate_at(std::size_t step, std::size_t steps, float peak, std::size_t warm) noexcept {
  return rate_with(step, 1 - static_cast<float>(step) / static_cast<float>(steps), peak, warm);
}

float rate_with(std::size_t step, float left, float peak, std::size_t warm) noexcept {
  const float rise = std::min(1.0F, static_cast<float>(step + 1) / static_cast<float>(warm));
  return peak * rise * left;
}

}  // namespace dossier::ingest::training

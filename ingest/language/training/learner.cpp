#include "ingest/language/training/learner.h"

#include <algorithm>
#include <future>
#include <numeric>

namespace dossier::ingest::training {

Learner::Learner(LearningNetwork& network, std::uint64_t seed)
    : network_(&network), adam_(network.parameters()), gradients_{Gradients(network.parameters()), Gradients(network.parameters())}, random_(seed) {
  std::array<Eigen::Index, 2> sizes{};
  for (std::size_t p = 0; p < network.parameters().size(); ++p) {
    const Parameter& parameter = network.parameters()[p];
    const std::size_t k = sizes[0] <= sizes[1] ? 0 : 1;
    shares_[k].push_back(p);
    sizes[k] += parameter.table ? parameter.value.cols() * 256 : parameter.value.size();  // few rows of a table move
  }
}

double Learner::step(const std::array<Work, 2>& halves, float rate) {
  const auto both = [](const auto& run) {
    auto other = std::async(std::launch::async, run, std::size_t{1});
    run(std::size_t{0});
    other.get();
  };
  std::array<double, 2> losses{};
  const std::uint64_t seed = random_.next();
  both([&](std::size_t k) {
    Random random(seed + k);
    Tape tape(network_->parameters(), &gradients_[k]);
    halves[k](tape, random);
    tape.backward();
    losses[k] = tape.loss();
  });
  Parameters& parameters = network_->parameters();
  std::vector<double> squares(parameters.size());
  both([&](std::size_t k) {
    for (const std::size_t p : shares_[k]) {
      gradients_[0].take(p, gradients_[1]);
      squares[p] = adam_.square(parameters, gradients_[0], p);
    }
  });
  adam_.begin(std::accumulate(squares.begin(), squares.end(), 0.0), rate);
  both([&](std::size_t k) {
    for (const std::size_t p : shares_[k]) adam_.move(parameters, gradients_[0], p);
  });
  return losses[0] + losses[1];
}

float rate_at(std::size_t step, std::size_t steps, float peak, std::size_t warm) noexcept {
  return rate_with(step, 1 - static_cast<float>(step) / static_cast<float>(steps), peak, warm);
}

float rate_with(std::size_t step, float left, float peak, std::size_t warm) noexcept {
  const float rise = std::min(1.0F, static_cast<float>(step + 1) / static_cast<float>(warm));
  return peak * rise * left;
}

}  // namespace dossier::ingest::training

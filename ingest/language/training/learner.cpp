#include "ingest/language/training/learner.h"

#include <algorithm>
#include <future>

namespace dossier::ingest::training {

Learner::Learner(Network& network, std::uint64_t seed)
    : network_(&network), adam_(network.parameters()), gradients_{Gradients(network.parameters()), Gradients(network.parameters())}, random_(seed) {}

double Learner::step(const std::array<Work, 2>& halves, float rate) {
  std::array<double, 2> losses{};
  const std::uint64_t seed = random_.next();
  const auto run = [&](std::size_t k) {
    Random random(seed + k);
    Tape tape(network_->parameters(), &gradients_[k]);
    halves[k](tape, random);
    tape.backward();
    losses[k] = tape.loss();
  };
  auto other = std::async(std::launch::async, run, 1);
  run(0);
  other.get();
  gradients_[0].take(gradients_[1]);
  adam_.step(network_->parameters(), gradients_[0], rate);
  return losses[0] + losses[1];
}

float rate_at(std::size_t step, std::size_t steps, float peak, std::size_t warm) noexcept {
  const float rise = std::min(1.0F, static_cast<float>(step + 1) / static_cast<float>(warm));
  return peak * rise * (1 - static_cast<float>(step) / static_cast<float>(steps));
}

}  // namespace dossier::ingest::training

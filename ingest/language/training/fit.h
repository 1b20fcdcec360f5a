/// Learning from samples, round after round.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "ingest/language/training/network.h"
#include "ingest/language/training/sample.h"
#include "ingest/language/training/step.h"

namespace dossier::ingest::training {

struct FitOptions {
  std::uint32_t rounds = 10;
  std::size_t batch = 320;    ///< tokens
  std::size_t warm = 200;     ///< steps over which the rate rises
  std::size_t threads = 2;    ///< each computes its part of a batch; another number gives another network
  float rate = 2e-3F;
  Dropout dropout;
  Weights weights;
  std::uint64_t seed = 7;
  std::function<void(std::uint32_t round, double loss)> progress;  ///< after each round: loss a token
};

/// Every round all of `samples` and the next part of `taught`, which is divided among the rounds, in batches of sentences of like
/// lengths in random order.
void fit(LearningNetwork& network, std::span<const Sample> samples, std::span<const Sample> taught, const FitOptions& options);

}  // namespace dossier::ingest::training

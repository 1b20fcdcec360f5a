#include "ingest/language/training/fit.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/language/training/learner.h"

namespace dossier::ingest::training {
namespace {

using Pointers = std::vector<const Sample*>;

/// Sentences of about the same length together, since short ones beside long ones make batches of a few sentences only.
std::vector<Pointers> batches_of(const Pointers& samples, std::size_t tokens, Random& random) {
  std::vector<std::pair<float, const Sample*>> order;
  for (const Sample* sample : samples) order.emplace_back(static_cast<float>(sample->size()) * (0.8F + 0.4F * random.uniform()), sample);
  std::ranges::stable_sort(order, {}, &std::pair<float, const Sample*>::first);
  std::vector<Pointers> batches;
  std::size_t filled = 0;
  for (const auto& [length, sample] : order) {
    if (batches.empty() || filled + sample->size() > tokens) batches.emplace_back(), filled = 0;
    batches.back().push_back(sample);
    filled += sample->size();
  }
  for (auto i = static_cast<std::uint32_t>(batches.size()); i > 1; --i) std::swap(batches[i - 1], batches[random.below(i)]);
  return batches;
}

}  // namespace

void fit(LearningNetwork& network, std::span<const Sample> samples, std::span<const Sample> taught, const FitOptions& options) {
  Random random(options.seed);
  Learner learner(network, options.seed + 1, options.threads);
  const auto tokens_of = [](std::span<const Sample> some) {
    std::size_t sum = 0;
    for (const Sample& sample : some) sum += sample.size();
    return sum;
  };
  const auto all = static_cast<double>(options.rounds * tokens_of(samples) + tokens_of(taught));
  double done = 0;
  std::size_t steps = 0;
  for (std::uint32_t round = 0; round < options.rounds; ++round) {
    Pointers pool;
    for (const Sample& sample : samples) pool.push_back(&sample);
    for (std::size_t i = taught.size() * round / options.rounds; i < taught.size() * (round + 1) / options.rounds; ++i) pool.push_back(&taught[i]);
    double loss = 0;
    std::size_t count = 0;
    for (const Pointers& batch : batches_of(pool, options.batch, random)) {
      std::vector<Pointers> parts(options.threads);
      std::size_t tokens = 0;
      for (std::size_t i = 0; i < batch.size(); ++i) {
        parts[i % parts.size()].push_back(batch[i]);
        tokens += batch[i]->size();
      }
      std::vector<Learner::Work> work;
      for (const Pointers& part : parts)
        work.emplace_back([&, tokens](Tape& tape, Random& chance) {
          if (!part.empty()) add_losses(tape, network, part, tokens, options.weights, options.dropout, chance);
        });
      loss += learner.step(work, rate_with(steps++, static_cast<float>(1 - done / all), options.rate, options.warm));
      done += static_cast<double>(tokens);
      ++count;
    }
    if (options.progress) options.progress(round, loss / static_cast<double>(count));
  }
}

}  // namespace dossier::ingest::training

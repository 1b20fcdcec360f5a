#include "ingest/language/training/foresee.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ingest/language/training/learner.h"

namespace dossier::ingest::training {
namespace {

/// Draws words by the three quarters' power of their counts (T. Mikolov and others, 2013).
class Drawer {
 public:
  explicit Drawer(std::span<const std::uint32_t> counts) : log_chance_(counts.size()) {
    double sum = 0;
    for (const std::uint32_t count : counts) up_to_.push_back(sum += std::pow(static_cast<double>(count) + 1, 0.75));
    for (std::size_t i = 0; i < counts.size(); ++i)
      log_chance_[i] = static_cast<float>(0.75 * std::log(static_cast<double>(counts[i]) + 1) - std::log(sum));
  }
  std::uint32_t draw(Random& random) const {
    const double at = static_cast<double>(random.uniform()) * up_to_.back();
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(std::ranges::upper_bound(up_to_, at) - up_to_.begin(), static_cast<std::ptrdiff_t>(up_to_.size()) - 1));
  }
  [[nodiscard]] std::span<const float> log_chance() const { return log_chance_; }

 private:
  std::vector<double> up_to_;
  std::vector<float> log_chance_;
};

/// What one thread reads of a batch, and the words that stand next to each.
struct Part {
  Batch batch;
  std::vector<std::uint32_t> ahead, behind;
};

}  // namespace

void foresee(LearningNetwork& network, const Corpus& text, const WordTable& vocabulary, const WordTable& names, std::span<const std::uint32_t> counts,
             const ForeseeOptions& options) {
  const Drawer drawer(counts);
  Random random(options.seed);
  std::vector<std::uint32_t> order(text.sentences());
  std::iota(order.begin(), order.end(), 0U);
  Learner learner(network, options.seed, options.threads);
  const auto steps = static_cast<std::size_t>(options.epochs * static_cast<double>(text.tokens()) / static_cast<double>(options.batch)) + 1;
  const Dropout dropout{.words = 0.05F, .inputs = 0.05F, .layers = 0.1F, .outputs = 0};
  std::size_t next = order.size();
  double loss = 0;
  for (std::size_t step = 0; step < steps; ++step) {
    std::vector<Part> parts(options.threads);
    std::size_t tokens = 0;
    while (tokens < options.batch) {
      if (next == order.size()) {
        for (std::uint32_t i = static_cast<std::uint32_t>(order.size()); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        next = 0;
      }
      const auto sentence = text.sentence(order[next++]);
      Part& part = *std::ranges::min_element(parts, {}, [](const Part& p) { return p.batch.tokens(); });
      const std::size_t at = part.batch.tokens();
      append_features(text.text(), sentence, vocabulary, names, part.batch.features);
      part.batch.lengths.push_back(static_cast<std::uint32_t>(sentence.size()));
      const auto word = [&](std::size_t i) { return part.batch.features.words[at + i] == 0 ? unknown : part.batch.features.words[at + i]; };
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        part.ahead.push_back(i + 1 < sentence.size() ? word(i + 1) : unknown);
        part.behind.push_back(i > 0 ? word(i - 1) : unknown);
      }
      tokens += sentence.size();
    }
    const float one = 0.5F / static_cast<float>(tokens);
    std::vector<Learner::Work> work;
    for (const Part& part : parts)
      work.emplace_back([&, one](Tape& tape, Random& chance) {
        std::vector<std::uint32_t> others(options.others);
        for (std::uint32_t& other : others) other = drawer.draw(chance);
        std::ranges::sort(others);
        others.erase(std::ranges::unique(others).begin(), others.end());
        const Node separate = network.separate_layers(tape, part.batch, dropout, chance);
        word_loss(tape, network.next_word(tape, separate), network.parts().words, part.ahead, others, drawer.log_chance(), one);
        word_loss(tape, network.former_word(tape, separate), network.parts().words, part.behind, others, drawer.log_chance(), one);
      });
    loss += learner.step(work, rate_at(step, steps, options.rate));
    if (step % 100 == 99) {
      if (options.progress) options.progress(static_cast<double>(step) / static_cast<double>(steps), loss / 100);
      loss = 0;
    }
  }
}

}  // namespace dossier::ingest::training

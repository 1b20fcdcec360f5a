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

}  // namespace

void foresee(LearningNetwork& network, const Corpus& text, const WordTable& vocabulary, const WordTable& names, std::span<const std::uint32_t> counts,
             const ForeseeOptions& options) {
  const Drawer drawer(counts);
  Random random(options.seed);
  std::vector<std::uint32_t> order(text.sentences());
  std::iota(order.begin(), order.end(), 0U);
  Learner learner(network, options.seed);
  const auto steps = static_cast<std::size_t>(options.epochs * static_cast<double>(text.tokens()) / static_cast<double>(options.batch)) + 1;
  const Dropout dropout{.words = 0.05F, .inputs = 0.05F, .layers = 0.1F, .outputs = 0};
  std::size_t next = order.size();
  double loss = 0;
  for (std::size_t step = 0; step < steps; ++step) {
    std::array<Batch, 2> halves;
    std::array<std::vector<std::uint32_t>, 2> ahead, behind;
    for (std::size_t tokens = 0; tokens < options.batch;) {
      if (next == order.size()) {
        for (std::uint32_t i = static_cast<std::uint32_t>(order.size()); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        next = 0;
      }
      const auto sentence = text.sentence(order[next++]);
      const std::size_t k = halves[0].tokens() <= halves[1].tokens() ? 0 : 1;
      Batch& half = halves[k];
      const std::size_t at = half.tokens();
      append_features(text.text(), sentence, vocabulary, names, half.features);
      half.lengths.push_back(static_cast<std::uint32_t>(sentence.size()));
      const auto word = [&](std::size_t i) { return half.features.words[at + i] == 0 ? unknown : half.features.words[at + i]; };
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        ahead[k].push_back(i + 1 < sentence.size() ? word(i + 1) : unknown);
        behind[k].push_back(i > 0 ? word(i - 1) : unknown);
      }
      tokens += sentence.size();
    }
    const float one = 0.5F / static_cast<float>(halves[0].tokens() + halves[1].tokens());
    const auto work = [&](std::size_t k) {
      return [&, k](Tape& tape, Random& chance) {
        std::vector<std::uint32_t> others(options.others);
        for (std::uint32_t& other : others) other = drawer.draw(chance);
        std::ranges::sort(others);
        others.erase(std::ranges::unique(others).begin(), others.end());
        const Node separate = network.separate_layers(tape, halves[k], dropout, chance);
        word_loss(tape, network.next_word(tape, separate), network.parts().words, ahead[k], others, drawer.log_chance(), one);
        word_loss(tape, network.former_word(tape, separate), network.parts().words, behind[k], others, drawer.log_chance(), one);
      };
    };
    loss += learner.step({work(0), work(1)}, rate_at(step, steps, options.rate));
    if (step % 100 == 99) {
      if (options.progress) options.progress(static_cast<double>(step) / static_cast<double>(steps), loss / 100);
      loss = 0;
    }
  }
}

}  // namespace dossier::ingest::training

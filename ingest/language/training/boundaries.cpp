#include "ingest/language/training/boundaries.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "ingest/language/boundary_features.h"
#include "ingest/language/raw_text.h"
#include "ingest/language/sentence_boundaries.h"
#include "ingest/language/tokenizer.h"
#include "ingest/language/training/known_words.h"

namespace dossier::ingest {
namespace {

struct Example {
  BoundaryFeatures::Features features;
  bool end = false;
};

std::vector<Example> examples(const RawText& raw, const KnownWords& known) {
  std::vector<Example> result;
  std::vector<Token> tokens;
  std::size_t sentence = 0;
  for (const Block& block : raw.document.blocks) {
    tokens.clear();
    tokenize(raw.document.text, block.span, tokens);
    BoundaryFeatures places(raw.document.text, tokens, 0, known);
    for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
      while (raw.sentences[sentence].end < tokens[i].span.end) ++sentence;
      const bool end = raw.sentences[sentence].end == tokens[i].span.end;
      if (places.go_to(i)) result.push_back({places.features(), end});
      if (end) places.end_sentence();
    }
  }
  return result;
}

}  // namespace

std::string train_boundaries(const std::vector<TreebankSentence>& treebank, const BoundaryTraining& how) {
  const std::string filter = known_words(treebank);
  const std::vector<Example> all = examples(raw_text(treebank), KnownWords(filter));
  constexpr std::size_t size = std::size_t{1} << BoundaryFeatures::index_bits;
  // AdaGrad (Duchi et al. 2011); the average over the later passes is what is kept.
  std::vector<float> weights(size, 0), squares(size, 1e-2F), kept(size, 0);
  float bias = 0, kept_bias = 0;
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 random(how.seed);
  const std::uint32_t first_kept = how.passes / 2;
  for (std::uint32_t pass = 0; pass < how.passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t index : order) {
      const Example& example = all[index];
      float sum = bias;
      for (const std::uint16_t feature : example.features) sum += weights[feature];
      const float gradient = 1 / (1 + std::exp(-sum)) - (example.end ? 1.0F : 0.0F);
      bias -= 0.01F * how.step * gradient;
      for (const std::uint16_t feature : example.features) {
        squares[feature] += gradient * gradient;
        weights[feature] -= how.step * gradient / std::sqrt(squares[feature]) + how.decay * weights[feature];
      }
    }
    if (pass < first_kept) continue;
    for (std::size_t i = 0; i < size; ++i) kept[i] += weights[i] / static_cast<float>(how.passes - first_kept);
    kept_bias += bias / static_cast<float>(how.passes - first_kept);
  }
  return boundary_section(kept, kept_bias, filter);
}

}  // namespace dossier::ingest

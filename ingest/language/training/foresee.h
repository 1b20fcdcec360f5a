/// Learning from raw text: each half of the lower layers foresees the word that it has not read yet.
#pragma once

#include <cstdint>
#include <functional>

#include "ingest/language/training/network.h"
#include "ingest/language/training/corpus.h"

namespace dossier::ingest::training {

struct ForeseeOptions {
  double epochs = 1;                  ///< how often all of the text is read
  float rate = 2e-3F;
  std::size_t batch = 2000;           ///< tokens
  std::uint32_t others = 512;         ///< words drawn against the right one
  std::uint64_t seed = 11;
  std::size_t threads = 2;            ///< as in FitOptions
  std::function<void(double done, double loss)> progress;  ///< now and then: share of the work, nats a word
};

/// Trains embeddings and separate layers in place. `counts[row]`: how often each word of the vocabulary stands in the text.
void foresee(LearningNetwork& network, const Corpus& text, const WordTable& vocabulary, const WordTable& names, std::span<const std::uint32_t> counts,
             const ForeseeOptions& options);

}  // namespace dossier::ingest::training

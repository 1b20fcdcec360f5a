/// Trains the model of sentence boundaries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/language/treebank.h"

namespace dossier::ingest {

struct BoundaryTraining {
  std::uint32_t passes = 10;
  float step = 0.05F;
  float decay = 1e-6F;  ///< of a weight each time its feature is seen
  std::uint64_t seed = 1;
};

/// The section that BoundaryModel reads, from treebanks as they are (compounds not joined): their raw text is cut into
/// tokens as usual. The same input and seed give the same bytes.
[[nodiscard]] std::string train_boundaries(const std::vector<TreebankSentence>& treebank,
                                           const BoundaryTraining& how = {});

}  // namespace dossier::ingest

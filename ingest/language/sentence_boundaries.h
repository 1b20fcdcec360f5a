/// Where sentences end, by a trained model.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/boundary_features.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// A logistic regression over hashed features at the places where a sentence may end, after Gillick, "Sentence boundary
/// detection and the problem with the U.S." (NAACL 2009); from left to right, so that it knows where the sentence
/// began.
///
/// Its bytes, little-endian, 40,976 in all:
///
///     offset  bytes
///          0      4  "BND1"
///          4      4  number of weights, 32768
///          8      4  float, what one unit of a weight is worth
///         12      4  float, bias; a sentence ends where bias + sum of the weights > 0
///         16  32768  weights, signed bytes
///      32784   8192  Bloom filter of the words known in lower case
class BoundaryModel {
 public:
  /// `section` is kept, not copied. Throws Error(bad_input) when it is no such section.
  explicit BoundaryModel(std::string_view section);

  /// The ends of the sentences in `tokens[first…]`, each as the index one past its last token. The last is
  /// tokens.size(). Takes time in proportion to the tokens.
  [[nodiscard]] std::vector<std::uint32_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens,
                                                         std::uint32_t first) const;

 private:
  std::string_view weights_;
  KnownWords known_;
  float unit_ = 0, bias_ = 0;
};

/// The bytes of a model. `weights` has 2^BoundaryFeatures::index_bits, `filter` KnownWords::bytes elements.
[[nodiscard]] std::string boundary_section(const std::vector<float>& weights, float bias, std::string_view filter);

}  // namespace dossier::ingest

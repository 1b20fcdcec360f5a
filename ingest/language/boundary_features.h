/// What is seen between two tokens by which one tells whether a sentence ends there.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Words that have been seen in lower case, as a Bloom filter (Bloom 1970) with two hashes: a capital on one of them
/// says more about the place than about the word.
class KnownWords {
 public:
  static constexpr std::uint32_t bytes = 8192;
  /// `filter` has `bytes` bytes and outlives this object.
  explicit KnownWords(std::string_view filter) : filter_(filter) {}
  [[nodiscard]] bool has(std::uint32_t hash) const { return bit(hash % bits) && bit(second(hash)); }
  static void add(std::uint32_t hash, std::string& filter);

 private:
  static constexpr std::uint32_t bits = bytes * 8;
  static std::uint32_t second(std::uint32_t hash) { return (hash >> 7U) * std::uint32_t{0x9E3779B1U} % bits; }
  [[nodiscard]] bool bit(std::uint32_t at) const {
    return ((static_cast<unsigned char>(filter_[at / 8]) >> (at % 8)) & 1U) != 0;
  }
  std::string_view filter_;
};

/// A hash of a word in lower case; for each digit the same.
[[nodiscard]] std::uint32_t word_hash(std::string_view word);

/// The tokens of one block, and what is seen at the places between them. Places are asked from left to right.
class BoundaryFeatures {
 public:
  static constexpr std::size_t count = 24;
  static constexpr unsigned index_bits = 15;
  using Features = std::array<std::uint16_t, count>;  ///< indexes of weights, below 2^index_bits

  /// The tokens `tokens[first…]`. The arguments outlive this object.
  BoundaryFeatures(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                   const KnownWords& known);

  /// The place behind token `i`: goes on to it, and says whether a sentence may end there. Without end marks it may
  /// only where a capital, a number or a mark follows.
  [[nodiscard]] bool go_to(std::uint32_t i);
  /// What is seen at the place.
  [[nodiscard]] Features features() const;
  /// A sentence ends at the place.
  void end_sentence();

  enum class Kind : std::uint8_t {
    stop,
    question,
    ellipsis,
    colon,
    comma,
    dash,
    abbreviation,
    opening,
    closing,
    quote,
    word,
    number,
    mark
  };
  enum class Shape : std::uint8_t { none, small, capital, capitals, initial, number, mark };

 private:
  struct View {
    std::uint32_t hash = 0;
    Kind kind = Kind::mark;
    Shape shape = Shape::none;
    bool known = false;
    bool space = false;
    std::uint8_t size = 0;  // at most 15
  };

  [[nodiscard]] View seen(const Token& token, const KnownWords& known) const;
  /// The view `offset` from token `i` of the block; an empty one outside.
  [[nodiscard]] const View& view(std::ptrdiff_t i) const;

  std::string_view text_;
  std::vector<View> views_;
  std::ptrdiff_t at_ = -1, start_ = 0;
  std::ptrdiff_t last_ = 0, next_ = 0;  ///< the nearest tokens that are no quotes or brackets
  std::uint32_t brackets_ = 0;
  bool quoted_ = false;
};

}  // namespace dossier::ingest

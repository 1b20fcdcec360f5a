/// Strings in a tree of their bytes. Private to the lexicon.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace dossier::ontology {

/// A set of strings, walked byte by byte.
///
/// Why a double array (Aoe, 1989): a text is tried at every word, and most tries fail after two or three bytes; here a
/// byte costs one addition and one look into one array.
class LabelTrie {
 public:
  using State = std::uint32_t;
  static constexpr State root = 0;
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  LabelTrie() : LabelTrie(std::span<const std::string>()) {}
  /// `keys` must be sorted and distinct, none of them empty or with a zero byte.
  explicit LabelTrie(std::span<const std::string> keys);

  /// The state after one more byte, or `none`.
  [[nodiscard]] State next(State state, unsigned char byte) const noexcept {
    const State child = cells_[state].base + byte;
    return cells_[child].parent == state ? child : none;
  }
  /// The index of the key that ends in this state, or `none`.
  [[nodiscard]] std::uint32_t key(State state) const noexcept { return cells_[state].key; }

  [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }

 private:
  struct Cell {
    std::uint32_t base = 0;       ///< the child for byte b is cell base + b …
    std::uint32_t parent = none;  ///< … if that cell says so
    std::uint32_t key = none;
  };

  [[nodiscard]] std::uint32_t place(std::span<const unsigned char> bytes);

  std::vector<Cell> cells_;
  std::uint32_t next_single_ = 1, next_several_ = 1;
};

}  // namespace dossier::ontology

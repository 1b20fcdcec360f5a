/// A table from hashes of words to small numbers, read in place from the model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dossier::ingest {

/// Open addressing with linear probing over a power of two of slots. A slot holds the upper half of a hash and a value;
/// value 0 marks an empty slot. Two words whose upper halves are equal are taken for one: of 60,000 words about one pair.
class WordTable {
 public:
  struct Slot {
    std::uint32_t fingerprint;
    std::uint32_t value;
  };

  WordTable() = default;
  /// Borrows the slots; their number must be a power of two and one must be empty.
  explicit WordTable(std::span<const Slot> slots) : slots_(slots) {}

  /// The value of a (mixed) hash; 0 when it is not there.
  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const noexcept {
    if (slots_.empty()) return 0;
    const std::size_t mask = slots_.size() - 1;
    const auto fingerprint = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      if (slots_[i].value == 0) return 0;
      if (slots_[i].fingerprint == fingerprint) return slots_[i].value;
    }
  }

 private:
  std::span<const Slot> slots_;
};

/// Fills a table: (mixed hash, value > 0). Values of a hash given twice are joined by `or` when `joins`, else the first stays.
class WordTableBuilder {
 public:
  explicit WordTableBuilder(std::size_t words);
  void add(std::uint64_t hash, std::uint32_t value, bool joins = false);
  [[nodiscard]] const std::vector<WordTable::Slot>& slots() const { return slots_; }

 private:
  std::vector<WordTable::Slot> slots_;
};

}  // namespace dossier::ingest

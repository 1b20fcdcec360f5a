/// The dependency tree of one sentence, from heads down.
#pragma once

#include <initializer_list>
#include <span>
#include <vector>

#include "ingest/meaning/words.h"

namespace dossier::ingest {

/// Borrows the words. Indices are token indices in the document.
class Tree {
 public:
  explicit Tree(const Words& words);

  /// The token that `i` hangs on; `nothing` for the root.
  [[nodiscard]] std::uint32_t head(std::uint32_t i) const { return is_root(i) ? nothing : words_->token(i).head; }
  [[nodiscard]] bool is_root(std::uint32_t i) const { return words_->token(i).head == i; }
  [[nodiscard]] Relation relation(std::uint32_t i) const { return words_->token(i).relation; }
  [[nodiscard]] bool has_relation(std::uint32_t i, std::initializer_list<Relation> any) const;
  /// In the order of the sentence.
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t i) const;
  /// The first child with one of these relations, or `nothing`.
  [[nodiscard]] std::uint32_t child(std::uint32_t i, std::initializer_list<Relation> any) const;
  /// The token of [first, last) whose head is outside of it.
  [[nodiscard]] std::uint32_t top(std::uint32_t first, std::uint32_t last) const;
  /// One past the last token below `i`, itself included.
  [[nodiscard]] std::uint32_t end_below(std::uint32_t i) const;

  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

 private:
  const Words* words_;
  std::vector<std::uint32_t> children_, first_child_;  ///< of token i: children_[first_child_[i - first] … first_child_[i - first + 1])
};

}  // namespace dossier::ingest

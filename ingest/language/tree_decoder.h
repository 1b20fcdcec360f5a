/// The best tree under the scores of all arcs.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dossier::ingest {

/// Finds the spanning arborescence of greatest score with exactly one word on the root: Y. Chu and T. Liu (1965), J. Edmonds
/// (1967), over a matrix in quadratic time (R. Tarjan, "Finding optimum branchings", 1977). Where the greedy choice (the best
/// head of each word) is such a tree already, as in most sentences, it is the answer at once. Keeps its memory between calls.
class TreeDecoder {
 public:
  /// `scores`: words × (words + 1), row a word, column 0 the root, column h word h (counted from 1); all finite. Writes the
  /// head of each word, 0 for the root. There is at least one word.
  void decode(std::span<const float> scores, std::span<std::uint32_t> heads);

 private:
  struct Arc {
    double score;
    std::uint32_t head, word;  ///< the words that it joins, however deep they lie in contracted nodes
  };
  [[nodiscard]] Arc& arc(std::uint32_t head, std::uint32_t node) { return arcs_[head * width_ + node]; }
  [[nodiscard]] std::uint32_t best_head(std::uint32_t node);
  void contract(std::uint32_t on_circle);
  void solve(std::span<const float> scores, std::span<std::uint32_t> heads);

  std::vector<Arc> arcs_;                 ///< between nodes; those past the words are contracted circles
  std::size_t width_ = 0;
  std::vector<std::uint32_t> best_;       ///< of each node the best head, itself an active node
  std::vector<std::uint32_t> parent_;     ///< the contracted node that a node went into, or 0
  std::vector<std::uint32_t> active_;     ///< nodes in no contracted node, without the root
  std::vector<std::uint32_t> circle_, seen_;
  std::vector<std::vector<std::uint32_t>> members_;  ///< of the contracted nodes, in the order of contraction
  std::vector<std::vector<Arc>> member_arcs_;        ///< the arcs of their circles, into each member
  std::vector<Arc> chosen_;
};

}  // namespace dossier::ingest

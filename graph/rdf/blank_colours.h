/// What can be told about blank nodes without their labels. Private to graph/rdf.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/rdf/dataset.h"

namespace dossier::graph {

/// Colours for the blank nodes of a dataset: what stands around a node, hashed, and what stands around that, and so on
/// (colour refinement; McKay and Piperno, Practical graph isomorphism II, 2014; for RDF: Hogan, Canonical forms for
/// isomorphic and equivalent RDF graphs, 2017). Nodes of two datasets have equal colours when they look alike.
class BlankColours {
 public:
  explicit BlankColours(const Dataset& dataset);

  /// The blank nodes, as terms, by node number.
  [[nodiscard]] const std::vector<TermId>& nodes() const noexcept { return nodes_; }
  /// The component of each node: nodes that share a quad are in one.
  [[nodiscard]] const std::vector<std::uint32_t>& components() const noexcept { return components_; }
  [[nodiscard]] std::uint64_t colour(std::uint32_t node) const noexcept { return colours_[node]; }
  [[nodiscard]] const std::vector<std::uint64_t>& colours() const noexcept { return colours_; }
  void recolour(std::vector<std::uint64_t> colours) { colours_ = std::move(colours); }

  /// Looks one step further from each of the nodes, which must be whole components, until that tells no more apart
  /// or `budget`, which counts visits of quads, is used up: then it returns false.
  bool refine(std::span<const std::uint32_t> members, std::uint64_t& budget);
  /// Makes one node differ from all that looked like it.
  void single_out(std::uint32_t node);

 private:
  void connect();
  [[nodiscard]] std::uint64_t look(std::uint32_t node) const;
  [[nodiscard]] std::uint64_t seen(TermId term, std::uint32_t from) const;
  [[nodiscard]] std::uint32_t number(TermId term) const { return numbers_[index(term)]; }

  const Dataset& dataset_;
  std::vector<TermId> nodes_;
  std::vector<std::uint32_t> numbers_;     // by term: the node, or none
  std::vector<std::uint64_t> hashes_;      // by term, for those that are not blank
  std::vector<std::uint32_t> starts_;      // by node: where its quads begin in incidences_
  std::vector<std::uint32_t> incidences_;  // numbers of quads
  std::vector<std::uint32_t> components_;
  std::vector<std::uint64_t> colours_;
};

/// For each term that is a blank node its place among them, counting from 1, in an order that does not depend on the
/// labels as far as colours tell them apart; 0 for the others. By term id.
[[nodiscard]] std::vector<std::uint32_t> order_of_blanks(const Dataset& dataset);

}  // namespace dossier::graph

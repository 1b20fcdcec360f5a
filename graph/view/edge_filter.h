/// Which predicates make edges.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/term/quad.h"

namespace dossier::graph {

/// A set of predicates that are followed, or that are not: rdf:type joins everything to everything, and evidence
/// is no relation between the things it speaks of. By default every predicate is followed.
class EdgeFilter {
 public:
  EdgeFilter() = default;
  /// Follows these predicates alone.
  [[nodiscard]] static EdgeFilter only(std::vector<TermId> predicates) { return {std::move(predicates), true}; }
  /// Follows every predicate but these.
  [[nodiscard]] static EdgeFilter except(std::vector<TermId> predicates) { return {std::move(predicates), false}; }

  [[nodiscard]] bool operator()(TermId predicate) const noexcept {
    return std::ranges::binary_search(predicates_, predicate) == wanted_;
  }

 private:
  EdgeFilter(std::vector<TermId> predicates, bool wanted) : predicates_(std::move(predicates)), wanted_(wanted) {
    std::ranges::sort(predicates_);
  }

  std::vector<TermId> predicates_;
  bool wanted_ = false;
};

}  // namespace dossier::graph

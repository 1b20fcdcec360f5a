/// Whether two sets of quads say the same (RDF 1.1 Concepts, sections 3.6 and 4.1).
#pragma once

#include <optional>
#include <span>

#include "graph/term/quad.h"

namespace dossier::graph {

/// A quad that owns its text.
struct OwnedQuad {
  Term subject, predicate, object;
  std::optional<Term> graph;  ///< nothing: the default graph

  /// A copy of the view's text.
  [[nodiscard]] static OwnedQuad of(const QuadView& quad);
  [[nodiscard]] QuadView view() const;
  auto operator<=>(const OwnedQuad&) const = default;
};

/// Whether some renaming of blank nodes, one to one, makes both the same set; duplicates do not count.
/// Exact: a hash narrows the choice, and what it leads to is compared term by term. Takes long only for graphs that
/// were made to be hard (large regular graphs of blank nodes alone).
[[nodiscard]] bool isomorphic(std::span<const OwnedQuad> a, std::span<const OwnedQuad> b);

}  // namespace dossier::graph

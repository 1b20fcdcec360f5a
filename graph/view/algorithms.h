/// What can be asked of a store as a graph. All results are the same on each run. (For other algorithms of the Boost
/// Graph Library: boost_graph.h.)
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "graph/store/store.h"
#include "graph/view/edge_filter.h"
#include "graph/view/walk.h"

namespace dossier::graph {

struct PathOptions {
  bool undirected = false;  ///< whether edges may be walked against their direction
  EdgeFilter filter{};
  std::size_t max_length = std::numeric_limits<std::size_t>::max();  ///< in steps
};

/// A shortest path; empty when `from` is `to`, nothing when there is none or one of them is no vertex. Of several, the
/// one found first by breadth-first search that takes steps forward by predicate and object, then backward by subject
/// and predicate.
[[nodiscard]] std::optional<std::vector<PathStep>> shortest_path(const Store& store, TermId from, TermId to,
                                                                 const PathOptions& options = {});

/// The weakly connected components, the largest first, of equal ones the one with the smallest vertex first; the
/// vertices of each ascend. A vertex without edges is a component of its own.
[[nodiscard]] std::vector<std::vector<TermId>> connected_components(const Store& store, const EdgeFilter& filter = {});

/// How many edges lead to a vertex and from it.
struct Degree {
  TermId vertex{};
  std::size_t in = 0, out = 0;
  bool operator==(const Degree&) const = default;
};

/// No edges, for a term that is no vertex.
[[nodiscard]] Degree degree(const Store& store, TermId vertex, const EdgeFilter& filter = {});
/// Of every vertex, ascending by vertex.
[[nodiscard]] std::vector<Degree> degrees(const Store& store, const EdgeFilter& filter = {});

struct PageRankOptions {
  double damping = 0.85;    ///< in (0, 1)
  double tolerance = 1e-9;  ///< ends when one round moves less than this share of all rank
  std::size_t max_rounds = 1000;
  bool undirected = false;
  EdgeFilter filter{};
};

/// The PageRank of every vertex (Brin and Page 1998), the highest first, of equal ones the smaller vertex first. The
/// ranks sum to 1; what arrives at a vertex that leads nowhere is spread over all.
[[nodiscard]] std::vector<std::pair<TermId, double>> page_rank(const Store& store, const PageRankOptions& options = {});

}  // namespace dossier::graph

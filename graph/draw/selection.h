/// Which part of a store a picture shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/query/facts.h"

namespace dossier::graph {

struct SelectionOptions {
  std::vector<TermId> about{};            ///< start from these; empty: the whole store
  unsigned depth = 1;                     ///< steps from them
  std::size_t max_nodes = 30;             ///< the most important ones; 0: all
  std::vector<std::string> factuality{};  ///< local names, any case; empty: all
  bool bookkeeping = false;               ///< the sources themselves and what is said in them as boxes, too
};

/// A fact and the boxes that it is drawn between. They differ from its subject and object where those are posts that
/// somebody holds: the line then begins or ends at the holder.
struct Link {
  TermId from{}, to{};
  Fact fact;
};

/// What to draw. Types, names and evidence are never links; posts and dates stand inside a box.
struct Selection {
  std::vector<TermId> nodes;  ///< ascending
  std::vector<Link> links;    ///< between two of the nodes, in the order of find_facts
  std::vector<Link> details;  ///< told inside `from`, in the order of find_facts
  std::vector<TermId> about;  ///< as asked
  std::size_t left_out = 0;   ///< nodes that would have been drawn, had there been room
};

/// The `max_nodes` most important things that facts link, and the facts among them.
///
/// Importance is PageRank over the facts, both ways; around `about`, the nearer comes first. Equals come by name.
/// What no fact links to a chosen thing is left out, unless it is asked about.
[[nodiscard]] Selection select(const Store& store, const SelectionOptions& options = {});

}  // namespace dossier::graph

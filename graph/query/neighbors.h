/// Who and what is around a thing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/query/facts.h"

namespace dossier::graph {

/// A step from a thing, over a fact, to another.
struct Neighbor {
  unsigned depth = 1;    ///< steps from the thing that was asked about
  TermId from{};         ///< where the step begins: the thing itself, or a neighbour one step nearer to it
  TermId to{};           ///< where it leads; a date or another literal leads no further
  bool outgoing = true;  ///< `from` is the fact's subject
  bool again = false;    ///< `to` stands elsewhere in the tree too, and what is around it is told there
  Fact fact;
};

struct NeighborOptions {
  unsigned depth = 1;
  FactFilter filter{};        ///< for each step; its `about` is not used
  std::size_t max_count = 0;  ///< how many of the nearest rows to keep; 0: all
};

/// The facts around `thing` as a tree in the order to print it: each row is followed by the rows one step further on.
///
/// Each fact comes once, below the nearer of its ends; a thing is told of where it is reached first (breadth first).
/// Below one thing: what it is subject of first, then by the name of the relation, the name of the other thing, fact.
[[nodiscard]] std::vector<Neighbor> neighbors(const Store& store, TermId thing, const NeighborOptions& options = {});

}  // namespace dossier::graph

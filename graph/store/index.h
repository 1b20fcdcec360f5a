/// Quads in any order become the six orders of a store.
#pragma once

#include <vector>

#include "graph/store/columns.h"

namespace dossier::graph {

/// Sorts the quads by subject, predicate, object, graph and drops duplicates. `terms` is the largest number in use.
void sort_and_unite(std::vector<Quad>& quads, std::uint32_t terms);

/// Fills the columns of all orders from sorted, distinct quads. The dictionary's counts must be set.
void fill_orders(const std::vector<Quad>& quads, OwnedColumns& columns);

}  // namespace dossier::graph

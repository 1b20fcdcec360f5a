/// The terms of a dictionary, in their own order.
#pragma once

#include <vector>

#include "graph/store/columns.h"
#include "graph/term/dictionary.h"

namespace dossier::graph {

/// The dictionary's numbers in the order of their terms (kind, text, datatype, language).
[[nodiscard]] std::vector<TermId> sorted_terms(const Dictionary& dictionary);

/// Fills the dictionary's columns: term 1 is the first of `sorted`, and so on.
void fill_terms(const Dictionary& dictionary, const std::vector<TermId>& sorted, OwnedColumns& columns);

}  // namespace dossier::graph

/// The flat exchange: entities and facts by name, one JSON object a line, as shared/gold/score.py and other programs
/// read them.
#pragma once

#include <iosfwd>
#include <optional>

#include "graph/query/facts.h"
#include "ontology/schema.h"

namespace dossier::cli {

/// For each document (or that of the filter) by IRI, a line for each entity, by name, and then one for each fact that
/// fits and that the document states, with the first sentence that does:
///
///     {"doc","entity","type","aliases"}
///     {"doc","s","s_type","p","o","o_type","evidence","modality","factuality","speaker","sentence","id"}
///
/// Names are those of the document. Types are the exchange types of `schema`, local names for what it does not know.
/// Gives the number of fact lines.
std::size_t write_exchange(const graph::Store& store, const graph::FactFilter& filter, const ontology::Schema& schema,
                           std::ostream& out);

}  // namespace dossier::cli

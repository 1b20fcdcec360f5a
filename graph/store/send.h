/// A store's quads, told to a sink.
#pragma once

#include <optional>

#include "graph/store/store.h"
#include "graph/term/quad.h"

namespace dossier::graph {

/// Sends the prefixes, then every quad by subject, predicate, object, graph; with `graph`, those of that graph alone
/// (`no_term`: of the default graph). The quads keep their graph.
void send(const Store& store, QuadSink& sink, std::optional<TermId> graph = std::nullopt);

}  // namespace dossier::graph

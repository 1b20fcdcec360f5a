/// How much of the evidence goes along when a store is sent on.
#pragma once

#include <optional>
#include <string_view>

#include "graph/store/store.h"

namespace dossier::graph {

/// What `export --provenance` takes. All but the last leave out what a graph keeps for its own upkeep: pa:digest,
/// pa:decision, pa:asRead.
///
/// A fact is *plain* when its triple stands in the store as such and it is told as occurred, ongoing or historical,
/// or no other fact node can be the reason why the triple stands there (pa:pledged may carry pa:Pledged).
enum class Provenance {
  none,  ///< plain triples and the nodes of entities, events, agreements, documents: no pa:Fact, pa:Evidence, pa:Tenure
         ///< nodes, no pa:evidence, pa:rule, pa:confidence. Facts that are not plain are lost
  event,  ///< no nodes of plain facts, only their triples, and no evidence that nothing else refers to; all else as it
          ///< is
  graph,  ///< as event, but the triple of a plain fact stands in one graph for each sentence that states it, named
          ///< by the evidence node; for syntaxes with graphs
  reify,  ///< everything as it stands
};

/// By name: "none", "event", "graph", "reify".
[[nodiscard]] std::optional<Provenance> provenance_named(std::string_view name);

/// Sends the prefixes and what the level lets through, by subject, predicate, object, graph. Other named graphs are
/// kept: a writer for a syntax without them writes each triple once.
void send_with_provenance(const Store& store, Provenance level, QuadSink& sink);

}  // namespace dossier::graph

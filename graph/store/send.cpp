#include "graph/store/send.h"

namespace dossier::graph {

void send(const Store& store, QuadSink& sink, std::optional<TermId> graph) {
  for (const auto& [name, iri] : store.prefixes().all()) sink.prefix(name, iri);
  Pattern pattern;
  pattern.graph = graph;
  for (const Quad& quad : store.match(pattern)) {
    QuadView view{store.term(quad.subject), store.term(quad.predicate), store.term(quad.object), std::nullopt};
    if (quad.graph != no_term) view.graph = store.term(quad.graph);
    sink.quad(view);
  }
}

}  // namespace dossier::graph

#include "graph/rdf/dataset.h"

#include <algorithm>

namespace dossier::graph {

void Dataset::add(const QuadView& quad, bool with_graph) {
  const TermId graph = with_graph && quad.graph ? terms_.intern(*quad.graph) : no_term;
  quads_.push_back({terms_.intern(quad.subject), terms_.intern(quad.predicate), terms_.intern(quad.object), graph});
}

void Dataset::close() {
  std::ranges::sort(quads_);
  quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
}

}  // namespace dossier::graph

/// N-Triples and N-Quads. Private to graph/rdf.
#pragma once

#include <memory>

#include "graph/rdf/writer.h"

namespace dossier::graph {

/// One canonical line a quad, in the order in which they come (RDF 1.1 N-Triples, section 4; N-Quads, section 4).
[[nodiscard]] std::unique_ptr<Writer> make_line_writer(std::ostream& out, Syntax syntax);

}  // namespace dossier::graph

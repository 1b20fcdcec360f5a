/// Turtle and TriG for people. Private to graph/rdf.
#pragma once

#include <memory>

#include "graph/rdf/writer.h"

namespace dossier::graph {

/// One block a subject, sorted; `[ … ]` and `( … )` where they say the same as labels (RDF 1.1 Turtle, TriG).
[[nodiscard]] std::unique_ptr<Writer> make_turtle_writer(std::ostream& out, const WriteOptions& options);

}  // namespace dossier::graph

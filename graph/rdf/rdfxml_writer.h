/// RDF/XML. Private to graph/rdf.
#pragma once

#include <memory>

#include "graph/rdf/writer.h"

namespace dossier::graph {

/// One rdf:Description a subject (RDF 1.1 XML Syntax). Throws Error(bad_input) from `quad` for what the syntax cannot
/// say: a property whose IRI does not end in an XML name, a character that XML 1.0 does not have.
[[nodiscard]] std::unique_ptr<Writer> make_rdfxml_writer(std::ostream& out, const WriteOptions& options);

}  // namespace dossier::graph

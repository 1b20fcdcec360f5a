/// Extraction -> quads (docs/model.md). The one place that knows how what was read stands in the graph.
#pragma once

#include <string_view>

#include "graph/term/quad.h"
#include "ingest/meaning/statement.h"
#include "ontology/schema.h"

namespace dossier::ingest {

/// Feeds the sink with all that a document gave, in the document's own named graph.
///
/// `base` begins the IRIs that are minted: base + class + "/" + slug of the name. What only the document can tell
/// apart ("the briefing") has the document in its IRI, and a person of one name only ("Johnson") has the office that the
/// document gives, else the document. Equal input gives equal quads in equal order.
void record(const Extraction& extraction, const ontology::Schema& schema, std::string_view base, graph::QuadSink& sink);

/// Declares a prefix for each kind of IRI that `record` mints: person: for base + "person/", and so on.
void declare_prefixes(const ontology::Schema& schema, std::string_view base, graph::QuadSink& sink);

/// IRI of a document's graph.
[[nodiscard]] std::string document_iri(std::string_view base, std::string_view id);

/// "Vice Minister of Unification" -> "vice-minister-of-unification". Letters and digits of any script stay (Latin ones
/// without accents, lower case); the rest becomes hyphens. A name without any gives "unnamed".
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace dossier::ingest

/// How a sentence is read, step by step, for the people who teach Dossier.
#pragma once

#include <iosfwd>

#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// Writes for each sentence of the document: its tree, the names and phrases with their classes, the clauses, the facts with the
/// example that caused each, and the examples whose trigger stands there but which read nothing, with what they lack.
void explain(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns, std::ostream& out);

}  // namespace dossier::ingest

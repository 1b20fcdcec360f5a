/// Sentences -> what they state.
#pragma once

#include "ingest/language/sentence.h"
#include "ingest/meaning/patterns.h"
#include "ingest/meaning/statement.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// Reads a whole document: names and their entities, who holds which post, what the patterns recognise, who said what.
/// Pure; any number of documents at once. `document.text` is not copied into the result.
[[nodiscard]] Extraction read_statements(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology,
                                         const Patterns& patterns, Standing standing = Standing::in_document);

}  // namespace dossier::ingest

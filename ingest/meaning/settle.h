/// The last step of reading a document: what is idle or said twice goes, what is evidence stays.
#pragma once

#include "ingest/meaning/statement.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Forgets entities of which nothing is said, facts that need not be said and facts that are said twice in a sentence, and keeps the
/// sentences that are evidence for what is left.
void settle(Extraction& extraction, const Document& document, const Sentences& sentences, const ontology::Schema& schema);

}  // namespace dossier::ingest

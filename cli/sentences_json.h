/// What was read of a document, as JSON.
#pragma once

#include <ostream>

#include "ingest/language/sentence.h"

namespace dossier::cli {

/// Writes one object on one line, without a line end: the document's id, source, title and date, and its sentences, each with
/// its tokens (numbered from 1, head 0 for the root; columns as CoNLL-U names them) and its names. `start` and `end` count code
/// points of the document's text.
void write_sentences_json(const ingest::Document& document, const ingest::Sentences& sentences, std::ostream& out);

}  // namespace dossier::cli

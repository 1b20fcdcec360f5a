/// Plain text -> the blocks of a Document.
#pragma once

#include <string>

#include "ingest/source/document.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest {

/// Takes `text` (tidied) as the document's text, unchanged, and finds its blocks, title and date. Whether a line is a
/// paragraph or a piece of one is decided once for the document, from its line lengths and how its lines begin.
void read_plain_text(std::string text, Document& document, const SourceOptions& options);

}  // namespace dossier::ingest

/// The one door of this room: a Document becomes Sentences.
#pragma once

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Tokens, sentence boundaries and tags of all blocks. Pure: any number of documents at once.
[[nodiscard]] Sentences analyse(const Document& document);

}  // namespace dossier::ingest

/// A Document becomes sentences of tokens.
#pragma once

#include "ingest/language/sentence.h"
#include "ingest/language/sentence_boundaries.h"

namespace dossier::ingest {

/// Tokens and sentence boundaries of all blocks but meta lines; nothing else is set.
[[nodiscard]] Sentences split_into_sentences(const Document& document, const BoundaryModel& boundaries);

}  // namespace dossier::ingest

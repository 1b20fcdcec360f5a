/// Who speaks in a document: its author, whom "we" are, who is quoted.
#pragma once

#include <optional>
#include <span>

#include "ingest/meaning/context.h"

namespace dossier::ingest {

/// Tells the context who says "I" and whom "we" are: "Statement by [Jane Doe]" above a text is its author; "we" in it are the country or
/// body that acts in it most.
void find_voices(std::span<const SentenceReading> readings, Context& context);

/// "Following the meeting the Minister said:" hands over to the minister, until he is told of again.
void hear(const SentenceReading& reading, Context& context);

/// What somebody says in a sentence: one sentence is one speech act.
[[nodiscard]] std::optional<Utterance> utterance_in(const SentenceReading& reading, Context& context);

}  // namespace dossier::ingest

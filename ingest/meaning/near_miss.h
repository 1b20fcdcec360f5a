/// What an example lacks to read a sentence in which its trigger stands.
#pragma once

#include <string>

#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// In words, what a pattern misses around a clause or a noun; empty when something fit stands at each of its places.
[[nodiscard]] std::string lacking(const SentenceReading& reading, const Clause& clause, const Pattern& pattern, const ontology::Schema& schema);
[[nodiscard]] std::string lacking(const SentenceReading& reading, std::uint32_t phrase, const Pattern& pattern, const ontology::Schema& schema);

}  // namespace dossier::ingest

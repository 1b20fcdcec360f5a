/// What names say of themselves: "the 2019 Hanoi Summit" was held in 2019, in Hanoi.
#pragma once

#include "ingest/meaning/plain_facts.h"

namespace dossier::ingest {

/// Adds what the names of a sentence say: years, places and parties in names, places behind places, and whom a government is named after.
void read_what_names_say(const SentenceReading& reading, Context& context, PlainFacts& facts);

}  // namespace dossier::ingest

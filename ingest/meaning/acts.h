/// Acts: who did what to whom, by the kinds of act that the ontology has (its classes below pa:Act).
#pragma once

#include "ingest/meaning/match_patterns.h"

namespace dossier::ingest {

/// Adds the acts of a sentence to `out.nodes`. A verb or noun says one act at most: the one whose example fits it best, a verb with
/// its noun before a verb alone. An act needs whom it says it is done to, where the example says so; who is done something to is
/// else whom its object comes from or goes to ("rejected an offer by [Iceland]", "aid for [Peru]").
///
/// What is not done but planned, promised, refused or asked for stays a node of that factuality, and the promise, the threat, the
/// refusal or the request is a second one, which happened (pa:whenPlanned and pa:whenRefused of its class; PLOVER manual, "future").
/// A node that other patterns have made of the same words is completed and not repeated.
void read_acts(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out);

}  // namespace dossier::ingest

/// Triples and schema -> Lexicon. Private to ontology/.
#pragma once

#include "ontology/lexicon.h"
#include "ontology/reading.h"

namespace dossier::ontology {

/// Throws Error(bad_input) for two entities with one IRI; warns of a label that two things share.
///
/// Known entities are what has a declared class and a name. Not among them: individuals in the namespace pa:, which
/// belong to the model (pa:Pledged), and classes there that have no exchange type, which name no thing of the world
/// (pa:Fact, pa:Evidence), have no labels.
[[nodiscard]] Lexicon read_lexicon(const Reading& reading, const Schema& schema);

}  // namespace dossier::ontology

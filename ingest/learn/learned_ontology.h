/// What was learned, as an ontology has it.
#pragma once

#include <vector>

#include "graph/term/quad.h"
#include "ingest/learn/relation_reader.h"
#include "ontology/schema.h"

namespace dossier::ingest {

/// A property's learned cues, ready to read with. A kind of arguments or a company that is not known is passed over.
[[nodiscard]] LearnedRelation learned_relation(const ontology::Property& property);

/// Those of all properties that have any, in the schema's order.
[[nodiscard]] std::vector<LearnedRelation> learned_relations(const ontology::Schema& schema);

/// Writes a relation's cues as literals of its property, weights with four digits.
void write_learned(const LearnedRelation& relation, graph::QuadSink& sink);

}  // namespace dossier::ingest

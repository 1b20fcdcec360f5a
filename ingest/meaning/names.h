/// Names, titles and posts in a sentence.
#pragma once

#include <vector>

#include "ingest/meaning/date_expression.h"
#include "ingest/meaning/mention.h"
#include "ingest/meaning/words.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// What the names of a sentence say by themselves.
struct Names {
  std::vector<Mention> mentions;   ///< left to right, not overlapping, but posts may lie beside their person
  std::vector<Holding> holdings;   ///< indices into `mentions`
};

/// Finds known names, persons (by a title before the name, an apposition after it, or their shape), posts, and proper
/// names whose words tell their class ("Ministry of …", "… Summit"). What a name is of which neither the ontology nor its
/// own words tell, the language model's `seen` names (of the document, in order) tell. `dates` are left alone.
[[nodiscard]] Names find_names(const Words& words, const ontology::Ontology& ontology, std::span<const DateExpression> dates, std::span<const NameSpan> seen);

}  // namespace dossier::ingest

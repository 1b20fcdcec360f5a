/// Where a pattern stands in a sentence: its trigger, and the words at the end of each of its paths.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/meaning/judgement.h"
#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// One role of a pattern and what stands there.
struct Filled {
  std::string role;
  Path path;                   ///< from the trigger
  std::vector<Span> words;     ///< bytes of the document, one for each thing that stands there
};

struct Trace {
  Span trigger;                ///< bytes of the document
  std::vector<Filled> roles;   ///< those at which anything stands, in the order of the example
  Judgement judgement;         ///< from the words alone
};

/// Every place where the trigger stands and enough of the roles are filled: all of a relation's, two things of a node's. What is
/// there need not be resolved: a pronoun counts, so that a sentence can be looked at without its document.
[[nodiscard]] std::vector<Trace> traces(const SentenceReading& reading, const Pattern& pattern, const ontology::Schema& schema);

/// Whether the noun and the prepositions that belong to a pattern's trigger stand at this clause.
[[nodiscard]] bool has_company(const SentenceReading& reading, const Clause& clause, const Pattern& pattern);

}  // namespace dossier::ingest

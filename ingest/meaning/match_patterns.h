/// Patterns on clauses and noun phrases -> statements and nodes.
#pragma once

#include "ingest/meaning/context.h"
#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// What one sentence gave.
struct Readings {
  std::vector<Statement> statements;
  std::vector<Node> nodes;
};

/// Matches every clause and noun phrase of the sentence. Facts keep the tense, the modality and the negation of their
/// clause, and the speaker of the clause around it.
void match_patterns(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out);

/// The plain relations that follow from a node with parts, by the ontology's pa:shortcutOf rules.
void derive_shortcuts(const Node& node, const Context& context, std::vector<Statement>& out);

/// Where the verb stands that is link `link` of a clause's chain, with its auxiliaries (bytes).
[[nodiscard]] Span trigger_of(const SentenceReading& reading, const Clause& clause, std::size_t link);
/// Whether the clause speaks of the past or of what is to come.
[[nodiscard]] TimeSense sense_of(const SentenceReading& reading, const Clause* clause);
/// A date expression against the document's date.
[[nodiscard]] std::optional<DateValue> date_value(const SentenceReading& reading, std::uint32_t date, const Clause* clause, const Context& context);

}  // namespace dossier::ingest

#include "ingest/meaning/trace.h"

#include <algorithm>

namespace dossier::ingest {
namespace {

/// The words of a phrase: of a name the name, else all of it.
Span words_of(const SentenceReading& reading, std::uint32_t p) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.mention == nowhere) return reading.words.span(phrase.first, phrase.last);
  const Mention& mention = reading.row.mentions[phrase.mention];
  return reading.words.span(mention.first, mention.last);
}

std::vector<Span> words_of(const SentenceReading& reading, std::span<const Occupant> occupants) {
  std::vector<Span> words;
  for (const Occupant& occupant : occupants) {
    if (occupant.date != nowhere) words.push_back(reading.words.span(reading.row.dates[occupant.date].first, reading.row.dates[occupant.date].last));
    if (occupant.mention != nowhere) words.push_back(reading.words.span(reading.row.mentions[occupant.mention].first, reading.row.mentions[occupant.mention].last));
    for (const std::uint32_t p : occupant.group) words.push_back(words_of(reading, p));
  }
  return words;
}

/// The trace from one trigger, when enough stands around it.
template <class From>
std::optional<Trace> trace_from(const SentenceReading& reading, const From& from, const Pattern& pattern, std::uint32_t trigger) {
  Trace trace;
  trace.trigger = reading.words.span(trigger, trigger + 1);
  const Surroundings around(reading, from);
  for (const Role& role : pattern.roles)
    if (auto words = words_of(reading, around.at_end_of(role.path)); !words.empty()) trace.roles.push_back({role.name, role.path, std::move(words)});
  if (trace.roles.size() < (pattern.property ? pattern.roles.size() : std::min<std::size_t>(2, pattern.roles.size()))) return std::nullopt;
  trace.judgement = judge(reading, from);
  return trace;
}

/// The verb of a clause by which a pattern is found; nothing when it is not.
std::optional<std::uint32_t> triggering_verb(const SentenceReading& reading, const Clause& clause, const Pattern& pattern) {
  const auto& verbs = reading.clauses.verbs;
  if (pattern.trigger == Trigger::modal) {
    const VerbGroup& first = verbs[clause.chain.front()];
    const bool fits = first.modal == pattern.lemma && (pattern.verb.empty() || pattern.verb == verbs[clause.chain.back()].lemma);
    return fits ? std::optional(first.first) : std::nullopt;
  }
  if (pattern.trigger != Trigger::verb) return std::nullopt;
  for (const std::uint32_t v : clause.chain)
    if (verbs[v].lemma == pattern.lemma && pattern.chain == (v != clause.chain.back())) return verbs[v].verb;
  return std::nullopt;
}

bool is_triggering(const SentenceReading& reading, std::uint32_t p, const Pattern& pattern, const ontology::Schema& schema) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.mention == nowhere) return false;
  if (pattern.trigger == Trigger::noun) return reading.sentences->lemma(phrase.head) == pattern.lemma;
  const auto& type = reading.row.mentions[phrase.mention].type;
  return pattern.trigger == Trigger::class_of_head && type && schema.is_a(*type, *pattern.head);
}

}  // namespace

bool has_company(const SentenceReading& reading, const Clause& clause, const Pattern& pattern) {
  if (!pattern.noun.empty() && object_lemma(*reading.sentences, reading.row, clause) != pattern.noun) return false;
  return std::ranges::all_of(pattern.with, [&](const std::string& preposition) {
    return std::ranges::find(clause.adjuncts, preposition, &Adjunct::preposition) != clause.adjuncts.end();
  });
}

std::vector<Trace> traces(const SentenceReading& reading, const Pattern& pattern, const ontology::Schema& schema) {
  std::vector<Trace> found;
  const auto keep = [&](std::optional<Trace> trace) {
    if (trace) found.push_back(std::move(*trace));
  };
  for (const Clause& clause : reading.clauses.clauses)
    if (const auto verb = triggering_verb(reading, clause, pattern); verb && has_company(reading, clause, pattern)) keep(trace_from(reading, clause, pattern, *verb));
  for (std::uint32_t p = 0; p < reading.row.phrases.size(); ++p)
    if (is_triggering(reading, p, pattern, schema)) keep(trace_from(reading, p, pattern, reading.row.phrases[p].head));
  return found;
}

}  // namespace dossier::ingest

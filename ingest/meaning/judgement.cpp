#include "ingest/meaning/judgement.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

using ontology::Factuality;

/// Verbs that say of the verb after them whether it happens.
std::optional<Factuality> factuality_of_verb(std::string_view lemma) {
  struct Row {
    std::string_view lemma;
    Factuality factuality;
  };
  constexpr auto table = std::to_array<Row>({
      {"agree", Factuality::pledged},    {"aim", Factuality::planned},     {"allege", Factuality::alleged},
      {"ask", Factuality::demanded},     {"call", Factuality::demanded},   {"claim", Factuality::alleged},
      {"commit", Factuality::pledged},   {"decide", Factuality::planned},  {"demand", Factuality::demanded},
      {"deny", Factuality::denied},      {"expect", Factuality::planned},  {"fail", Factuality::denied},
      {"hope", Factuality::planned},     {"intend", Factuality::planned},  {"offer", Factuality::proposed},
      {"order", Factuality::demanded},   {"plan", Factuality::planned},    {"pledge", Factuality::pledged},
      {"prepare", Factuality::planned},  {"promise", Factuality::pledged}, {"propose", Factuality::proposed},
      {"refuse", Factuality::denied},    {"request", Factuality::demanded}, {"schedule", Factuality::planned},
      {"seek", Factuality::planned},     {"suggest", Factuality::proposed}, {"threaten", Factuality::planned},
      {"urge", Factuality::demanded},    {"vow", Factuality::pledged},     {"want", Factuality::planned},
  });
  const auto found = std::ranges::lower_bound(table, lemma, {}, &Row::lemma);
  if (found == table.end() || found->lemma != lemma) return std::nullopt;
  return found->factuality;
}

bool says_no(const SentenceReading& reading, std::uint32_t phrase) { return reading.words.lower(reading.row.phrases[phrase].first) == "no"; }

Judgement of_first_verb(const VerbGroup& verb) {
  if (verb.modal == "will") return {Factuality::planned, Ground::modal, verb.first};
  if (verb.modal == "should" || verb.modal == "must") return {Factuality::demanded, Ground::modal, verb.first};
  if (!verb.modal.empty()) return {Factuality::hypothetical, Ground::modal, verb.first};
  if (verb.infinitive) return {Factuality::planned, Ground::infinitive, verb.verb};
  if (!verb.past && !verb.gerund && !verb.participle && !verb.passive) return {Factuality::ongoing, Ground::present, verb.verb};
  return {Factuality::occurred, Ground::told, verb.verb};
}

}  // namespace

Judgement judge(const SentenceReading& reading, const Clause& clause) {
  const auto& verbs = reading.clauses.verbs;
  for (const std::uint32_t p : clause.object)
    if (says_no(reading, p)) return {Factuality::denied, Ground::none, reading.row.phrases[p].first};
  const VerbGroup& first = verbs[clause.chain.front()];
  if (clause.conditional) return {Factuality::conditional, Ground::condition, first.verb};
  for (const std::uint32_t v : clause.chain)
    if (verbs[v].negated) return {Factuality::denied, Ground::negation, verbs[v].verb};
  Judgement result = of_first_verb(first);
  if (clause.chain.size() > 1)
    if (const auto found = factuality_of_verb(first.lemma)) result = {*found, Ground::verb, first.verb};
  if (clause.inside != nowhere) {
    const VerbGroup& outer = verbs[reading.clauses.clauses[clause.inside].chain.back()];
    const auto said = factuality_of_verb(outer.lemma);
    if (said == Factuality::denied || said == Factuality::alleged || said == Factuality::demanded || said == Factuality::proposed)
      return {*said, Ground::speech, outer.verb};
  }
  return result;
}

Judgement judge(const SentenceReading& reading, std::uint32_t phrase) {
  if (says_no(reading, phrase)) return {Factuality::denied, Ground::none, reading.row.phrases[phrase].first};
  for (const Clause& clause : reading.clauses.clauses) {
    const bool is_object = std::ranges::find(clause.object, phrase) != clause.object.end();
    const bool inside = is_object || std::ranges::any_of(clause.adjuncts, [&](const Adjunct& a) { return std::ranges::find(a.group, phrase) != a.group.end(); });
    if (!inside) continue;
    // "announced plans to achieve this during [a briefing]": the briefing is no part of what is planned
    const bool purpose = reading.clauses.verbs[clause.chain.front()].infinitive && !is_object;
    if (purpose && &clause != reading.clauses.clauses.data()) continue;
    const Judgement found = judge(reading, clause);
    if (found.factuality == Factuality::planned || found.factuality == Factuality::hypothetical || found.factuality == Factuality::conditional) return found;
  }
  return {};
}

Judgement judge(const ontology::Property& property, Judgement of_words) {
  const Factuality factuality = of_words.factuality;
  if (property.carries.empty() || factuality == Factuality::denied) return of_words;
  if (factuality == Factuality::conditional || factuality == Factuality::hypothetical) return of_words;
  const auto own = ontology::from_iri(property.carries.front());
  return own ? Judgement{*own, Ground::meaning, nowhere} : of_words;
}

std::string to_string(const Judgement& judgement, const Words& words) {
  const std::string word = judgement.token == nowhere ? std::string() : "“" + std::string(words.word(judgement.token)) + "”";
  switch (judgement.ground) {
    case Ground::told: return "it is told as something that happened";
    case Ground::present: return word + " is in the present tense";
    case Ground::condition: return word + " depends on a condition";
    case Ground::negation: return word + " is negated";
    case Ground::none: return word + " stands before the object";
    case Ground::modal: return word + " stands before the verb";
    case Ground::infinitive: return word + " is an infinitive, something to be done";
    case Ground::verb: return word + " says so of the verb behind it";
    case Ground::speech: return word + " says so of the clause that it governs";
    case Ground::meaning: return "the relation's own meaning says so (pa:carries)";
  }
  return {};
}

}  // namespace dossier::ingest

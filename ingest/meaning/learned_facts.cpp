#include "ingest/meaning/learned_facts.h"

#include <algorithm>
#include <cmath>

#include "ingest/meaning/judgement.h"
#include "ingest/meaning/match_patterns.h"
#include "ingest/meaning/rules.h"

namespace dossier::ingest {
namespace {

/// The entities of the phrase that an argument lies in.
std::vector<EntityIndex> things(const SentenceReading& reading, Context& context, const Argument& argument, std::span<const ontology::ClassId> allowed) {
  for (std::uint32_t p = 0; p < reading.row.phrases.size(); ++p) {
    const Phrase& phrase = reading.row.phrases[p];
    if (argument.head < phrase.first || argument.head >= phrase.last) continue;
    auto found = context.resolve(reading, p, allowed, nullptr);
    if (!found.empty()) return found;
    // a name of which no more is known is what the relation asks for
    if (const EntityIndex named = context.named_by_place(reading, p, allowed); named != no_entity) found.push_back(named);
    return found;
  }
  return {};
}

/// The clause whose verb an argument hangs on, over whatever lies between; null where there is no verb.
const Clause* clause_around(const SentenceReading& reading, std::uint32_t token) {
  const auto& tokens = reading.sentences->tokens;
  for (std::uint32_t step = reading.sentence->first; step < reading.sentence->last; ++step) {
    for (const Clause& clause : reading.clauses.clauses)
      if (std::ranges::any_of(clause.chain, [&](std::uint32_t v) { return reading.clauses.verbs[v].verb == token; }) || clause.said_of == token) return &clause;
    if (tokens[token].head == token) break;
    token = tokens[token].head;
  }
  return nullptr;
}

}  // namespace

LearnedFacts::LearnedFacts(const Document& document, const Sentences& sentences, const ontology::Schema& schema, const Patterns& patterns)
    : sentences_(sentences) {
  const RelationReader& reader = patterns.learned();
  if (reader.relations().empty()) return;
  passage_ = read_passage(document.text, sentences, reader.listed());
  pairs_.resize(sentences.sentences.size());
  const auto facts = reader.read(passage_);
  for (std::size_t r = 0; r < facts.size(); ++r) {
    const auto property = schema.find_property(reader.relations()[r].property);
    for (const Pair& pair : facts[r]) pairs_[passage_.arguments[pair.subject].sentence].emplace_back(*property, pair);
  }
}

void LearnedFacts::read(const SentenceReading& reading, Context& context, std::vector<Statement>& out) const {
  if (pairs_.empty()) return;
  for (const auto& [property, pair] : pairs_[static_cast<std::size_t>(reading.sentence - sentences_.sentences.data())]) {
    const ontology::PropertyId predicate = property;
    const ontology::Property& is = context.ontology().schema[predicate];
    const Argument& object = passage_.arguments[pair.object];
    const auto of = things(reading, context, passage_.arguments[pair.subject], is.domain);
    if (of.size() != 1) continue;
    const Clause* const clause = clause_around(reading, object.head);
    const auto factuality = clause == nullptr ? ontology::Factuality::occurred : judge(is, judge(reading, *clause)).factuality;
    EntityIndex speaker = clause == nullptr ? no_entity : context.speaker_of(reading, *clause);
    if (speaker == of.front()) speaker = no_entity;
    const double confidence = 1 / (1 + std::exp(-pair.score));
    const auto state = [&](std::variant<EntityIndex, DateValue> value) {
      if (value.index() == 0 && std::get<0>(value) == of.front()) return;
      out.push_back({of.front(), predicate, std::move(value), factuality, speaker,
                     {reading.sentence->number, std::string(rule::learned), confidence}});
    };
    if (is.literal || object.kind == ArgumentKind::date) {
      for (std::uint32_t d = 0; d < reading.row.dates.size(); ++d)
        if (reading.row.dates[d].first < object.last && object.first < reading.row.dates[d].last)
          if (auto value = date_value(reading, d, nullptr, context)) state(std::move(*value));
    } else {
      for (const EntityIndex entity : things(reading, context, object, is.range)) state(entity);
    }
  }
}

}  // namespace dossier::ingest

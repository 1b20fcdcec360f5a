#include "ingest/meaning/learned_facts.h"

#include <cmath>

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
    if (!found.empty() || phrase.mention == nowhere || allowed.size() != 1) return found;
    // a name of which no more is known is what the relation asks for
    Mention mention = reading.row.mentions[phrase.mention];
    if (mention.kind != MentionKind::unknown || mention.type) return {};
    mention.type = allowed.front();
    const EntityIndex entity = context.entities().resolve(mention, reading.sentence->number, allowed);
    if (entity != no_entity) found.push_back(entity);
    return found;
  }
  return {};
}

}  // namespace

LearnedFacts::LearnedFacts(const Document& document, const Sentences& sentences, const Patterns& patterns) : sentences_(sentences) {
  if (patterns.learned().empty()) return;
  passage_ = read_passage(document.text, sentences);
  pairs_.resize(sentences.sentences.size());
  for (const auto& [property, relation] : patterns.learned())
    for (const Pair& pair : read_relation(passage_, relation)) pairs_[passage_.arguments[pair.subject].sentence].emplace_back(property, pair);
}

void LearnedFacts::read(const SentenceReading& reading, Context& context, std::vector<Statement>& out) const {
  if (pairs_.empty()) return;
  for (const auto& [property, pair] : pairs_[static_cast<std::size_t>(reading.sentence - sentences_.sentences.data())]) {
    const ontology::PropertyId predicate = property;
    const ontology::Property& is = context.ontology().schema[predicate];
    const Argument& object = passage_.arguments[pair.object];
    const auto of = things(reading, context, passage_.arguments[pair.subject], is.domain);
    if (of.size() != 1) continue;
    const double confidence = 1 / (1 + std::exp(-pair.score));
    const auto state = [&](std::variant<EntityIndex, DateValue> value) {
      if (value.index() == 0 && std::get<0>(value) == of.front()) return;
      out.push_back({of.front(), predicate, std::move(value), ontology::Factuality::occurred, no_entity,
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

#include "ingest/meaning/context.h"

#include <algorithm>

#include "graph/term/vocabulary.h"
#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

/// "three" -> 3; 0 for what is no small number.
unsigned small_number(std::string_view word) {
  constexpr std::string_view words[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  for (unsigned i = 0; i < std::size(words); ++i)
    if (words[i] == word) return i + 2;
  return word.size() == 1 && word.front() >= '2' && word.front() <= '9' ? static_cast<unsigned>(word.front() - '0') : 0;
}

}  // namespace

bool Context::is_class(ontology::ClassId type, std::string_view class_name) const {
  const auto wanted = ontology_.schema.class_named(class_name);
  return wanted && ontology_.schema.is_a(type, *wanted);
}

bool Context::is(EntityIndex entity, std::string_view class_name) const {
  const auto type = ontology_.schema.class_named(class_name);
  return entity != no_entity && type && ontology_.schema.is_a(entities_[entity].type, *type);
}

void Context::acted(EntityIndex entity) {
  if (is(entity, "Person"))
    last_person_ = entity;
  else if (is(entity, "Agent"))
    last_actor_ = entity;
}

std::vector<EntityIndex> Context::pronoun(const SentenceReading& reading, const Mention& mention, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  EntityIndex found = no_entity;
  // "the ministry said it will …": whoever says it, when no other could be meant
  if (clause != nullptr && clause->inside != nowhere) {
    const Clause& outer = reading.clauses.clauses[clause->inside];
    if (outer.subject.size() == 1 && &outer != clause) {
      const auto speaker = resolve(reading, outer.subject.front(), {}, nullptr);
      if (speaker.size() == 1) {
        const bool person = is(speaker.front(), "Person");
        if ((mention.name == "it" && !person) || ((mention.name == "he" || mention.name == "she") && person)) found = speaker.front();
      }
    }
  }
  const bool at_start = mention.first < reading.words.first() + 3;
  if (found == no_entity && mention.name == "it" && at_start) found = previous_actor_;
  if (found == no_entity && (mention.name == "he" || mention.name == "she")) found = last_person_;
  if (mention.name == "they" && at_start) return last_plural_;
  if (found == no_entity || (!allowed.empty() && !ontology_.schema.fits(entities_[found].type, allowed))) return {};
  return {found};
}

std::vector<EntityIndex> Context::members(EntityIndex group, std::uint32_t sentence) {
  const graph::Store& store = ontology_.store;
  const auto id = store.find(graph::TermView::iri(entities_[group].iri));
  const auto member = store.find(graph::TermView::iri("https://w3id.org/dossier/public-affairs#member"));
  std::vector<EntityIndex> found;
  if (!id || !member) return found;
  for (const graph::Quad quad : store.match({*id, *member, std::nullopt, std::nullopt})) {
    const std::string_view iri = store.term(quad.object).text;
    const auto all = ontology_.lexicon.entities();
    const auto thing = std::ranges::find(all, iri, &ontology::KnownEntity::iri);
    if (thing != all.end()) found.push_back(entities_.known(static_cast<std::uint32_t>(thing - all.begin()), sentence));
  }
  return found;
}

std::vector<EntityIndex> Context::plural(const SentenceReading& reading, const Mention& mention, const Phrase& phrase) {
  if (!mention.plural || !mention.definite || !mention.type || mention.kind != MentionKind::nominal) return {};
  if (mention.name.find(' ') != std::string::npos || !mention.long_names.empty()) return {};
  const std::string head = english().lemma(reading.words.word(phrase.head), Tag::NNS);
  unsigned number = 0;
  for (std::uint32_t i = phrase.first; i < phrase.head; ++i)
    if (number == 0) number = small_number(reading.words.lower(i));
  auto all = entities_.of_class(*mention.type);
  // "the governments" are not every public body: each must be called so
  if (!is_class(*mention.type, "State")) std::erase_if(all, [&](EntityIndex e) { return fold_name(entities_[e].name).find(head) == std::string::npos; });
  if (number == 0) {
    std::erase_if(all, [&](EntityIndex e) { return entities_[e].sentences.front() >= reading.sentence->number; });
    // the ones that this article is about, not each that it once names
    const bool several = std::ranges::count_if(all, [&](EntityIndex e) { return entities_[e].sentences.size() > 1; }) >= 2;
    if (several) std::erase_if(all, [&](EntityIndex e) { return entities_[e].sentences.size() < 2; });
  }
  if (all.size() < 2 || all.size() > 6 || (number != 0 && all.size() != number)) return {};
  return all;
}

bool Context::worth_a_topic(const SentenceReading& reading, const Phrase& phrase, const Mention& mention) const {
  if (mention.last - mention.first >= 2 || !mention.long_names.empty()) return mention.name.size() > 4;
  const bool determined = phrase.first < mention.first;
  return !determined && !mention.plural && mention.name.size() > 5 && reading.words.tag(phrase.head) == Tag::NN;
}

std::vector<EntityIndex> Context::resolve(const SentenceReading& reading, std::uint32_t p, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.mention == nowhere) return {};
  const Mention& mention = reading.row.mentions[phrase.mention];
  const std::uint32_t sentence = reading.sentence->number;
  if (mention.kind == MentionKind::pronoun) return pronoun(reading, mention, allowed, clause);
  for (const auto& [head, listed] : lists_)
    if (head == phrase.head) return listed;
  if (auto several = plural(reading, mention, phrase); !several.empty()) {
    if (!allowed.empty() && !ontology_.schema.fits(entities_[several.front()].type, allowed)) return {};
    for (const EntityIndex one : several) entities_.mentioned(one, sentence);
    last_plural_ = several;
    return several;
  }
  const bool bare = mention.kind == MentionKind::nominal && mention.definite && !mention.plural && mention.name.find(' ') == std::string::npos && mention.long_names.empty();
  if (bare && mention.type && last_actor_ != no_entity && ontology_.schema.is_a(entities_[last_actor_].type, *mention.type) &&
      (allowed.empty() || ontology_.schema.fits(entities_[last_actor_].type, allowed))) {
    entities_.mentioned(last_actor_, sentence);
    return {last_actor_};
  }
  if (bare && mention.type && ontology_.schema.class_named("Person") == mention.type) return {};
  if (mention.kind == MentionKind::topic) {
    const auto topic = ontology_.schema.class_named("Topic");
    if (!topic || (!allowed.empty() && !ontology_.schema.fits(*topic, allowed)) || !worth_a_topic(reading, phrase, mention)) return {};
  }
  const EntityIndex found = entities_.resolve(mention, sentence, allowed);
  if (found == no_entity) return {};
  if (is(found, "AgentGroup"))
    if (auto each = members(found, sentence); !each.empty() && (allowed.empty() || ontology_.schema.fits(entities_[each.front()].type, allowed))) return each;
  return {found};
}

std::vector<EntityIndex> Context::resolve(const SentenceReading& reading, const Group& group, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  std::vector<EntityIndex> found;
  for (const std::uint32_t phrase : group)
    for (const EntityIndex entity : resolve(reading, phrase, allowed, clause))
      if (std::ranges::find(found, entity) == found.end()) found.push_back(entity);
  if (group.size() > 1 && found.size() > 1 && std::ranges::all_of(found, [&](EntityIndex e) { return is(e, "Agent"); })) last_plural_ = found;
  return found;
}

}  // namespace dossier::ingest

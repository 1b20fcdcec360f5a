#include "ingest/meaning/entities.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

std::vector<std::string> split_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name) {
    if (c == ' ' || c == ',') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_subset(const std::vector<std::string>& small, const std::vector<std::string>& large) {
  return std::ranges::all_of(small, [&](const std::string& word) { return std::ranges::find(large, word) != large.end(); });
}

}  // namespace

std::string fold_name(std::string_view name) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  text.foldCase();
  std::string out;
  text.toUTF8String(out);
  for (const std::string_view quote : {std::string_view("’"), std::string_view("‘")})
    for (std::size_t at = out.find(quote); at != std::string::npos; at = out.find(quote)) out.replace(at, quote.size(), "'");
  if (out.starts_with("the ")) out.erase(0, 4);
  if (out.ends_with("'s")) out.erase(out.size() - 2);
  return out;
}

EntityIndex Entities::by_name(std::string_view name) const {
  const auto found = names_.find(fold_name(name));
  return found == names_.end() ? no_entity : found->second;
}

EntityIndex Entities::add(std::string name, ontology::ClassId type, bool local) {
  const EntityIndex index{static_cast<std::uint32_t>(entities_.size())};
  names_.emplace(fold_name(name), index);
  Entity entity;
  entity.name = std::move(name);
  entity.type = type;
  entity.local = local;
  entities_.push_back(std::move(entity));
  return index;
}

void Entities::alias(EntityIndex index, std::string_view name) {
  Entity& entity = entities_[static_cast<std::size_t>(index)];
  if (name.empty() || entity.name == name || std::ranges::find(entity.aliases, name) != entity.aliases.end()) return;
  entity.aliases.emplace_back(name);
  names_.emplace(fold_name(name), index);
}

void Entities::mentioned(EntityIndex index, std::uint32_t sentence) {
  auto& sentences = entities_[static_cast<std::size_t>(index)].sentences;
  if (sentences.empty() || sentences.back() < sentence) sentences.push_back(sentence);
}

EntityIndex Entities::known(std::uint32_t lexicon_entity, std::uint32_t sentence) {
  const ontology::KnownEntity& thing = ontology_.lexicon.entities()[lexicon_entity];
  EntityIndex index = by_name(thing.iri);
  if (index == no_entity) {
    index = add(thing.name, thing.type, false);
    entities_.back().iri = thing.iri;
    names_.emplace(fold_name(thing.iri), index);
  }
  mentioned(index, sentence);
  return index;
}

void Entities::announce(const Mention& mention) {
  if (mention.kind == MentionKind::person && mention.last - mention.first >= 2) person(mention);
  if (mention.kind == MentionKind::named && mention.last - mention.first >= 3) named(mention);
}

EntityIndex Entities::resolve(const Mention& mention, std::uint32_t sentence, std::span<const ontology::ClassId> allowed) {
  EntityIndex index = no_entity;
  switch (mention.kind) {
    case MentionKind::known: {
      if (mention.demonym) return no_entity;
      const bool place_fits = mention.type && ontology_.schema.fits(*mention.type, allowed);
      const bool as_state = mention.metonym_possible && !allowed.empty() && !place_fits;
      index = known(as_state ? mention.state : mention.known, sentence);
      break;
    }
    case MentionKind::person: index = person(mention); break;
    case MentionKind::post: {
      index = by_name(mention.name);
      if (index == no_entity && mention.type) index = add(mention.name, *mention.type, false);
      break;
    }
    case MentionKind::named: index = named(mention); break;
    case MentionKind::nominal: index = nominal(mention); break;
    case MentionKind::unknown: index = unknown(mention); break;
    case MentionKind::topic: {
      const auto topic = ontology_.schema.class_named("Topic");
      // "support" alone names nothing; "support to Syria" does
      const bool bare = mention.last - mention.first == 1 && !mention.long_names.empty();
      const std::string& name = bare ? mention.long_names.front() : mention.name;
      index = by_name(name);
      if (index == no_entity && topic) index = add(name, *topic, false);
      if (index != no_entity && bare) {
        mentioned(index, sentence);
        return ontology_.schema.fits((*this)[index].type, allowed) ? index : no_entity;
      }
      break;
    }
    case MentionKind::date:
    case MentionKind::pronoun: return no_entity;
  }
  if (index == no_entity) return index;
  if (!ontology_.schema.fits((*this)[index].type, allowed)) return no_entity;
  if (!mention.metonym_possible) alias(index, mention.surface);
  if (mention.kind != MentionKind::known) {
    alias(index, mention.name);
    for (const std::string& name : mention.long_names) alias(index, name);
  }
  mentioned(index, sentence);
  return index;
}

EntityIndex Entities::person_called(std::string_view short_name) const {
  const std::string wanted = fold_name(short_name);
  const auto person = ontology_.schema.class_named("Person");
  EntityIndex found = no_entity;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    if (!person || entities_[i].type != *person || entities_[i].described) continue;
    const std::string name = fold_name(entities_[i].name);
    const bool last = name.size() > wanted.size() && name.ends_with(wanted) && name[name.size() - wanted.size() - 1] == ' ';
    const bool first = name.size() > wanted.size() && name.starts_with(wanted) && name[wanted.size()] == ' ';
    if (name != wanted && !last && !first) continue;
    if (found != no_entity) return no_entity;  // two people of that name: neither
    found = EntityIndex{static_cast<std::uint32_t>(i)};
  }
  return found;
}

EntityIndex Entities::person(const Mention& mention) {
  if (const EntityIndex same = by_name(mention.name); same != no_entity) return same;
  if (const EntityIndex found = person_called(mention.name); found != no_entity) return found;
  return add(mention.name, *mention.type, false);
}

std::vector<std::string> Entities::content_words(std::string_view name) const {
  std::vector<std::string> words;
  const auto body = ontology_.schema.class_named("PublicBody");
  for (std::string& word : split_words(fold_name(name))) {
    if (word == "of" || word == "the" || word == "and" || word == "for" || word == "affairs") continue;
    const auto meanings = ontology_.lexicon.lookup(word);
    if (std::ranges::any_of(meanings, [&](const ontology::Entry& e) {
          return e.kind == ontology::LabelKind::class_label && body && ontology_.schema.is_a(static_cast<ontology::ClassId>(e.thing), *body);
        }))
      continue;
    words.push_back(std::move(word));
  }
  return words;
}

/// "Foreign Ministry" and "Ministry of Foreign Affairs": one class, and the words of one are among those of the other.
EntityIndex Entities::body_like(std::string_view name, ontology::ClassId type) const {
  const auto words = content_words(name);
  const auto body = ontology_.schema.class_named("PublicBody");
  if (words.empty() || !body || !ontology_.schema.is_a(type, *body)) return no_entity;
  EntityIndex found = no_entity;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    if (entities_[i].type != type || entities_[i].local) continue;
    const auto others = content_words(entities_[i].name);
    if (others.empty() || (!is_subset(words, others) && !is_subset(others, words))) continue;
    if (found != no_entity) return no_entity;
    found = EntityIndex{static_cast<std::uint32_t>(i)};
  }
  return found;
}

EntityIndex Entities::some_thing(const Mention& mention, ontology::ClassId type, std::uint32_t sentence) {
  EntityIndex index = by_name(mention.name);
  if (index == no_entity || entities_[static_cast<std::size_t>(index)].type != type) index = add(mention.name, type, true);
  mentioned(index, sentence);
  return index;
}

EntityIndex Entities::body_of(std::string_view field, ontology::ClassId type, std::uint32_t sentence) {
  EntityIndex index = body_like(field, type);
  const std::string& label = ontology_.schema[type].label;
  std::string name = label + " of " + std::string(field);
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
  if (index == no_entity) index = by_name(name);
  if (index == no_entity) index = add(name, type, false);
  alias(index, field);
  mentioned(index, sentence);
  return index;
}

EntityIndex Entities::described(std::string_view phrase, ontology::ClassId type, std::string state, std::uint32_t sentence) {
  const auto found = described_.find(fold_name(phrase));
  EntityIndex index = found == described_.end() ? no_entity : found->second;
  if (index == no_entity) {
    index = EntityIndex{static_cast<std::uint32_t>(entities_.size())};
    described_.emplace(fold_name(phrase), index);
    Entity& entity = entities_.emplace_back();
    entity.name = phrase;
    entity.type = type;
    entity.local = true;
    entities_.back().state = std::move(state);
    entities_.back().described = true;
  }
  mentioned(index, sentence);
  return index;
}

void Entities::of_state(EntityIndex index, std::string_view state) {
  Entity& entity = entities_[static_cast<std::size_t>(index)];
  if (entity.local && entity.state.empty()) entity.state = state;
}

void Entities::only_describe(std::size_t known) {
  for (std::size_t i = known; i < entities_.size(); ++i) {
    if (!entities_[i].local) continue;
    entities_[i].described = true;
    std::erase_if(names_, [i](const auto& name) { return static_cast<std::size_t>(name.second) == i; });
    described_.emplace(fold_name(entities_[i].name), EntityIndex{static_cast<std::uint32_t>(i)});
  }
}

EntityIndex Entities::named(const Mention& mention) {
  if (const EntityIndex same = by_name(mention.name); same != no_entity) return same;
  if (const EntityIndex like = body_like(mention.name, *mention.type); like != no_entity) return like;
  // a shorter form of a longer name: "the Partnership", "Hanoi Summit" for "2019 Hanoi Summit"
  const std::string wanted = fold_name(mention.name);
  EntityIndex longer = no_entity;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const std::string name = fold_name(entities_[i].name);
    if (entities_[i].type != *mention.type || entities_[i].described || name.size() <= wanted.size()) continue;
    if (!(name.ends_with(" " + wanted) || name.starts_with(wanted + " "))) continue;
    if (longer != no_entity) return no_entity;
    longer = EntityIndex{static_cast<std::uint32_t>(i)};
  }
  if (longer != no_entity) return longer;
  const bool single = wanted.find(' ') == std::string::npos;
  if (single && mention.definite) return no_entity;  // "the Department": of what?
  const EntityIndex found = add(mention.name, *mention.type, false);
  // "Amber Shield" of "Amber Shield 2025"
  const std::string_view name = mention.name;
  if (name.size() > 8 && name[name.size() - 5] == ' ' && name.find_last_not_of("0123456789") == name.size() - 5 && name.find(' ') != name.size() - 5)
    names_.emplace(fold_name(name.substr(0, name.size() - 5)), found);
  return found;
}

EntityIndex Entities::nominal(const Mention& mention) {
  if (const EntityIndex same = by_name(mention.name); same != no_entity) return same;
  for (const std::string& name : mention.long_names)
    if (const EntityIndex same = by_name(name); same != no_entity) return same;
  const std::string wanted = fold_name(mention.name);
  const std::size_t space = wanted.rfind(' ');
  const std::string head = space == std::string::npos ? wanted : wanted.substr(space + 1);
  EntityIndex earlier = no_entity;
  bool several = false;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const std::string name = fold_name(entities_[i].name);
    const bool ends = name.ends_with(wanted) && (name.size() == wanted.size() || name[name.size() - wanted.size() - 1] == ' ');
    if (!mention.type || entities_[i].described || !ontology_.schema.is_a(entities_[i].type, *mention.type) || !ends) continue;
    several |= earlier != no_entity;
    earlier = EntityIndex{static_cast<std::uint32_t>(i)};
  }
  const bool bare = space == std::string::npos;
  if (mention.definite && earlier != no_entity && !several && mention.long_names.empty()) return earlier;
  // "a tapestry" is some one thing; "a policy" says nothing of which
  const auto policy = ontology_.schema.class_named("Policy");
  const bool introduced = mention.indefinite && !mention.plural && !(policy && mention.type && ontology_.schema.is_a(*mention.type, *policy));
  const bool identified = introduced || !bare || !mention.long_names.empty() || !mention.parties.empty() || mention.year != 0;
  if (!identified || (mention.plural && mention.definite && bare)) return no_entity;
  const bool such = wanted.starts_with("such ") || wanted.starts_with("next ") || wanted.starts_with("last ");
  for (const std::string_view kind : {"Person", "Place"}) {  // "senior officials", "four areas": nobody knows which
    const auto type = ontology_.schema.class_named(kind);
    if (type && mention.type == *type && (bare || mention.plural || kind == "Person")) return no_entity;
  }
  if (such) return no_entity;
  const auto meeting = ontology_.schema.class_named("Meeting");
  if (meeting && ontology_.schema.is_a(*mention.type, *meeting) && mention.plural && !mention.definite && !head.ends_with("talks")) return no_entity;  // "held meetings with"
  return add(bare && !mention.long_names.empty() ? mention.long_names.front() : mention.name, *mention.type, true);
}

EntityIndex Entities::unknown(const Mention& mention) {
  if (const EntityIndex same = by_name(mention.name); same != no_entity) return same;
  if (const EntityIndex found = person_called(mention.name); found != no_entity) return found;
  if (!mention.type) return no_entity;
  return add(mention.name, *mention.type, false);
}

std::vector<EntityIndex> Entities::of_class(ontology::ClassId type) const {
  std::vector<EntityIndex> found;
  for (std::size_t i = 0; i < entities_.size(); ++i)
    if (ontology_.schema.is_a(entities_[i].type, type) && !entities_[i].sentences.empty() && !entities_[i].described) found.push_back(EntityIndex{static_cast<std::uint32_t>(i)});
  return found;
}

}  // namespace dossier::ingest

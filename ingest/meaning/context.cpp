#include "ingest/meaning/context.h"

#include <algorithm>

#include "graph/term/vocabulary.h"
#include "ingest/language/language_model.h"
#include "ingest/meaning/plain_words.h"

namespace dossier::ingest {
namespace {

/// Whether a post, folded and between blanks, is one that leads a state.
bool leads_a_state(std::string_view post) {
  if (post.find(" vice ") != std::string_view::npos || post.find(" deputy ") != std::string_view::npos) return false;
  constexpr auto posts = std::to_array<std::string_view>({" president ", " prime minister ", " premier ", " chancellor ", " king ", " queen ", " emir ", " sultan ", " taoiseach "});
  return std::ranges::any_of(posts, [&](std::string_view one) { return post.find(one) != std::string_view::npos; });
}

/// "three" -> 3; 0 for what is no small number.
unsigned small_number(std::string_view word) {
  constexpr std::string_view words[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  for (unsigned i = 0; i < std::size(words); ++i)
    if (words[i] == word) return i + 2;
  return word.size() == 1 && word.front() >= '2' && word.front() <= '9' ? static_cast<unsigned>(word.front() - '0') : 0;
}

/// "the [two] ministers" -> 2; 0 where no number stands before the head.
unsigned number_in(const SentenceReading& reading, const Phrase& phrase) {
  for (std::uint32_t i = phrase.first; i < phrase.head; ++i)
    if (const unsigned number = small_number(reading.words.lower(i)); number != 0) return number;
  return 0;
}

/// "Ashgrove, a small gallery": what nothing else tells of a name, the noun beside it does.
void type_by_apposition(const Clauses& clauses, Row& row) {
  const auto only = [&](const Group& group) { return group.size() == 1 && row.phrases[group.front()].mention != nowhere ? &row.mentions[row.phrases[group.front()].mention] : nullptr; };
  for (const Clause& clause : clauses.clauses) {
    if (clause.chain.size() != 1 || clauses.verbs[clause.chain.front()].lemma != "be" || clauses.verbs[clause.chain.front()].negated) continue;
    Mention* const name = only(clause.subject);
    const Mention* const said = only(clause.object);
    if (name == nullptr || said == nullptr || name->kind != MentionKind::unknown || name->type) continue;
    if (said->kind == MentionKind::nominal && !said->plural) name->type = said->type;
  }
}

}  // namespace

SentenceReading read_sentence(const Document& document, const Sentences& sentences, const Sentence& sentence, const ontology::Ontology& ontology) {
  const Words words(document, sentences, sentence);
  Row row = read_row(words, sentences, ontology);
  Clauses clauses = read_clauses(words, sentences, row);
  type_by_apposition(clauses, row);
  return {&sentence, &sentences, words, std::move(row), std::move(clauses)};
}

Context::Context(const Document& document, const ontology::Ontology& ontology, Standing standing)
    : document_(document), ontology_(ontology), entities_(ontology), standing_(standing) {
  if (const auto agent = ontology.schema.class_named("Agent")) agents_.push_back(*agent);
}

bool Context::is_class(ontology::ClassId type, std::string_view class_name) const {
  const auto wanted = ontology_.schema.class_named(class_name);
  return wanted && ontology_.schema.is_a(type, *wanted);
}

bool Context::is(EntityIndex entity, std::string_view class_name) const {
  const auto type = ontology_.schema.class_named(class_name);
  return entity != no_entity && type && ontology_.schema.is_a(entities_[entity].type, *type);
}

bool Context::fits(EntityIndex entity, std::span<const ontology::ClassId> allowed) const {
  return entity != no_entity && ontology_.schema.fits(entities_[entity].type, allowed);
}

void Context::acted(EntityIndex entity) {
  if (is(entity, "State")) last_state_ = entity;
  if (is(entity, "Person"))
    last_person_ = entity;
  else if (is(entity, "Agent"))
    last_actor_ = entity;
}

EntityIndex Context::speaker_around(const SentenceReading& reading, const Clause* clause) {
  if (clause == nullptr || clause->inside == nowhere) return no_entity;
  const Clause& outer = reading.clauses.clauses[clause->inside];
  if (outer.subject.size() != 1 || &outer == clause) return no_entity;
  const auto speaker = resolve(reading, outer.subject.front(), {}, nullptr);
  return speaker.size() == 1 && is(speaker.front(), "Agent") ? speaker.front() : no_entity;
}

/// "the Minister": the one person of whom the document has said so.
EntityIndex Context::holder_of(const Mention& mention) const {
  const std::string wanted = fold_name(mention.name);
  EntityIndex found = no_entity;
  for (const auto& [person, post] : posts_) {
    const std::string name = fold_name(entities_[post].name);
    const bool fits = name == wanted || (name.size() > wanted.size() && (name.ends_with(' ' + wanted) || name.starts_with(wanted + ' ') || name.find(' ' + wanted + ' ') != std::string::npos));
    if (!fits || person == found) continue;
    if (found != no_entity) return no_entity;
    found = person;
  }
  return found;
}

std::vector<EntityIndex> Context::pronoun(const SentenceReading& reading, const Mention& mention, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  EntityIndex found = no_entity;
  // "the ministry said it will …", "“We urge …,” she said": whoever says it
  if (const EntityIndex speaker = speaker_around(reading, clause); speaker != no_entity) {
    const bool person = is(speaker, "Person");
    if (((mention.name == "it" || mention.name == "they") && !person) || ((mention.name == "he" || mention.name == "she") && person) || mention.name == "we" || mention.name == "i") found = speaker;  // in quotes, or told: the speaker's own words
  }
  const bool first_person = mention.name == "we" || mention.name == "i" || mention.name == "us" || mention.name == "me";
  if (found == no_entity && first_person) found = voice_ != no_entity ? voice_ : mention.name == "we" || mention.name == "us" ? house_ : author_;
  const bool at_start = mention.first < reading.words.first() + 3;
  if (found == no_entity && mention.name == "it" && at_start) found = fits(previous_actor_, allowed) ? previous_actor_ : previous_theme_;
  if (found == no_entity && (mention.name == "he" || mention.name == "she")) found = last_person_;
  if (mention.name == "they" && at_start) return last_plural_;
  if (!fits(found, allowed)) return {};
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
  const unsigned number = number_in(reading, phrase);
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

/// "the two ministers", "both presidents", "the leaders": those who hold such posts, where the number is right; of more, those of the last
/// sentence that tells of just so many.
std::vector<EntityIndex> Context::holders(const SentenceReading& reading, const Mention& mention, const Phrase& phrase) const {
  if (!mention.plural || !mention.long_names.empty() || mention.kind == MentionKind::person || mention.kind == MentionKind::known) return {};
  const bool both = reading.words.lower(phrase.first) == "both";
  if (!mention.definite && !both) return {};
  const unsigned number = both ? 2 : number_in(reading, phrase);
  std::uint32_t first = phrase.head;  // "foreign ministers"
  while (first > mention.first && small_number(reading.words.lower(first - 1)) == 0 && !reading.words.is_capital(first - 1)) --first;
  const std::string head = english().lemma(reading.words.word(phrase.head), Tag::NNS);
  const std::string wanted = ' ' + fold_name((first < phrase.head ? reading.words.text(first, phrase.head) + ' ' : std::string()) + head) + ' ';
  std::vector<EntityIndex> all;
  for (const auto& [person, post] : posts_) {
    const std::string name = ' ' + fold_name(entities_[post].name) + ' ';
    const bool held = name.find(wanted) != std::string::npos || (wanted == " leader " && leads_a_state(name));
    if (held && entities_[person].sentences.front() <= reading.sentence->number && std::ranges::find(all, person) == all.end()) all.push_back(person);
  }
  if (number == 0) return all.size() == 2 || all.size() == 3 ? all : std::vector<EntityIndex>();
  if (all.size() == number) return all;
  for (std::uint32_t s = reading.sentence->number; all.size() > number && s > 0; --s) {
    std::vector<EntityIndex> here;
    std::ranges::copy_if(all, std::back_inserter(here), [&](EntityIndex e) { return std::ranges::find(entities_[e].sentences, s) != entities_[e].sentences.end(); });
    if (here.size() == number) return here;
  }
  return {};
}

/// "trade and investment" is one topic.
EntityIndex Context::topic_pair(const SentenceReading& reading, std::span<const std::uint32_t> group, std::span<const ontology::ClassId> allowed) {
  if (group.size() != 2) return no_entity;
  const Phrase& a = reading.row.phrases[group[0]];
  const Phrase& b = reading.row.phrases[group[1]];
  const auto is_plain = [&](const Phrase& phrase) { return phrase.mention != nowhere && reading.row.mentions[phrase.mention].kind == MentionKind::topic && phrase.owner == nowhere && !reading.words.is_capital(phrase.head); };
  if (!is_plain(a) || !is_plain(b) || a.last + 1 != b.first || reading.words.lower(a.last) != "and" || b.first != reading.row.mentions[b.mention].first) return no_entity;
  Mention mention = reading.row.mentions[a.mention];
  mention.last = b.last;
  mention.name = reading.words.text(mention.first, b.last);
  mention.surface.clear();
  mention.long_names.clear();
  return entities_.resolve(mention, reading.sentence->number, allowed);
}

bool Context::worth_a_topic(const SentenceReading& reading, const Phrase& phrase, const Mention& mention) const {
  if (is_vacuous_noun(reading.sentences->lemma(phrase.head))) return false;
  if (mention.last - mention.first >= 2 || !mention.long_names.empty()) return mention.name.size() > 4;
  const bool determined = phrase.first < mention.first;
  return !determined && !mention.plural && mention.name.size() > 5 && reading.words.tag(phrase.head) == Tag::NN;
}

std::vector<EntityIndex> Context::resolve(const SentenceReading& reading, std::uint32_t p, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  auto found = in_document(reading, p, allowed, clause);
  const std::uint32_t mention = reading.row.phrases[p].mention;
  if (!found.empty() || standing_ == Standing::in_document || mention == nowhere) return found;
  const EntityIndex some = some_thing(reading.row.mentions[mention], reading.sentence->number, allowed);
  return some == no_entity ? std::vector<EntityIndex>() : std::vector<EntityIndex>{some};
}

EntityIndex Context::named_by_place(const SentenceReading& reading, std::uint32_t phrase, std::span<const ontology::ClassId> allowed) {
  const std::uint32_t index = reading.row.phrases[phrase].mention;
  // a class that has others below it does not tell what the thing is
  if (index == nowhere || allowed.size() != 1 || ontology_.schema.has_subclasses(allowed.front())) return no_entity;
  Mention mention = reading.row.mentions[index];
  if (mention.kind != MentionKind::unknown || mention.type) return no_entity;
  mention.type = allowed.front();
  return entities_.resolve(mention, reading.sentence->number, allowed);
}

/// A title is the post or whoever holds it; what no class is known of may be anything.
EntityIndex Context::some_thing(const Mention& mention, std::uint32_t sentence, std::span<const ontology::ClassId> allowed) {
  auto type = mention.type;
  const auto post = ontology_.schema.class_named("Post"), person = ontology_.schema.class_named("Person");
  if (type && (type == post || type == person) && !ontology_.schema.fits(*type, allowed)) type = type == post ? person : post;
  const bool open = mention.kind == MentionKind::topic || mention.kind == MentionKind::unknown;
  if (!type && open) type = allowed.empty() ? ontology_.schema.class_named("Topic") : allowed.front();
  return type && ontology_.schema.fits(*type, allowed) ? entities_.some_thing(mention, *type, sentence) : no_entity;
}

std::vector<EntityIndex> Context::in_document(const SentenceReading& reading, std::uint32_t p, std::span<const ontology::ClassId> allowed,
                                              const Clause* clause) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.mention == nowhere) return {};
  const Mention& mention = reading.row.mentions[phrase.mention];
  const std::uint32_t sentence = reading.sentence->number;
  const std::string_view head = reading.sentences->lemma(phrase.head);
  if (is_measure_noun(head) || is_vacuous_noun(head)) {  // "a range of [issues]", "issues including [trade]"
    for (const Adjunct& adjunct : adjuncts_of(reading.clauses, p)) {
      const bool lists = adjunct.preposition == "including" || adjunct.preposition == "such as" || (adjunct.preposition == "of" && is_measure_noun(head));
      if (!lists || adjunct.group.empty() || std::ranges::find(adjunct.group, p) != adjunct.group.end()) continue;
      if (auto listed = resolve(reading, adjunct.group, allowed, clause); !listed.empty()) return listed;
    }
  }
  if (mention.kind == MentionKind::pronoun) return pronoun(reading, mention, allowed, clause);
  for (const auto& [token, listed] : lists_)
    if (token == phrase.head) return listed;
  const bool titled = mention.kind == MentionKind::post || (mention.kind == MentionKind::nominal && ontology_.schema.class_named("Person") == mention.type);
  if (titled && mention.definite && !mention.plural)
    if (const EntityIndex person = holder_of(mention); fits(person, allowed)) {
      entities_.mentioned(person, sentence);
      return {person};
    }
  auto several = holders(reading, mention, phrase);
  if (several.empty()) several = plural(reading, mention, phrase);
  if (!several.empty()) {
    if (!fits(several.front(), allowed)) return {};
    for (const EntityIndex one : several) entities_.mentioned(one, sentence);
    last_plural_ = several;
    return several;
  }
  const bool bare = mention.kind == MentionKind::nominal && mention.definite && !mention.plural && mention.name.find(' ') == std::string::npos && mention.long_names.empty();
  if (bare && mention.type && fits(last_actor_, allowed) && ontology_.schema.is_a(entities_[last_actor_].type, *mention.type)) {
    entities_.mentioned(last_actor_, sentence);
    return {last_actor_};
  }
  if (bare && head == "government" && fits(last_state_, allowed)) {
    entities_.mentioned(last_state_, sentence);
    return {last_state_};
  }
  if (bare && mention.type && is_class(*mention.type, "Agent")) {  // "the ministry said the military will …"
    if (const EntityIndex speaker = speaker_around(reading, clause); fits(speaker, allowed) && !is(speaker, "Person")) return {speaker};
  }
  if (bare && mention.type && ontology_.schema.class_named("Person") == mention.type) return {};
  if (mention.kind == MentionKind::nominal && mention.type && is_class(*mention.type, "Topic") && is_vacuous_noun(head)) return {};
  if (mention.kind == MentionKind::topic) {
    const auto topic = ontology_.schema.class_named("Topic");
    if (!topic || !ontology_.schema.fits(*topic, allowed) || !worth_a_topic(reading, phrase, mention)) return {};
  }
  const EntityIndex found = entities_.resolve(mention, sentence, allowed);
  if (found == no_entity) return {};
  if (is(found, "AgentGroup"))
    if (auto each = members(found, sentence); !each.empty() && fits(each.front(), allowed)) return each;
  return {found};
}

EntityIndex Context::speaker_of(const SentenceReading& reading, const Clause& clause) {
  if (clause.inside == nowhere) return no_entity;
  const Clause& outer = reading.clauses.clauses[clause.inside];
  const auto found = resolve(reading, outer.subject, agents_, &outer);
  return found.size() == 1 ? found.front() : no_entity;
}

std::vector<EntityIndex> Context::agents_of(const SentenceReading& reading, std::uint32_t p, const Clause* clause) {
  const Phrase& phrase = reading.row.phrases[p];
  if (phrase.mention == nowhere) return {};
  if (auto found = resolve(reading, p, agents_, clause); !found.empty()) {
    if (found.size() == 1) entities_.of_state(found.front(), state_in(reading, phrase));
    return found;
  }
  if (is_measure_noun(reading.sentences->lemma(phrase.head)))  // "scores of [refugees]"
    for (const Adjunct& adjunct : adjuncts_of(reading.clauses, p))
      if (adjunct.preposition == "of" && !adjunct.group.empty() && std::ranges::find(adjunct.group, p) == adjunct.group.end()) return agents_of(reading, adjunct.group.front(), clause);
  if (const EntityIndex found = described(reading, phrase, reading.row.mentions[phrase.mention]); found != no_entity) return {found};
  return {};
}

/// The state whose people a noun names: "Palestinians"; `nowhere` for other nouns.
std::uint32_t Context::people_of(std::string_view noun) const {
  for (const std::string_view singular : {noun, noun.substr(0, noun.size() - (noun.ends_with('s') ? 1 : 0))})
    for (const ontology::Entry& entry : ontology_.lexicon.lookup(singular))
      if (entry.kind == ontology::LabelKind::demonym) return entry.thing;
  return nowhere;
}

/// The IRI of the state that a phrase names in passing: "[Hungarian] officials"; empty for none.
std::string Context::state_in(const SentenceReading& reading, const Phrase& phrase) const {
  for (const Mention& inside : reading.row.mentions) {
    if (inside.kind != MentionKind::known || inside.first < phrase.first || inside.last > phrase.last) continue;
    const ontology::KnownEntity& known = ontology_.lexicon.entities()[inside.known];
    if (is_class(known.type, "State")) return known.iri;
  }
  const std::uint32_t people = people_of(reading.words.word(phrase.head));
  return people != nowhere && is_class(ontology_.lexicon.entities()[people].type, "State") ? ontology_.lexicon.entities()[people].iri : std::string();
}

EntityIndex Context::described(const SentenceReading& reading, const Phrase& phrase, const Mention& mention) {
  const auto group = ontology_.schema.class_named("AgentGroup");
  const bool agent = mention.type && is_class(*mention.type, "Agent");
  std::string state = state_in(reading, phrase);
  std::optional<ontology::ClassId> type = mention.type;
  switch (mention.kind) {
    case MentionKind::nominal:
      if (!agent) return no_entity;
      break;
    case MentionKind::post: type = ontology_.schema.class_named("Person"); break;
    case MentionKind::known:  // "the Turkish and [Greek] sides" says no more than the demonym
      if (!mention.demonym) return no_entity;
      type = group;
      break;
    case MentionKind::topic:
    case MentionKind::unknown:
      if (state.empty() || (people_of(reading.words.word(phrase.head)) == nowhere && reading.sentences->tokens[phrase.head].tag == Tag::NN)) return no_entity;
      type = group;
      break;
    default: return no_entity;
  }
  if (!type) return no_entity;
  return entities_.described(mention.demonym ? mention.surface : mention.name, *type, std::move(state), reading.sentence->number);
}

std::vector<EntityIndex> Context::resolve(const SentenceReading& reading, std::span<const std::uint32_t> group, std::span<const ontology::ClassId> allowed,
                                          const Clause* clause) {
  if (const EntityIndex pair = topic_pair(reading, group, allowed); pair != no_entity) return {pair};
  std::vector<EntityIndex> found;
  for (const std::uint32_t phrase : group)
    for (const EntityIndex entity : resolve(reading, phrase, allowed, clause))
      if (std::ranges::find(found, entity) == found.end()) found.push_back(entity);
  if (group.size() > 1 && found.size() > 1 && std::ranges::all_of(found, [&](EntityIndex e) { return is(e, "Agent"); })) last_plural_ = found;
  return found;
}

}  // namespace dossier::ingest

/// What a document has said so far, as far as later words lean on it.
#pragma once

#include <vector>

#include "ingest/meaning/clauses.h"
#include "ingest/meaning/entities.h"

namespace dossier::ingest {

/// One sentence on its way to statements.
struct SentenceReading {
  const Sentence* sentence = nullptr;
  const Sentences* sentences = nullptr;  ///< of the document
  Words words;
  Row row;
  Clauses clauses;
};

/// What a sentence may lean on.
enum class Standing : std::uint8_t {
  in_document,
  alone,  ///< an example: a phrase that only a text could explain ("the King") counts as some thing of its class
};

/// Reads one sentence as far as its own words go: dates, names, noun phrases, clauses. Borrows all but the ontology.
[[nodiscard]] SentenceReading read_sentence(const Document& document, const Sentences& sentences, const Sentence& sentence, const ontology::Ontology& ontology);

/// Resolves phrases to entities, with the pronouns and plurals that lean on earlier sentences.
class Context {
 public:
  Context(const Document& document, const ontology::Ontology& ontology, Standing standing = Standing::in_document);

  /// The entities that a phrase names; none when that is not certain. A plural ("the ministries", "the two Koreas")
  /// gives each of them.
  std::vector<EntityIndex> resolve(const SentenceReading& reading, std::uint32_t phrase, std::span<const ontology::ClassId> allowed,
                                   const Clause* clause);
  std::vector<EntityIndex> resolve(const SentenceReading& reading, std::span<const std::uint32_t> group, std::span<const ontology::ClassId> allowed,
                                   const Clause* clause);
  /// An unknown name where only things of one class may stand, that has none below it, is such a thing; no_entity for other phrases.
  EntityIndex named_by_place(const SentenceReading& reading, std::uint32_t phrase, std::span<const ontology::ClassId> allowed);
  /// Who a phrase means where somebody acts or is acted upon: what resolve gives, else somebody described and not known further
  /// ("Hungarian officials", "police").
  std::vector<EntityIndex> agents_of(const SentenceReading& reading, std::uint32_t phrase, const Clause* clause);
  /// Who says what a clause says: the subject of the clause around it, where that is one; else no_entity.
  [[nodiscard]] EntityIndex speaker_of(const SentenceReading& reading, const Clause& clause);
  /// The subject of a clause is who the next sentence's "it" or "he" may be.
  void acted(EntityIndex entity);
  /// Remembers who holds a post, for "the Minister".
  void holds(EntityIndex person, EntityIndex post) { posts_.emplace_back(person, post); }
  [[nodiscard]] std::span<const std::pair<EntityIndex, EntityIndex>> posts() const noexcept { return posts_; }
  /// Who says "I" and whom "we" are in the document's own voice.
  void speaks(EntityIndex author, EntityIndex house) { author_ = author, house_ = house; }
  /// Somebody's words follow until they are told of again: "The Minister said:".
  void hands_over(EntityIndex speaker) { voice_ = speaker; }
  [[nodiscard]] EntityIndex voice() const noexcept { return voice_; }
  /// What a sentence is about, its first subject as it is written, is what the next one's "it" may be.
  void is_about(EntityIndex thing) { last_theme_ = thing; }
  void begin_sentence() { previous_actor_ = last_actor_, previous_theme_ = last_theme_; }

  /// Remembers whom a plural stands for: "three ministries – Unification, …". `head` is the token of its noun.
  void remember_list(std::uint32_t head, std::vector<EntityIndex> listed) { lists_.emplace_back(head, std::move(listed)); }

  [[nodiscard]] Entities& entities() noexcept { return entities_; }
  [[nodiscard]] const Entity& entity(EntityIndex index) const { return entities_[index]; }
  [[nodiscard]] const ontology::Ontology& ontology() const noexcept { return ontology_; }
  [[nodiscard]] const Document& document() const noexcept { return document_; }
  [[nodiscard]] bool is_class(ontology::ClassId type, std::string_view class_name) const;
  [[nodiscard]] bool is(EntityIndex entity, std::string_view class_name) const;
  /// Whether there is an entity and it is of one of these classes; of any where none is named.
  [[nodiscard]] bool fits(EntityIndex entity, std::span<const ontology::ClassId> allowed) const;
  /// What is allowed where somebody acts or speaks.
  [[nodiscard]] std::span<const ontology::ClassId> agents() const noexcept { return agents_; }

 private:
  std::vector<EntityIndex> in_document(const SentenceReading& reading, std::uint32_t phrase, std::span<const ontology::ClassId> allowed, const Clause* clause);
  EntityIndex some_thing(const Mention& mention, std::uint32_t sentence, std::span<const ontology::ClassId> allowed);
  std::vector<EntityIndex> pronoun(const SentenceReading& reading, const Mention& mention, std::span<const ontology::ClassId> allowed, const Clause* clause);
  [[nodiscard]] std::vector<EntityIndex> holders(const SentenceReading& reading, const Mention& mention, const Phrase& phrase) const;
  std::vector<EntityIndex> plural(const SentenceReading& reading, const Mention& mention, const Phrase& phrase);
  std::vector<EntityIndex> members(EntityIndex group, std::uint32_t sentence);
  EntityIndex described(const SentenceReading& reading, const Phrase& phrase, const Mention& mention);
  [[nodiscard]] std::string state_in(const SentenceReading& reading, const Phrase& phrase) const;
  [[nodiscard]] std::uint32_t people_of(std::string_view noun) const;
  EntityIndex holder_of(const Mention& mention) const;
  EntityIndex speaker_around(const SentenceReading& reading, const Clause* clause);
  EntityIndex topic_pair(const SentenceReading& reading, std::span<const std::uint32_t> group, std::span<const ontology::ClassId> allowed);
  [[nodiscard]] bool worth_a_topic(const SentenceReading& reading, const Phrase& phrase, const Mention& mention) const;

  const Document& document_;
  const ontology::Ontology& ontology_;
  Entities entities_;
  Standing standing_;
  std::vector<ontology::ClassId> agents_;
  EntityIndex last_actor_ = no_entity, previous_actor_ = no_entity;
  EntityIndex last_theme_ = no_entity, previous_theme_ = no_entity;
  EntityIndex last_person_ = no_entity, last_state_ = no_entity;
  EntityIndex author_ = no_entity, house_ = no_entity, voice_ = no_entity;
  std::vector<std::pair<EntityIndex, EntityIndex>> posts_;  ///< person, post
  std::vector<EntityIndex> last_plural_;
  std::vector<std::pair<std::uint32_t, std::vector<EntityIndex>>> lists_;
};

}  // namespace dossier::ingest

/// Mentions -> the entities of one document.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/meaning/mention.h"
#include "ingest/meaning/statement.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// The entities of a document as they become known, and the names that lead to them.
///
/// Short forms resolve inside the document only ("Choi", "the Foreign Ministry", an abbreviation in brackets), and only
/// when one reading is possible. What could be two things is none.
class Entities {
 public:
  explicit Entities(const ontology::Ontology& ontology) : ontology_(ontology) {}

  /// The entity of a mention in this sentence, made when the mention identifies one. `allowed` says what is wanted
  /// there: it decides between a capital and its state ("Seoul pledged", "in Seoul").
  EntityIndex resolve(const Mention& mention, std::uint32_t sentence, std::span<const ontology::ClassId> allowed);
  /// Registers the full names of a sentence before anything is resolved, so that a short form may come first.
  void announce(const Mention& mention);

  /// A thing of this class that is called so, whatever else is known of it.
  EntityIndex some_thing(const Mention& mention, ontology::ClassId type, std::uint32_t sentence);
  EntityIndex known(std::uint32_t lexicon_entity, std::uint32_t sentence);
  /// A body named by its class and a word ("Ministry of Unification" for "ministries – Unification, …").
  EntityIndex body_of(std::string_view field, ontology::ClassId type, std::uint32_t sentence);
  /// Somebody of whom no more is known than this phrase and the state in it; the same phrase is the same one in this document.
  EntityIndex described(std::string_view phrase, ontology::ClassId type, std::string state, std::uint32_t sentence);
  /// The state that an agent of this document only is called after; names keep theirs.
  void of_state(EntityIndex entity, std::string_view state);
  /// Makes of the entities from the first `known` on, which a phrase has just made, ones that are only described.
  void only_describe(std::size_t known);
  /// All entities of this class or below that were mentioned so far, in order.
  [[nodiscard]] std::vector<EntityIndex> of_class(ontology::ClassId type) const;
  void alias(EntityIndex entity, std::string_view name);
  void mentioned(EntityIndex entity, std::uint32_t sentence);

  [[nodiscard]] const Entity& operator[](EntityIndex i) const { return entities_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::size_t size() const noexcept { return entities_.size(); }
  [[nodiscard]] std::vector<Entity> take() { return std::move(entities_); }

 private:
  EntityIndex add(std::string name, ontology::ClassId type, bool local);
  EntityIndex person(const Mention& mention);
  EntityIndex named(const Mention& mention);
  EntityIndex nominal(const Mention& mention);
  EntityIndex unknown(const Mention& mention);
  [[nodiscard]] EntityIndex by_name(std::string_view name) const;
  [[nodiscard]] EntityIndex person_called(std::string_view short_name) const;
  [[nodiscard]] EntityIndex body_like(std::string_view name, ontology::ClassId type) const;
  [[nodiscard]] std::vector<std::string> content_words(std::string_view name) const;

  const ontology::Ontology& ontology_;
  std::vector<Entity> entities_;
  std::map<std::string, EntityIndex, std::less<>> names_;  // folded name -> entity
  std::map<std::string, EntityIndex, std::less<>> described_;  // the same for those that no later phrase means
};

/// Lower case, straight quotes, without a leading "the" and a closing "'s": two names that differ no more are one.
[[nodiscard]] std::string fold_name(std::string_view name);

}  // namespace dossier::ingest

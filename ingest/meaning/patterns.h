/// Example sentences -> patterns -> readings of new sentences.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/meaning/clauses.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// Where in a clause, or around a noun phrase, an argument stands.
enum class Place : std::uint8_t { subject, object, adjunct, owner, head };

struct Role {
  std::string name;         ///< "subject", "object", or the local name of a property of the node
  Place place = Place::subject;
  std::string preposition;  ///< for adjuncts
};

/// One example, compiled. It matches by the verb that it teaches, or, when it has none, by the class of its head noun.
struct Pattern {
  const ontology::Example* example = nullptr;
  std::optional<ontology::PropertyId> property;  ///< what it teaches: a relation …
  std::optional<ontology::ClassId> node;         ///< … or a node with parts
  std::string lemma;                             ///< of the verb; empty for noun patterns
  std::string modal;                             ///< "will", where the example's only trigger is its modal
  bool chain = false;                            ///< the example goes on: "pledged to strengthen"
  std::string noun;                              ///< object noun that belongs to the trigger: "held [talks] with"
  std::vector<std::string> with;                 ///< prepositions that belong to the trigger: "provided … [with] fuel"
  std::optional<ontology::ClassId> head;         ///< noun patterns: the class of the head
  std::vector<Role> roles;
};

/// All patterns of an ontology, by trigger. Immutable, thread-safe. Borrows the ontology.
class Patterns {
 public:
  /// Reads each example sentence as any other sentence is read. An example in which a marked argument stands in no
  /// place that a pattern can name is a warning.
  Patterns(const ontology::Ontology& ontology, const DiagnosticSink& diagnostics);

  [[nodiscard]] std::span<const Pattern> by_verb(std::string_view lemma) const;
  [[nodiscard]] std::span<const Pattern> by_modal(std::string_view modal) const;
  [[nodiscard]] std::span<const Pattern> nouns() const noexcept { return nouns_; }

 private:
  std::map<std::string, std::vector<Pattern>, std::less<>> verbs_, modals_;
  std::vector<Pattern> nouns_;
};

}  // namespace dossier::ingest

/// Example sentences -> patterns -> readings of new sentences.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/learn/relation_reader.h"
#include "ingest/meaning/places.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

struct Role {
  std::string name;  ///< "subject", "object", or the local name of a property of the node
  Path path;         ///< from the trigger

  bool operator==(const Role&) const = default;
};

/// What a counter-example has at a role: a thing of a class, or a word.
struct Stand {
  std::optional<ontology::ClassId> type;
  std::string lemma;
};

enum class Trigger : std::uint8_t {
  verb,        ///< by its lemma
  modal,       ///< "will", where the example's only trigger is its modal
  noun,        ///< a noun that is no argument, by its lemma: "the signing of"
  class_of_head  ///< a noun that is an argument, by its class: "[talks] on"
};

/// One example, compiled.
struct Pattern {
  const ontology::Example* example = nullptr;
  std::optional<ontology::PropertyId> property;  ///< what it teaches: a relation …
  std::optional<ontology::ClassId> node;         ///< … or a node with parts
  bool act = false;                              ///< the node is an act (a class below pa:Act), which read_acts reads
  Trigger trigger = Trigger::verb;
  std::string lemma;                             ///< of the trigger
  std::string verb;                              ///< with a modal, the verb where that belongs to it: "will [focus] on"
  bool objectless = false;                       ///< the verb has no object in the example: "resigned"
  bool chain = false;                            ///< the example goes on: "pledged to strengthen"
  std::string noun;                              ///< lemma of the object that belongs to the trigger: "held [talks] with", "is a [member] of"
  std::vector<std::string> with;                 ///< prepositions that belong to the trigger: "provided … [with] fuel"
  std::optional<ontology::ClassId> head;         ///< the class of the head, where that triggers
  std::vector<Role> roles;
  /// Of a counter-example, which refuses what its property would read: what stands at each role. Names stand for any.
  std::vector<Stand> stands;

  [[nodiscard]] bool refuses() const noexcept { return example->counter; }
};

/// All that tells one pattern from another, its example aside.
[[nodiscard]] std::string key_of(const Pattern& pattern);

/// All patterns of an ontology, by trigger. Immutable, thread-safe. Borrows the ontology.
class Patterns {
 public:
  /// Reads each example sentence as any other sentence is read. An example in which a marked argument stands in no
  /// place that a pattern can name is a warning.
  Patterns(const ontology::Ontology& ontology, const DiagnosticSink& diagnostics);
  /// Of those of the ontology's examples that are chosen, by their indices.
  Patterns(const ontology::Ontology& ontology, std::span<const std::uint32_t> chosen, const DiagnosticSink& diagnostics);
  /// Of other examples than the ontology's own, which are borrowed; nothing learned.
  Patterns(const ontology::Ontology& ontology, std::span<const ontology::Example> examples, const DiagnosticSink& diagnostics);

  [[nodiscard]] std::span<const Pattern> by_verb(std::string_view lemma) const;
  [[nodiscard]] std::span<const Pattern> by_modal(std::string_view modal) const;
  [[nodiscard]] std::span<const Pattern> by_noun(std::string_view lemma) const;
  /// The relations that labelled sentences taught.
  [[nodiscard]] const RelationReader& learned() const noexcept { return learned_; }
  [[nodiscard]] std::span<const Pattern> by_class_of_head() const noexcept { return heads_; }
  /// One for each example of which one could be made, in the order of the examples.
  [[nodiscard]] std::vector<const Pattern*> all() const;
  /// Patterns of acts, which are in none of the lists above.
  [[nodiscard]] std::span<const Pattern> acts_by_verb(std::string_view lemma) const;
  [[nodiscard]] std::span<const Pattern> acts_by_noun(std::string_view lemma) const;

 private:
  void compile(const ontology::Ontology& ontology, std::span<const ontology::Example> examples, std::span<const std::uint32_t> chosen, const DiagnosticSink& diagnostics);
  void add(Pattern pattern);

  std::map<std::string, std::vector<Pattern>, std::less<>> verbs_, modals_, nouns_, act_verbs_, act_nouns_;
  std::vector<Pattern> heads_;
  RelationReader learned_;
};

/// Whether what a counter-example says stands here.
[[nodiscard]] bool speaks_against(const Pattern& counter, const SentenceReading& reading, const Surroundings& around, const ontology::Schema& schema);

}  // namespace dossier::ingest

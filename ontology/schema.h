/// What may be said: classes and properties, read from RDF (RDFS and the few OWL terms named here).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error/diagnostic.h"

namespace dossier::ontology {

enum class ClassId : std::uint32_t {};
enum class PropertyId : std::uint32_t {};

/// A class (owl:Class or rdfs:Class).
struct Class {
  std::string iri;
  std::string label;                ///< rdfs:label, English or untagged; else the local name
  std::string comment;              ///< rdfs:comment, English or untagged
  std::vector<ClassId> parents;     ///< direct superclasses inside this ontology, by IRI
  std::string exchange_type;        ///< pa:exchangeType, inherited from the nearest superclass that has one
  /// pa:meansEventType, inherited likewise: IRIs of the types of every event of the class, narrower before broader
  /// (a mode, then its category).
  std::vector<std::string> event_types;
  /// pa:whenPlanned, pa:whenRefused, inherited likewise: IRI of the class of the act by which an event of this class is
  /// promised or threatened, or said no to; empty when that is no act.
  std::string when_planned, when_refused;
  Location declared;                ///< the file and line of the statement that declares it; RDF/XML has no lines
};

/// One way to derive a plain relation: from `from` to `to` of each node of class `node` (pa:shortcutOf).
/// A role that is not set is the node itself (pa:self). A rule from a part to the same part pairs its different values.
struct Derivation {
  ClassId node{};
  std::optional<PropertyId> from, to;
  /// pa:when, pa:unless: IRIs of event types, one of which the node must have (if there are any), none of which it may.
  std::vector<std::string> when, unless;
  std::vector<ClassId> to_class;          ///< pa:toClass: what the object must be, any of them; empty: anything
  unsigned at_most = 0;                   ///< pa:atMost: no more subjects than that; 0: any number

  /// Whether the rule holds for a node of these event types.
  [[nodiscard]] bool holds_for(std::span<const std::string> event_types) const;
};

/// What labelled sentences taught of a property, as `dossier learn` writes it: sums of weighted cues (ingest/learn says what they mean).
struct Learned {
  std::vector<std::pair<std::string, double>> cues;     ///< pa:cue "1.25 on path found"
  std::vector<std::pair<std::string, double>> company;  ///< pa:company "0.5 itself"
  std::vector<std::string> kinds;                       ///< pa:argumentKinds "organization person"
  double threshold = 0;                                 ///< pa:threshold

  [[nodiscard]] bool empty() const noexcept { return cues.empty(); }
};

/// A property (owl:ObjectProperty, owl:DatatypeProperty, rdf:Property).
struct Property {
  std::string iri;
  std::string label;
  std::string comment;
  /// Empty: anything, which is also what owl:Thing, rdfs:Resource and classes of other vocabularies say, unless they
  /// are superclasses of ours: then ours below them. Several: any of them.
  std::vector<ClassId> domain, range;
  std::string datatype;                    ///< the range, when it is a datatype; empty for any literal (rdfs:Literal)
  std::optional<PropertyId> inverse;
  std::vector<PropertyId> parents;
  bool symmetric = false;
  bool functional = false;
  bool literal = false;                    ///< an owl:DatatypeProperty, or its range is a datatype
  bool shortcut = false;                   ///< a plain relation that people query and draw (pa:Shortcut)
  std::vector<std::string> carries;        ///< pa:carries: IRIs of the factualities that its own meaning expresses
  std::vector<Derivation> derivations;
  Learned learned;
  Location declared;
};

/// A sentence that teaches a class or a property, with its arguments marked: "[A]{actor} met [B]{recipient}."
struct Example {
  std::string teaches;  ///< IRI of the class or property
  std::string text;
  bool counter = false; ///< pa:counterExample: what must not be read
  Location declared;
  double weight = 0.7;  ///< the chance that what it reads is meant: pa:exampleWeight "0.93 [Kim]{subject} met [Moon]{object}."
};

/// The classes and properties of one ontology and how they hang together, in the order of their declaration. Immutable.
class Schema {
 public:
  Schema() = default;
  /// The parents must not run in a circle. `disjoint`: pairs of classes that have nothing in common.
  explicit Schema(std::vector<Class> classes, std::vector<Property> properties = {}, std::vector<Example> examples = {},
                  std::vector<std::pair<ClassId, ClassId>> disjoint = {});

  [[nodiscard]] std::span<const Class> classes() const noexcept { return classes_; }
  [[nodiscard]] std::span<const Property> properties() const noexcept { return properties_; }
  [[nodiscard]] std::span<const Example> examples() const noexcept { return examples_; }

  [[nodiscard]] const Class& operator[](ClassId id) const { return classes_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Property& operator[](PropertyId id) const { return properties_[static_cast<std::size_t>(id)]; }

  /// By full IRI.
  [[nodiscard]] std::optional<ClassId> find_class(std::string_view iri) const;
  [[nodiscard]] std::optional<PropertyId> find_property(std::string_view iri) const;
  /// By local name ("holdsPosition", "Ministry"), any namespace; the first declared wins.
  [[nodiscard]] std::optional<ClassId> class_named(std::string_view local) const;
  [[nodiscard]] std::optional<PropertyId> property_named(std::string_view local) const;

  /// Whether `a` is `b` or below it.
  [[nodiscard]] bool is_a(ClassId a, ClassId b) const;
  /// Whether something of class `one` may stand where one of `allowed` is asked for: allowed is empty, or `one` is
  /// below one of them.
  [[nodiscard]] bool fits(ClassId one, std::span<const ClassId> allowed) const;
  /// Whether other classes are below it.
  [[nodiscard]] bool has_subclasses(ClassId id) const { return has_subclasses_[static_cast<std::size_t>(id)]; }
  /// Whether nothing can be both (owl:disjointWith between them or classes above them).
  [[nodiscard]] bool disjoint(ClassId a, ClassId b) const;

 private:
  using Index = std::map<std::string, std::uint32_t, std::less<>>;

  std::vector<Class> classes_;
  std::vector<Property> properties_;
  std::vector<Example> examples_;
  std::vector<std::pair<ClassId, ClassId>> disjoint_;
  std::vector<std::vector<bool>> ancestors_;  // ancestors_[a][b]: a is_a b
  std::vector<bool> has_subclasses_;
  Index class_iris_, class_names_, property_iris_, property_names_;
};

/// What follows the last "#", "/" or ":" of an IRI.
[[nodiscard]] std::string_view local_name(std::string_view iri) noexcept;

}  // namespace dossier::ontology

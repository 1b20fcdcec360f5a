/// How things are called: labels -> classes, entities, titles; one automaton over all of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/schema.h"

namespace dossier::ontology {

/// What a label means when it is found in a text.
enum class LabelKind : std::uint8_t {
  class_label,  ///< "summit", "military agreement": names a class; any case, also in the plural
  name,         ///< pa:name, pa:altName, skos labels, rdfs:label of an individual: names an entity; case as written
  demonym,      ///< "South Korean": the people or the adjective of an entity
  metonym,      ///< "Seoul": the seat of government used for the entity when it acts
  title,        ///< "vice minister": an individual of pa:Title; any case
  honorific,    ///< "Mr", "Dr": an individual of pa:Honorific
};

/// One meaning of one label.
struct Entry {
  LabelKind kind = LabelKind::name;
  std::uint32_t thing = 0;  ///< index into entities() for name, demonym, metonym; titles() for title, honorific; ClassId for class_label
  std::string label;        ///< as written in the ontology
};

/// A thing that the ontology knows by name: a state, a capital, an international body.
struct KnownEntity {
  std::string iri;
  std::string name;                 ///< pa:name / skos:prefLabel / rdfs:label
  ClassId type{};                   ///< the most specific class it is declared with (ties: first by IRI)
  std::vector<std::string> names;   ///< every other name
};

/// A word by which a post is named before or after a person's name.
struct Title {
  std::string iri;
  std::string label;
  bool leads = false;       ///< pa:leads: whoever holds it leads what is named with it
  bool honorific = false;
  std::vector<ClassId> of;  ///< pa:titleOf: in what kind of body such posts usually exist
};

/// The longest label that begins at a place in a text.
struct LabelMatch {
  std::size_t length = 0;              ///< bytes of the text
  std::span<const Entry> entries;      ///< all its meanings, in the order name, metonym, demonym, title, honorific, class
  /// A class label or title in the plural ("agreements"); false for what stands in the ontology as the text has it
  /// ("talks"), unless it is also the plural of another label of the same thing ("guidelines" beside "guideline").
  bool plural = false;
};

/// All labels of an ontology in one trie. Immutable, thread-safe.
///
/// A match ends where a word ends: before anything but a letter, a digit or a mark on one ("Korea" in "Korea's",
/// "South Korea" in "South Korea-Japan", "U.S." in "U.S.-Mexico"). Curly quotes count as straight ones, en dashes and
/// non-breaking hyphens as hyphens, runs of white space as one space.
///
/// Names, demonyms, metonyms match with their case as written (or with a capital at the beginning, or all in capitals
/// when longer than 4 letters), honorifics too (in capitals whatever their length); class labels and titles in any case
/// and in the plural, but one-word abbreviations among them ("PM", "MoU", "NGO") as written, with or without an s.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  /// The longest match beginning exactly at byte `at`, which must be the start of a word. Allocates nothing.
  [[nodiscard]] std::optional<LabelMatch> longest(std::string_view text, std::size_t at) const;
  /// The meanings of a whole label, or an empty range.
  [[nodiscard]] std::span<const Entry> lookup(std::string_view label) const;

  [[nodiscard]] std::span<const KnownEntity> entities() const noexcept;
  [[nodiscard]] std::span<const Title> titles() const noexcept;

  struct State;  ///< lexicon_state.h

 private:
  friend class LexiconBuilder;
  explicit Lexicon(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace dossier::ontology

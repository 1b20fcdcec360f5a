/// Makes a Lexicon of labels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ontology/lexicon.h"

namespace dossier::ontology {

/// Collects labels; `build` sorts them into one trie. The same labels in any order give the same lexicon.
class LexiconBuilder {
 public:
  /// Adds the entity, found by its name and its other names. Gives its index in `Lexicon::entities()`.
  std::uint32_t add(KnownEntity entity);
  /// Adds the title or honorific, found by its label. Gives its index in `Lexicon::titles()`.
  std::uint32_t add(Title title);
  /// One more label of a thing that is there already, or of a class. An empty label is nothing.
  void add(LabelKind kind, std::uint32_t thing, std::string_view label);

  /// The builder is empty afterwards.
  [[nodiscard]] Lexicon build();

 private:
  /// One way in which a label may stand in a text.
  struct Form {
    std::string folded;  ///< the key in the trie
    std::string exact;   ///< as the text must have it; empty: in any case
    Entry entry;
    bool plural = false;
  };

  void add_in_any_case(const Entry& entry);
  void add_as_written(const Entry& entry);
  void add_abbreviation(const Entry& entry);
  void add_form(const Entry& entry, std::string_view exact, bool plural);

  std::vector<KnownEntity> entities_;
  std::vector<Title> titles_;
  std::vector<Form> forms_;
};

}  // namespace dossier::ontology

/// What the words of a sentence are called: labels of the lexicon, and how far a name goes by them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ingest/meaning/date_expression.h"
#include "ingest/meaning/words.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

/// A label that covers whole tokens.
struct Label {
  std::uint32_t last = 0;  ///< one past its last token
  ontology::LabelMatch match;

  /// Its first entry of this kind; null when it has none.
  [[nodiscard]] const ontology::Entry* of(ontology::LabelKind kind) const {
    for (const ontology::Entry& entry : match.entries)
      if (entry.kind == kind) return &entry;
    return nullptr;
  }
  [[nodiscard]] bool is_name() const { return of(ontology::LabelKind::name) != nullptr; }
};

/// The labels of one sentence, beside its dates and the names that the language model sees. Borrows all of them. Stretches are of
/// tokens, [first, last).
class Labels {
 public:
  /// `seen`: the names of the whole document, in order.
  Labels(const Words& words, const ontology::Ontology& ontology, std::span<const DateExpression> dates, std::span<const NameSpan> seen);

  [[nodiscard]] const Words& words() const noexcept { return w_; }
  [[nodiscard]] const ontology::Ontology& ontology() const noexcept { return ontology_; }

  /// The longest label that begins `skip` bytes into token i.
  [[nodiscard]] std::optional<Label> at(std::uint32_t i, std::uint32_t skip = 0) const;
  /// The class that the words of a name tell: a label at its end, else at its beginning before "of", else inside.
  [[nodiscard]] std::optional<ontology::ClassId> class_label(std::uint32_t first, std::uint32_t last, bool only_end) const;
  /// One past a date that begins at i; 0 when none does.
  [[nodiscard]] std::uint32_t date_at(std::uint32_t i) const;

  /// The names of the sentence that the language model sees.
  [[nodiscard]] std::span<const NameSpan> seen() const noexcept { return seen_; }
  /// The one of them that begins at i; null when none does.
  [[nodiscard]] const NameSpan* seen(std::uint32_t i) const;
  [[nodiscard]] bool is_seen_person(std::uint32_t i) const;

  /// One past a capitalised sequence with its small words: "Ministry of Culture, Sports and Tourism".
  [[nodiscard]] std::uint32_t sequence_end(std::uint32_t i) const;
  /// Whether "and" or "," stands here between two capitalised words of one complement.
  [[nodiscard]] bool joins_on(std::uint32_t j) const;
  /// Whether "in", "near", "city of" … stands before.
  [[nodiscard]] bool after_place_word(std::uint32_t i) const;

 private:
  [[nodiscard]] bool is_name_number(std::uint32_t j) const;
  [[nodiscard]] bool label_covers(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool has_label(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool ends_with_label(std::uint32_t i) const;

  const Words& w_;
  const ontology::Ontology& ontology_;
  std::span<const DateExpression> dates_;
  std::span<const NameSpan> seen_;
};

}  // namespace dossier::ingest

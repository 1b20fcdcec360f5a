/// How far two readings of a text agree.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/learn/labelled.h"

namespace dossier::ingest {

struct Agreement {
  std::uint64_t hits = 0, wrong = 0, missed = 0;

  [[nodiscard]] double precision() const { return hits == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(hits + wrong); }
  [[nodiscard]] double recall() const { return hits == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(hits + missed); }
  [[nodiscard]] double f1() const { return hits == 0 ? 0 : 2 * static_cast<double>(hits) / static_cast<double>(2 * hits + wrong + missed); }
  Agreement& operator+=(const Agreement& other) {
    hits += other.hits, wrong += other.wrong, missed += other.missed;
    return *this;
  }
};

/// Words in small letters without blanks, quotes, brackets, points and commas.
[[nodiscard]] std::string letters_of(std::string_view words);

/// What two writings of a name have in common: its letters without "the" before them ("Mad Max : Fury Road", "Mad Max: Fury Road"). Of
/// a date its year, month and day, however it is written; without what is first, as Wikidata writes the first of a month, or of
/// January, where it knows no more: "5 May 2001", "May 5, 2001" and "2001-05-05" are one, and so are "01 January 2009" and "2009".
[[nodiscard]] std::string name_key(std::string_view name);

/// The subject or the object of a fact, ready to be compared.
struct FactEnd {
  std::optional<Span> place;
  std::string name;  ///< its key
};

/// Whether two facts are the same: where all ends have places, these overlap; else the names are the same.
[[nodiscard]] bool is_same_fact(const FactEnd& subject, const FactEnd& object, const FactEnd& other_subject, const FactEnd& other_object);

/// Facts of one property in one text: each gold fact is hit once at most. `by_name`: the labels tell no places, so that found facts
/// with the same names count once.
[[nodiscard]] Agreement agreement(std::span<const LabelledFact> gold, std::span<const LabelledFact> found, bool by_name);

}  // namespace dossier::ingest

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

/// A name without what two writings of it may differ in: case, quotes, brackets, points, "the" before it.
[[nodiscard]] std::string folded_name(std::string_view name);

/// The subject or the object of a fact, ready to be compared.
struct FactEnd {
  std::optional<Span> place;
  std::string name;  ///< folded
};

/// Whether two facts are the same: where all ends have places, these overlap; else the names are the same.
[[nodiscard]] bool is_same_fact(const FactEnd& subject, const FactEnd& object, const FactEnd& other_subject, const FactEnd& other_object);

/// Facts of one property in one text: each gold fact is hit once at most. `by_name`: the labels tell no places, so that found facts
/// with the same names count once.
[[nodiscard]] Agreement agreement(std::span<const LabelledFact> gold, std::span<const LabelledFact> found, bool by_name);

}  // namespace dossier::ingest

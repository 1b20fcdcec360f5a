/// When things happened.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "graph/query/model_ids.h"

namespace dossier::graph {

/// A stretch of time that is asked for; a bound that is not set does not bind.
struct Window {
  std::optional<Edtf> since, until;

  /// From EDTF; an empty text is no bound. Throws Error(usage) for what is no date or has no year.
  static Window parse(const std::string& since, const std::string& until);
  [[nodiscard]] bool open() const noexcept { return !since && !until; }
  /// Whether the date, or a part of it, lies inside. A date of no known year lies in the open window alone.
  [[nodiscard]] bool holds(const Edtf& date) const noexcept { return open() || overlaps(date, since, until); }
};

/// The dates of events, agreements, documents and statements, as pa:heldOn, signedOn, dated, time, endTime and saidOn
/// tell them, in plain triples and in facts of any factuality. Remembers what it has looked up.
class HappeningDates {
 public:
  explicit HappeningDates(const Store& store);

  /// Ascending; empty for what is not dated.
  [[nodiscard]] const std::vector<Edtf>& of(TermId thing);
  /// The things, and the facts with a date as object, that have a date inside the window; each ascending.
  /// Walks over the dates of the store, not over its facts.
  struct Found {
    std::vector<TermId> things, facts;
  };
  [[nodiscard]] Found inside(const Window& window) const;

  [[nodiscard]] bool is_date_predicate(TermId predicate) const;

 private:
  const Store* store_;
  ModelIds ids_;
  std::vector<TermId> predicates_;
  std::unordered_map<TermId, std::vector<Edtf>> dates_;
};

}  // namespace dossier::graph

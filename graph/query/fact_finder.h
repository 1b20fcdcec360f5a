/// Finding facts by the narrowest of the filter's own indexes.
#pragma once

#include <string>
#include <vector>

#include "graph/query/fact_reader.h"
#include "graph/query/happening_dates.h"

namespace dossier::graph {

/// A fact that a thing takes part in, and who is at its other end.
struct FactLink {
  TermId fact{};
  TermId other{};        ///< the object when `outgoing`, else the subject
  bool outgoing = true;  ///< the thing is the fact's subject
  bool operator==(const FactLink&) const = default;
};

/// Asks one store for facts, many times; remembers sentences and dates. Must not outlive the store.
class FactFinder {
 public:
  explicit FactFinder(const Store& store) : reader_(store), dates_(store) {}

  /// What find_facts answers.
  [[nodiscard]] std::vector<Fact> find(const FactFilter& filter);
  [[nodiscard]] std::optional<Fact> read(TermId id) { return reader_.read(id); }
  /// The facts around a thing, by node, those that it is the subject of first. Facts that lack an end are left out.
  [[nodiscard]] std::vector<FactLink> links(TermId thing) const;

  [[nodiscard]] const Store& store() const noexcept { return reader_.store(); }
  [[nodiscard]] const ModelIds& ids() const noexcept { return reader_.ids(); }
  [[nodiscard]] FactReader& reader() noexcept { return reader_; }

 private:
  [[nodiscard]] std::vector<TermId> candidates(const FactFilter& filter, const Window& window,
                                               const std::vector<TermId>& factualities) const;
  [[nodiscard]] bool fits(const Fact& fact, const FactFilter& filter);
  [[nodiscard]] bool happens_inside(const Fact& fact, const Window& window);
  [[nodiscard]] std::vector<TermId> factualities_named(const std::vector<std::string>& names) const;

  FactReader reader_;
  HappeningDates dates_;
};

}  // namespace dossier::graph

/// What happened when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/facts.h"
#include "graph/term/edtf.h"

namespace dossier::graph {

/// Something with a date: an event, an agreement, a document.
struct Happening {
  Edtf date;
  TermId thing{};
  std::string label;             ///< what the thing is called
  TermId what{};                 ///< the class of an event ("summit"), else the relation that dates it ("signed on")
  std::vector<TermId> parties;   ///< between, participatedIn, signed, hosted; actors, recipients, signatories
  std::vector<TermId> places;    ///< heldIn, place
  std::string_view factuality;   ///< local name: "Occurred", "Planned", …
  std::vector<TermId> evidence;  ///< ascending by document, then sentence
};

/// What is asked for; what is not set is not asked.
struct TimelineFilter {
  std::optional<TermId> about{};     ///< the thing itself, a party or a place
  std::optional<TermId> document{};  ///< that dates it
  std::string since{}, until{};      ///< EDTF, both included; as in FactFilter
};

/// The dated things, by date, then label; those of no known year last, and only when neither bound is set.
///
/// A thing has one row for each date, relation and factuality that facts give it, or that its own pa:time gives it
/// when no fact does. A signing on the day that its agreement is dated is told by the agreement's row alone. Parties
/// and places are those of plain triples and of facts that are not denied.
/// Throws Error(usage) when `since` or `until` is no date with a year.
[[nodiscard]] std::vector<Happening> timeline(const Store& store, const TimelineFilter& filter = {});

}  // namespace dossier::graph

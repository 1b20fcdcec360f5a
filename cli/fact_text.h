/// Facts in words, and as JSON.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/fact_ids.h"
#include "cli/terminal.h"
#include "graph/query/facts.h"
#include "graph/query/happening_dates.h"

namespace dossier::cli {

/// Tells of the facts of one store; remembers names. Must not outlive the store.
class FactText {
 public:
  explicit FactText(const graph::Store& store) : store_(store), ids_(store), dates_(store) {}

  [[nodiscard]] const graph::Store& store() const noexcept { return store_; }
  [[nodiscard]] const FactIds& ids() const noexcept { return ids_; }
  [[nodiscard]] std::string id(const graph::Fact& fact) const { return ids_.short_id(fact.id); }
  /// What a thing, relation or class is called, or a literal's text.
  [[nodiscard]] const std::string& name(graph::TermId thing);
  /// "planned", in lower case.
  [[nodiscard]] static std::string status(const graph::Fact& fact);
  /// "planned, said by Choi Young-joon"; empty for what simply occurred.
  [[nodiscard]] std::string circumstances(const graph::Fact& fact);
  /// "2018-09-19", the first date of a thing; empty when it is not dated.
  [[nodiscard]] std::string date(graph::TermId thing);
  /// "briefing:4 hanoi:1 +3": where it stands.
  [[nodiscard]] std::string places(const std::vector<graph::TermId>& evidence);

  [[nodiscard]] boost::json::object json(const graph::Fact& fact);
  [[nodiscard]] boost::json::object json(graph::TermId thing);
  [[nodiscard]] boost::json::array json(const std::vector<graph::TermId>& evidence) const;

  [[nodiscard]] static Tone tone(std::string_view status);

 private:
  [[nodiscard]] std::string place(graph::TermId evidence) const;

  const graph::Store& store_;
  FactIds ids_;
  graph::HappeningDates dates_;
  std::unordered_map<graph::TermId, std::string> names_;
};

/// One sentence: where it stands and what it says.
[[nodiscard]] boost::json::object evidence_json(const graph::Store& store, graph::TermId evidence);

}  // namespace dossier::cli

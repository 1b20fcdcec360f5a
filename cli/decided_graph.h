/// A graph and its decisions file, while a verb of identity works on them.
#pragma once

#include <filesystem>
#include <string>

#include "cli/decisions_option.h"
#include "cli/graph_option.h"
#include "cli/session.h"

namespace dossier::cli {

struct IdentityOptions {
  GraphOption graph;
  DecisionsOption decisions;
  bool dry_run = false;

  void declare(CLI::App& app);
};

class DecidedGraph {
 public:
  /// Opens both. Throws as open_store and Decisions::parse do.
  DecidedGraph(const IdentityOptions& options, Session& session);

  [[nodiscard]] const graph::Store& store() const noexcept { return store_; }
  [[nodiscard]] const ingest::Decisions& decisions() const noexcept { return decisions_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::string iri(graph::TermId thing) const { return std::string(store_.term(thing).text); }
  [[nodiscard]] std::string name(graph::TermId thing) const;

  /// The thing of that name that documents speak of. Throws NothingFound, with the nearest names; Error(usage) for a
  /// document, a sentence or a fact.
  [[nodiscard]] graph::TermId require_entity(const std::string& name) const;
  /// A decision that ends in an entity, with what it is and is called.
  [[nodiscard]] ingest::Decision decision_for(ingest::Verdict verdict, graph::TermId entity, std::string other) const;

  /// Adds a line, and lets it hold at once.
  void decide(const ingest::Decision& decision, const std::string& told);
  /// Puts `text` in place of the decisions, lets them hold, and tells. Both files are changed or none; none with -n.
  void replace(const std::string& text, const std::string& line, const std::string& told);

 private:
  const IdentityOptions& options_;
  Session& session_;
  std::filesystem::path file_, decisions_file_;
  graph::Store store_;
  std::string text_;
  ingest::Decisions decisions_;
};

}  // namespace dossier::cli

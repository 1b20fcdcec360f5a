/// --decisions: what people decided about identity.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ingest/identity/decisions.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct DecisionsOption {
  std::string file;

  void declare(CLI::App& app);
  /// What --decisions says, else GRAPH.decisions; nothing when there is neither a file nor a graph.
  [[nodiscard]] std::optional<std::filesystem::path> find(const std::optional<std::filesystem::path>& graph) const;
  /// The decisions of the file that `find` gives; none where the default one is not there. Throws Error(io) when a file that
  /// was named cannot be read, and as Decisions::parse does.
  [[nodiscard]] ingest::Decisions read(const std::optional<std::filesystem::path>& graph) const;
};

/// The text of a decisions file; empty when there is no such file. Throws Error(io).
[[nodiscard]] std::string decisions_text(const std::filesystem::path& file);

}  // namespace dossier::cli

/// -g: the graph that a verb works on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/messages.h"
#include "graph/store/store.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct GraphOption {
  std::string file;

  void declare(CLI::App& app);
  /// What -g says, else $DOSSIER_GRAPH, else graph.kg when the working directory has one.
  [[nodiscard]] std::optional<std::filesystem::path> find() const;
  /// The same; throws Error(usage) when there is none.
  [[nodiscard]] std::filesystem::path require() const;
  /// Opens it.
  [[nodiscard]] graph::Store open(Messages& messages) const;
};

}  // namespace dossier::cli

/// The flags that narrow facts.
#pragma once

#include <string>
#include <vector>

#include "cli/messages.h"
#include "graph/query/facts.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct FactFilterOptions {
  std::string speaker, relation, type, since, until, document;
  std::vector<std::string> status;

  void declare(CLI::App& app);
  /// Names become terms of the store. Throws NothingFound for a name that it does not have.
  [[nodiscard]] graph::FactFilter resolve(const graph::Store& store, Messages& messages) const;
};

}  // namespace dossier::cli

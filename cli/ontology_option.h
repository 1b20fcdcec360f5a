/// --ontology: what may be said, and how it is said.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/messages.h"
#include "ontology/ontology.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct OntologyOption {
  std::vector<std::string> files;
  bool with_shipped = false;

  void declare(CLI::App& app);
  /// The files of --ontology; the shipped folder when there are none, or as well with --with-shipped.
  [[nodiscard]] std::vector<std::filesystem::path> sources() const;
  /// Reads them. Throws as ontology::read_ontology does.
  [[nodiscard]] ontology::Ontology load(Messages& messages) const;
};

}  // namespace dossier::cli

#include "cli/graph_option.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>

#include "cli/input.h"
#include "graph/error/error.h"

namespace dossier::cli {

void GraphOption::declare(CLI::App& app) {
  app.add_option("-g,--graph", file, "the graph; default $DOSSIER_GRAPH, else graph.kg if it is here")
      ->type_name("FILE");
}

std::optional<std::filesystem::path> GraphOption::find() const {
  if (!file.empty()) return file;
  if (const char* told = std::getenv("DOSSIER_GRAPH"); told != nullptr && *told != '\0') return told;
  if (std::filesystem::exists("graph.kg")) return "graph.kg";
  return std::nullopt;
}

std::filesystem::path GraphOption::require() const {
  if (auto found = find()) return *std::move(found);
  throw Error(ErrorKind::usage, "no graph is given, and there is no graph.kg here",
              "name one with -g, or make one: dossier build FILES -g graph.kg");
}

graph::Store GraphOption::open(Messages& messages) const { return open_graph(require(), messages); }

}  // namespace dossier::cli

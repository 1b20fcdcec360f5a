// dossier sync: a graph of what is in a folder, no more and no less.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/update_graph.h"
#include "cli/verb.h"
#include "graph/error/error.h"

namespace dossier::cli {
namespace {

ExitCode run(const UpdateOptions& options, Session& session) {
  for (const auto& folder : options.reading.inputs) {
    if (!std::filesystem::exists(folder)) throw Error(ErrorKind::io, Location{folder.string()}, "no such folder");
    if (!std::filesystem::is_directory(folder))
      throw Error(ErrorKind::usage, "'" + folder.string() + "' is not a folder", "dossier add takes files, and removes nothing");
  }
  return update_graph(options, Rest::goes, session);
}

}  // namespace

Action declare_sync(CLI::App& app) {
  auto options = std::make_shared<UpdateOptions>();
  app.add_option("FOLDERS", options->reading.inputs, "folders; what else the graph has is removed")->required()->type_name("");
  options->declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

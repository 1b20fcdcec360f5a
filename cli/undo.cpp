// dossier undo: takes the last decision back.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/decided_graph.h"
#include "cli/verb.h"

namespace dossier::cli {
namespace {

ExitCode run(const IdentityOptions& options, Session& session) {
  DecidedGraph graph(options, session);
  const auto rest = ingest::without_last_line(graph.text());
  if (!rest) throw NothingFound("there is no decision to undo");
  graph.replace(rest->first, rest->second, "took back: " + rest->second);
  return ExitCode::done;
}

}  // namespace

Action declare_undo(CLI::App& app) {
  auto options = std::make_shared<IdentityOptions>();
  options->declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

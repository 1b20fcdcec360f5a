// dossier merge: two things are one.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/decided_graph.h"
#include "cli/verb.h"

namespace dossier::cli {
namespace {

struct MergeOptions {
  IdentityOptions identity;
  std::string kept, other;
};

ExitCode run(const MergeOptions& options, Session& session) {
  DecidedGraph graph(options.identity, session);
  const graph::TermId kept = graph.require_entity(options.kept), other = graph.require_entity(options.other);
  if (kept == other) throw NothingFound("'" + options.kept + "' and '" + options.other + "' are one thing already");
  graph.decide(graph.decision_for(ingest::Verdict::same, kept, graph.iri(other)), graph.name(other) + " is " + graph.name(kept));
  return ExitCode::done;
}

}  // namespace

Action declare_merge(CLI::App& app) {
  auto options = std::make_shared<MergeOptions>();
  app.add_option("A", options->kept, "the thing that stays, with its name")->required()->type_name("");
  app.add_option("B", options->other, "the thing that is the same")->required()->type_name("");
  options->identity.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

// dossier alias: what a name means, in every document.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/decided_graph.h"
#include "cli/text_width.h"
#include "cli/verb.h"
#include "graph/error/error.h"
#include "graph/query/name_folding.h"

namespace dossier::cli {
namespace {

struct AliasOptions {
  IdentityOptions identity;
  std::string name, entity;
};

ExitCode run(const AliasOptions& options, Session& session) {
  DecidedGraph graph(options.identity, session);
  const graph::TermId entity = graph.require_entity(options.entity);
  const std::string name = printable(options.name);
  if (graph::folded_name(name).empty()) throw Error(ErrorKind::usage, "the name is empty");
  if (graph::folded_name(name) == graph::folded_name(graph.name(entity))) throw NothingFound("that is its name already");
  graph.decide(graph.decision_for(ingest::Verdict::alias, entity, name), "'" + name + "' means " + graph.name(entity));
  return ExitCode::done;
}

}  // namespace

Action declare_alias(CLI::App& app) {
  auto options = std::make_shared<AliasOptions>();
  app.add_option("NAME", options->name, "what documents call it")->required()->type_name("");
  app.add_option("ENTITY", options->entity, "the thing that is meant")->required()->type_name("");
  options->identity.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

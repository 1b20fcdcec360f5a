// dossier distinct: two things are not one, however alike their names are.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/decided_graph.h"
#include "cli/verb.h"
#include "graph/error/error.h"

namespace dossier::cli {
namespace {

struct DistinctOptions {
  IdentityOptions identity;
  std::string one, other;
};

ExitCode run(const DistinctOptions& options, Session& session) {
  DecidedGraph graph(options.identity, session);
  const graph::TermId one = graph.require_entity(options.one), other = graph.require_entity(options.other);
  if (one == other)
    throw Error(ErrorKind::usage, "'" + options.one + "' and '" + options.other + "' are one thing in the graph",
                "dossier split takes merges back");
  if (graph.decisions().are_different(graph.iri(one), graph.iri(other))) throw NothingFound("that is decided already");
  graph.decide({ingest::Verdict::different, graph.iri(one), graph.iri(other), {}, {}, 0}, graph.name(one) + " is not " + graph.name(other));
  return ExitCode::done;
}

}  // namespace

Action declare_distinct(CLI::App& app) {
  auto options = std::make_shared<DistinctOptions>();
  app.add_option("A", options->one, "one thing")->required()->type_name("");
  app.add_option("B", options->other, "another thing")->required()->type_name("");
  options->identity.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

// dossier split: takes merges back, or tells a document's thing apart from the others of its name.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/decided_graph.h"
#include "cli/naming.h"
#include "cli/verb.h"
#include "ingest/identity/minted_iri.h"

namespace dossier::cli {
namespace {

struct SplitOptions {
  IdentityOptions identity;
  std::string name, document;
};

void tell_apart(DecidedGraph& graph, graph::TermId entity, const std::string& document_name) {
  const graph::TermId document = require_document(graph.store(), document_name);
  if (graph.store().match({entity, {}, {}, document}).empty())
    throw NothingFound(graph.name(entity) + " is not in '" + document_name + "'", "dossier evidence tells where it is");
  graph.decide({ingest::Verdict::split, graph.iri(entity), graph.iri(document), {}, {}, 0},
               graph.name(entity) + " of '" + document_name + "' is another: " + ingest::iri_within(graph.iri(entity), graph.iri(document)));
}

ExitCode run(const SplitOptions& options, Session& session) {
  DecidedGraph graph(options.identity, session);
  const graph::TermId entity = graph.require_entity(options.name);
  if (!options.document.empty()) {
    tell_apart(graph, entity, options.document);
    return ExitCode::done;
  }
  const std::size_t merged = graph.decisions().merged_into(graph.iri(entity)).size();
  if (merged == 0)
    throw NothingFound("nothing was merged into '" + options.name + "'", "--document DOC tells that of one document apart");
  graph.decide({ingest::Verdict::split, graph.iri(entity), {}, {}, {}, 0},
               graph.name(entity) + " is nothing but itself; " + std::to_string(merged) + (merged == 1 ? " decision" : " decisions") + " taken back");
  return ExitCode::done;
}

}  // namespace

Action declare_split(CLI::App& app) {
  auto options = std::make_shared<SplitOptions>();
  app.add_option("NAME", options->name, "the thing that others were merged into")->required()->type_name("");
  app.add_option("--document", options->document, "that of this document is another thing than that of the others")->type_name("DOC");
  options->identity.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

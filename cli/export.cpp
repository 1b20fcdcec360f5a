// dossier export: the graph as RDF or JSON lines.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/graph_option.h"
#include "cli/interrupt.h"
#include "cli/naming.h"
#include "cli/ontology_option.h"
#include "cli/output_format.h"
#include "cli/verb.h"
#include "cli/write_graph.h"
#include "graph/error/error.h"
#include "graph/store/builder.h"
#include "graph/store/send.h"

namespace dossier::cli {
namespace {

struct ExportOptions {
  GraphOption graph;
  OutputOption output;
  OntologyOption ontology;
  std::string provenance;
  std::vector<std::string> documents;
  bool with_ontology = false;
};

/// The graph, or only some documents of it, perhaps with the ontology.
graph::Store chosen(const ExportOptions& options, graph::Store all, const graph::Store* ontology, Messages&) {
  if (options.documents.empty() && ontology == nullptr) return all;
  graph::Builder builder;
  for (const std::string& name : options.documents) graph::send(all, builder, require_document(all, name));
  if (options.documents.empty()) builder.add(all);
  if (ontology != nullptr) graph::send(*ontology, builder);
  return builder.build();
}

ExitCode run(const ExportOptions& options, Session& session) {
  const Format format = options.output.choose(graph::Syntax::turtle);
  if (std::holds_alternative<PictureFormat>(format))
    throw Error(ErrorKind::usage, "a picture is not an export", "dossier render draws");
  const InterruptWatch watch;
  graph::Store all = options.graph.open(session.messages);
  std::optional<ontology::Ontology> ontology;
  if (options.with_ontology || std::holds_alternative<LinesFormat>(format))
    ontology = options.ontology.load(session.messages);
  const graph::Store store =
      chosen(options, std::move(all), options.with_ontology ? &ontology->store : nullptr, session.messages);
  WriteOptions how;
  how.provenance = graph::provenance_named(options.provenance);
  how.schema = ontology ? &ontology->schema : nullptr;
  write_graph(store, options.output, format, how, session);
  return ExitCode::done;
}

}  // namespace

Action declare_export(CLI::App& app) {
  auto options = std::make_shared<ExportOptions>();
  options->graph.declare(app);
  options->output.declare(app, "ttl, trig, nt, nq, rdfxml, jsonl, kg");
  app.add_option("--provenance", options->provenance,
                 "how much evidence goes along: none (facts alone), event (nodes and facts), graph (each sentence's "
                 "facts in a graph of "
                 "its own), reify (everything); default graph for trig and nq, event for the others")
      ->check(CLI::IsMember({"none", "event", "graph", "reify"}).description(""))
      ->type_name("LEVEL");
  app.add_option("--doc", options->documents, "only what this document says; may be repeated")
      ->type_name("DOC")
      ->allow_extra_args(false);
  app.add_flag("--with-ontology", options->with_ontology, "the ontology as well");
  options->ontology.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

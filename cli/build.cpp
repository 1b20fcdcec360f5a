// dossier build: documents -> a graph.
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <set>

#include "cli/decisions_option.h"
#include "cli/graph_option.h"
#include "cli/interrupt.h"
#include "cli/json_output.h"
#include "cli/output_format.h"
#include "cli/read_documents.h"
#include "cli/verb.h"
#include "cli/write_graph.h"
#include "graph/error/error.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "ingest/identity/decide.h"

namespace dossier::cli {
namespace {

struct BuildOptions {
  ReadingOptions reading;
  GraphOption graph;
  OutputOption output;
  DecisionsOption decisions;
  std::string provenance;
  bool dry_run = false;
};

/// Whether something beside the graph is asked for.
bool asks_for_output(const BuildOptions& options) {
  return !options.output.file.empty() || !options.output.format.empty();
}

/// The graph that is added to: the one that -g names, or, when nothing else is asked for, the one that is there anyway.
std::optional<std::filesystem::path> graph_to_keep(const BuildOptions& options) {
  return options.graph.file.empty() && asks_for_output(options) ? std::nullopt : options.graph.find();
}

void check(const BuildOptions& options, bool json, bool writes) {
  options.reading.check();
  if (json && writes && options.output.to_stdout() && !options.dry_run)
    throw Error(ErrorKind::usage, "the summary as JSON and the graph both want standard output",
                "name a file with -o or -g");
}

/// Puts what was read into the graph, in place of what the same documents said before.
graph::Store merge(graph::Builder& builder, const std::set<std::string>& read, const std::filesystem::path& file,
                   const ingest::Decisions& decisions, Messages& messages) {
  std::size_t replaced = 0;
  if (std::filesystem::exists(file)) {
    const graph::Store before = graph::open_store(file);
    const auto again = graphs_in(before, read);
    replaced = again.size();
    ingest::add_decided(before, decisions, again, builder);
  }
  messages.detail(
      fmt::format("{}: {} added, {} replaced", file.string(), count_of(read.size() - replaced, "document"), replaced));
  return builder.build();
}

ExitCode run(const BuildOptions& options, Session& session) {
  const auto kept = graph_to_keep(options);
  const bool writes = !kept || asks_for_output(options);
  check(options, session.options.json, writes);
  const Format format = options.output.choose(graph::Syntax::turtle);
  if (kept && std::filesystem::exists(*kept)) (void)graph::open_store(*kept);  // a broken graph is told before the work
  const ingest::Decisions decisions = options.decisions.read(kept);
  const InterruptWatch watch;
  const ontology::Ontology ontology = options.reading.ontology.load(session.messages);
  graph::Builder builder;
  GraphNames names(builder);
  const ingest::Summary summary = read_documents(options.reading, ontology, {&decisions, {}}, names, session);
  if (!options.dry_run) {
    const graph::Store store = kept ? merge(builder, names.names(), *kept, decisions, session.messages) : builder.build();
    InterruptWatch::check();
    if (kept) graph::save(store, *kept);
    if (writes)
      write_graph(store, options.output, format, {graph::provenance_named(options.provenance), &ontology.schema},
                  session);
  }
  if (session.options.json) print_json(summary_json(summary));
  return summary.failed > 0 ? ExitCode::bad_input : ExitCode::done;
}

}  // namespace

Action declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  app.add_option("INPUTS", options->reading.inputs, "txt, md, html, jsonl (also .gz), folders of them, - for standard input")
      ->required()
      ->type_name("");
  options->graph.declare(app);
  options->output.declare(app, "ttl, trig, nt, nq, rdfxml, kg, jsonl, dot, svg, png");
  options->reading.declare(app);
  options->decisions.declare(app);
  app.add_option("--provenance", options->provenance, "how much evidence RDF carries: none, event, graph, reify")
      ->check(CLI::IsMember({"none", "event", "graph", "reify"}).description(""))
      ->type_name("LEVEL");
  app.add_flag("-n,--dry-run", options->dry_run, "read, tell, write nothing");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

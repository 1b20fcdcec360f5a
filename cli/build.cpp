// dossier build: documents -> a graph.
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <memory>
#include <ostream>
#include <set>
#include <thread>

#include "cli/graph_option.h"
#include "cli/interrupt.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/output_format.h"
#include "cli/progress.h"
#include "cli/verb.h"
#include "cli/write_graph.h"
#include "graph/error/error.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/term/edtf.h"
#include "ingest/pipeline.h"

namespace dossier::cli {
namespace {

struct BuildOptions {
  std::vector<std::filesystem::path> inputs;
  GraphOption graph;
  OutputOption output;
  OntologyOption ontology;
  std::string date, source, base, provenance;
  unsigned threads = 0;
  bool dry_run = false, keep_going = true;
};

/// Passes quads on, and notes the graphs that they stand in.
class GraphNames final : public graph::QuadSink {
 public:
  explicit GraphNames(graph::QuadSink& sink) : sink_(sink) {}
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override {
    if (quad.graph && quad.graph->text != last_) names_.emplace(last_ = quad.graph->text);
    sink_.quad(quad);
  }
  [[nodiscard]] const std::set<std::string>& names() const { return names_; }

 private:
  graph::QuadSink& sink_;
  std::string last_;
  std::set<std::string> names_;
};

/// The numbers that these graphs have in a store that holds some of them.
std::vector<graph::TermId> graphs_in(const graph::Store& store, const std::set<std::string>& names) {
  std::vector<graph::TermId> found;
  for (const std::string& name : names)
    if (const auto id = store.find(graph::TermView::iri(name)); id && !store.match({{}, {}, {}, *id}).empty())
      found.push_back(*id);
  return found;
}

std::string count_of(std::uint64_t number, const char* what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string what_was_read(const BuildOptions& options, const ingest::Summary& summary) {
  if (summary.documents + summary.failed == 1 && options.inputs.size() == 1) {
    if (options.inputs.front() == "-") return options.source.empty() ? "standard input" : options.source;
    return options.inputs.front().string();
  }
  return count_of(summary.documents, "document");
}

/// "korea.txt: 24 sentences, 19 entities, 31 facts (7 reported, 4 planned)  0.02 s"
std::string summary_line(const BuildOptions& options, const ingest::Summary& summary, double seconds) {
  std::string line =
      fmt::format("{}: {}, {} {}, {}", what_was_read(options, summary), count_of(summary.sentences, "sentence"),
                  summary.entities, summary.entities == 1 ? "entity" : "entities", count_of(summary.facts, "fact"));
  std::string others;
  for (const auto& [factuality, number] : summary.by_factuality)
    if (factuality != "occurred" && number > 0)
      others += fmt::format("{}{} {}", others.empty() ? "" : ", ", number, factuality);
  if (!others.empty()) line += " (" + others + ")";
  if (summary.failed > 0) line += fmt::format("; {} could not be read", summary.failed);
  return line + fmt::format("  {:.2f} s", seconds);
}

std::string summary_json(const ingest::Summary& summary) {
  boost::json::object by_status;
  for (const auto& [factuality, number] : summary.by_factuality) by_status[factuality] = number;
  return boost::json::serialize(boost::json::object{{"documents", summary.documents},
                                                    {"failed", summary.failed},
                                                    {"sentences", summary.sentences},
                                                    {"words", summary.words},
                                                    {"entities", summary.entities},
                                                    {"facts", summary.facts},
                                                    {"factsByStatus", by_status}});
}

/// Whether something beside the graph is asked for.
bool asks_for_output(const BuildOptions& options) {
  return !options.output.file.empty() || !options.output.format.empty();
}

/// The graph that is added to: the one that -g names, or, when nothing else is asked for, the one that is there anyway.
std::optional<std::filesystem::path> graph_to_keep(const BuildOptions& options) {
  return options.graph.file.empty() && asks_for_output(options) ? std::nullopt : options.graph.find();
}

void check(const BuildOptions& options, bool json, bool writes) {
  if (!options.date.empty() && !graph::Edtf::parse(options.date))
    throw Error(ErrorKind::usage, "'" + options.date + "' is not a date", "write 2022-01-24, 2022-01 or 2022");
  if (!options.base.empty() &&
      (options.base.find(':') == std::string::npos || (options.base.back() != '/' && options.base.back() != '#')))
    throw Error(ErrorKind::usage, "'" + options.base + "' cannot begin IRIs",
                "it must be an absolute IRI that ends in / or #");
  if (json && writes && options.output.to_stdout() && !options.dry_run)
    throw Error(ErrorKind::usage, "the summary as JSON and the graph both want standard output",
                "name a file with -o or -g");
}

/// Everything that was read, into `sink`. Throws Interrupted, and Error(bad_input) when nothing could be read.
ingest::Summary read_documents(const BuildOptions& options, const ontology::Ontology& ontology, graph::QuadSink& sink,
                               Session& session) {
  const auto begin = std::chrono::steady_clock::now();
  ingest::SourceOptions source;
  source.date = options.date;
  source.source = options.source;
  source.diagnostics = session.messages.sink();
  ingest::DocumentStream documents(options.inputs, std::move(source));
  ProgressBar bar(session);
  ingest::PipelineOptions pipeline;
  pipeline.base = options.base;
  pipeline.threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  pipeline.diagnostics = session.messages.sink();
  pipeline.progress = [&](std::uint64_t done) {
    bar.update(done, documents.bytes_done(), documents.bytes_total());
    return InterruptWatch::signal() == 0 && (options.keep_going || documents.failed() == 0);
  };
  ingest::Summary summary = ingest::Pipeline(ontology, pipeline).run(documents, sink);
  InterruptWatch::check();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  session.messages.show_progress({});
  if (summary.failed > 0 && !options.keep_going)
    throw Error(ErrorKind::bad_input, "stopped at the first document that could not be read; nothing is written");
  if (summary.documents == 0) throw Error(ErrorKind::bad_input, "no document could be read; nothing is written");
  session.messages.summary(summary_line(options, summary, seconds));
  if (summary.facts == 0)
    session.messages.note("no fact was read",
                          "dossier reads English prose on public affairs; --ontology teaches it other relations");
  return summary;
}

/// Puts what was read into the graph, in place of what the same documents said before.
graph::Store merge(graph::Builder& builder, const std::set<std::string>& read, const std::filesystem::path& file,
                   Messages& messages) {
  std::size_t replaced = 0;
  if (std::filesystem::exists(file)) {
    const graph::Store before = graph::open_store(file);
    const auto again = graphs_in(before, read);
    replaced = again.size();
    builder.add(before, again);
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
  const InterruptWatch watch;
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  graph::Builder builder;
  GraphNames names(builder);
  const ingest::Summary summary = read_documents(options, ontology, names, session);
  if (!options.dry_run) {
    const graph::Store store = kept ? merge(builder, names.names(), *kept, session.messages) : builder.build();
    InterruptWatch::check();
    if (kept) graph::save(store, *kept);
    if (writes)
      write_graph(store, options.output, format, {graph::provenance_named(options.provenance), &ontology.schema},
                  session);
  }
  if (session.options.json) {
    Output out;
    out.stream() << summary_json(summary) << '\n';
    out.finish();
  }
  return summary.failed > 0 ? ExitCode::bad_input : ExitCode::done;
}

}  // namespace

Action declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  app.add_option("INPUTS", options->inputs, "txt, md, html, jsonl (also .gz), folders of them, - for standard input")
      ->required()
      ->type_name("");
  options->graph.declare(app);
  options->output.declare(app, "ttl, trig, nt, nq, rdfxml, kg, jsonl, dot, svg, png");
  options->ontology.declare(app);
  app.add_option("--provenance", options->provenance, "how much evidence RDF carries: none, event, graph, reify")
      ->check(CLI::IsMember({"none", "event", "graph", "reify"}).description(""))
      ->type_name("LEVEL");
  app.add_option("--date", options->date, "when the documents were published, where they do not tell")
      ->type_name("DATE");
  app.add_option("--source", options->source, "where standard input comes from")->type_name("ADDRESS");
  app.add_option("--base", options->base, "what the IRIs of new things begin with")->type_name("IRI");
  app.add_option("-j,--jobs", options->threads, "documents read at once; default: all cores")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  app.add_flag("-n,--dry-run", options->dry_run, "read, tell, write nothing");
  app.add_flag("--keep-going,!--no-keep-going", options->keep_going,
               "go on after a document that cannot be read; this is the default");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

#include "cli/decided_graph.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <boost/json/object.hpp>
#include <ostream>

#include "cli/interrupt.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/text_width.h"
#include "graph/error/error.h"
#include "graph/file/output_file.h"
#include "graph/query/facts.h"
#include "graph/query/model_ids.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/decide.h"

namespace dossier::cli {
namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  graph::OutputFile out(file);
  out.stream() << text;
  out.commit();
}

/// The decisions first: they are what a graph is made from. When the graph cannot follow, they are put back.
void write_both(const graph::Store& store, const std::filesystem::path& file, const std::filesystem::path& decisions_file,
                const std::string& text, const std::string& before) {
  const bool existed = std::filesystem::exists(decisions_file);
  write(decisions_file, text);
  try {
    graph::save(store, file);
  } catch (...) {
    if (existed)
      write(decisions_file, before);
    else
      std::filesystem::remove(decisions_file);
    throw;
  }
}

}  // namespace

void IdentityOptions::declare(CLI::App& app) {
  graph.declare(app);
  decisions.declare(app);
  app.add_flag("-n,--dry-run", dry_run, "tell, change nothing");
}

DecidedGraph::DecidedGraph(const IdentityOptions& options, Session& session)
    : options_(options),
      session_(session),
      file_(options.graph.require()),
      decisions_file_(options.decisions.find(file_).value()),
      store_(graph::open_store(file_)),
      text_(decisions_text(decisions_file_)),
      decisions_(ingest::Decisions::parse(text_, decisions_file_.string())) {}

std::string DecidedGraph::name(graph::TermId thing) const { return printable(graph::display_name(store_, thing)); }

graph::TermId DecidedGraph::require_entity(const std::string& name) const {
  const graph::TermId thing = require_thing(store_, name, session_.messages);
  const graph::ModelIds ids(store_);
  const bool is_graph = !store_.match({{}, {}, {}, thing}).empty();
  const bool is_named = !store_.match({thing, graph::id_of(store_, graph::pa::name), {}, {}}).empty();
  const bool is_node = !store_.match({thing, ids.type, ids.fact, {}}).empty() || !store_.match({thing, ids.type, ids.evidence_class, {}}).empty();
  if (is_graph || !is_named || is_node || store_.kind(thing) != graph::TermKind::iri)
    throw Error(ErrorKind::usage, "'" + name + "' is not a thing that documents speak of by name", "dossier show tells what it is");
  return thing;
}

ingest::Decision DecidedGraph::decision_for(ingest::Verdict verdict, graph::TermId entity, std::string other) const {
  const auto classes = graph::types(store_, entity);
  return {verdict, iri(entity), std::move(other), classes.empty() ? "" : iri(classes.front()), name(entity), 0};
}

void DecidedGraph::decide(const ingest::Decision& decision, const std::string& told) {
  replace(ingest::with_line(text_, decision), ingest::to_line(decision), told);
}

void DecidedGraph::replace(const std::string& text, const std::string& line, const std::string& told) {
  const ingest::Decisions now = ingest::Decisions::parse(text, decisions_file_.string());
  const InterruptWatch watch;
  graph::Builder builder;
  ingest::add_decided(store_, now, {}, builder);
  const graph::Store after = builder.build();
  InterruptWatch::check();
  if (!options_.dry_run) write_both(after, file_, decisions_file_, text, text_);
  session_.messages.summary(file_.string() + ": " + told + (options_.dry_run ? " (not written)" : ""));
  if (session_.options.json) print_json(boost::json::object{{"line", line}, {"decisions", decisions_file_.string()}});
}

}  // namespace dossier::cli

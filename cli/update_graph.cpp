#include "cli/update_graph.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "cli/interrupt.h"
#include "cli/json_output.h"
#include "graph/error/error.h"
#include "graph/query/model_ids.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/decide.h"

namespace dossier::cli {
namespace {

using graph::Store;
using graph::TermId;

struct Counts {
  std::size_t added = 0, replaced = 0, unchanged = 0, removed = 0;
};

Store open_or_make(const std::filesystem::path& file, Rest rest) {
  if (std::filesystem::exists(file)) return graph::open_store(file);
  if (rest == Rest::goes) return graph::Builder().build();
  throw Error(ErrorKind::io, Location{file.string()}, "no such graph", "make it: dossier build FILES -g " + file.string());
}

/// New things are named as those that are there.
std::string base_of(const Store& store) {
  const auto& prefixes = store.prefixes().all();
  const auto document = prefixes.find("document");
  constexpr std::string_view end = "document/";
  if (document == prefixes.end() || !document->second.ends_with(end)) return {};
  return document->second.substr(0, document->second.size() - end.size());
}

bool has_document(const Store& store, const std::string& iri, const std::string& digest) {
  const TermId document = graph::id_of(store, iri);
  const auto literal = store.find(graph::TermView::literal(digest));
  return literal && !store.match({document, graph::id_of(store, graph::pa::digest), *literal, document}).empty();
}

/// The documents of a store that are not among these.
std::vector<TermId> others(const Store& store, const std::set<std::string>& documents) {
  std::vector<TermId> found;
  const TermId type = graph::id_of(store, graph::rdf::type), document = graph::id_of(store, graph::pa::document);
  for (const TermId graph : store.graphs())
    if (!store.match({graph, type, document, graph}).empty() && !documents.contains(std::string(store.term(graph).text))) found.push_back(graph);
  return found;
}

bool same(const Store& a, const Store& b) {
  if (a.size() != b.size() || a.term_count() != b.term_count() || a.prefixes().all() != b.prefixes().all()) return false;
  for (std::uint32_t id = 1; id <= a.term_count(); ++id)
    if (a.term(TermId{id}) != b.term(TermId{id})) return false;
  return std::ranges::equal(a.quads(), b.quads());
}

std::string told(const Counts& counts, Rest rest) {
  std::string line = fmt::format("{} added, {} replaced, {} unchanged", count_of(counts.added, "document"), counts.replaced, counts.unchanged);
  return rest == Rest::goes ? line + fmt::format(", {} removed", counts.removed) : line;
}

/// The documents that are new or have changed, as a store of their own: the large graph then stays in its order.
Store read_changed(const UpdateOptions& options, const Store& before, const ingest::Decisions& decisions, std::set<std::string>& present,
                   ingest::Summary& summary, Session& session) {
  graph::Builder builder;
  if (options.reading.inputs.empty()) return builder.build();
  ReadingOptions reading = options.reading;
  if (reading.base.empty()) reading.base = base_of(before);
  const ReadingHooks hooks{&decisions, [&](const std::string& iri, const std::string& digest) {
                             present.insert(iri);
                             return has_document(before, iri, digest);
                           }};
  summary = read_documents(reading, reading.ontology.load(session.messages), hooks, builder, session);
  return builder.build();
}

}  // namespace

void UpdateOptions::declare(CLI::App& app) {
  graph.declare(app);
  decisions.declare(app);
  reading.declare(app);
  app.add_flag("-n,--dry-run", dry_run, "read, tell, write nothing");
}

ExitCode update_graph(const UpdateOptions& options, Rest rest, Session& session) {
  options.reading.check();
  const auto file = options.graph.require();
  const bool is_new = !std::filesystem::exists(file);
  const Store before = open_or_make(file, rest);
  const ingest::Decisions decisions = options.decisions.read(file);
  const InterruptWatch watch;
  std::set<std::string> present;
  ingest::Summary summary;
  const Store changed = read_changed(options, before, decisions, present, summary, session);
  std::set<std::string> read;
  for (const TermId graph : changed.graphs()) read.emplace(changed.term(graph).text);
  const auto replaced = graphs_in(before, read);
  const auto gone = rest == Rest::goes && summary.failed == 0 ? others(before, present) : std::vector<TermId>();
  const Counts counts{read.size() - replaced.size(), replaced.size(), summary.known, gone.size()};

  std::vector<TermId> without = replaced;
  without.insert(without.end(), gone.begin(), gone.end());
  graph::Builder builder;
  ingest::add_decided(before, decisions, without, builder);
  builder.add(changed);
  const Store after = builder.build();
  InterruptWatch::check();
  if (!options.dry_run && (is_new || !same(before, after))) graph::save(after, file);
  session.messages.summary(file.string() + ": " + told(counts, rest) + (options.dry_run ? " (not written)" : ""));
  if (rest == Rest::goes && summary.failed > 0) session.messages.note("nothing is removed while an input cannot be read");
  if (session.options.json) {
    auto json = summary_json(summary);
    json["added"] = counts.added, json["replaced"] = counts.replaced, json["unchanged"] = counts.unchanged, json["removed"] = counts.removed;
    print_json(json);
  }
  return summary.failed > 0 ? ExitCode::bad_input : ExitCode::done;
}

}  // namespace dossier::cli

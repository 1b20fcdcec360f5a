#include "cli/read_documents.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <chrono>
#include <thread>

#include "cli/interrupt.h"
#include "cli/progress.h"
#include "graph/error/error.h"
#include "graph/term/edtf.h"

namespace dossier::cli {
namespace {

std::string what_was_read(const ReadingOptions& options, const ingest::Summary& summary) {
  if (summary.documents + summary.failed == 1 && options.inputs.size() == 1) {
    if (options.inputs.front() == "-") return options.source.empty() ? "standard input" : options.source;
    return options.inputs.front().string();
  }
  return count_of(summary.documents, "document");
}

}  // namespace

void ReadingOptions::declare(CLI::App& app) {
  ontology.declare(app);
  app.add_option("--date", date, "when the documents were published, where they do not tell")->type_name("DATE");
  app.add_option("--source", source, "where standard input comes from")->type_name("ADDRESS");
  app.add_option("--base", base, "what the IRIs of new things begin with")->type_name("IRI");
  app.add_option("-j,--jobs", threads, "documents read at once; default: all cores")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  app.add_flag("--keep-going,!--no-keep-going", keep_going,
               "go on after a document that cannot be read; this is the default");
}

void ReadingOptions::check() const {
  if (!date.empty() && !graph::Edtf::parse(date))
    throw Error(ErrorKind::usage, "'" + date + "' is not a date", "write 2022-01-24, 2022-01 or 2022");
  if (!base.empty() && (base.find(':') == std::string::npos || (base.back() != '/' && base.back() != '#')))
    throw Error(ErrorKind::usage, "'" + base + "' cannot begin IRIs", "it must be an absolute IRI that ends in / or #");
}

ingest::Summary read_documents(const ReadingOptions& options, const ontology::Ontology& ontology, const ReadingHooks& hooks,
                               graph::QuadSink& sink, Session& session) {
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
  pipeline.decisions = hooks.decisions;
  pipeline.is_known = hooks.is_known;
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
  if (summary.documents + summary.known == 0) throw Error(ErrorKind::bad_input, "no document could be read; nothing is written");
  if (summary.documents > 0) session.messages.summary(summary_line(options, summary, seconds));
  if (summary.documents > 0 && summary.facts == 0)
    session.messages.note("no fact was read",
                          "dossier reads English prose on public affairs; --ontology teaches it other relations");
  return summary;
}

std::string summary_line(const ReadingOptions& options, const ingest::Summary& summary, double seconds) {
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

std::string count_of(std::uint64_t number, const char* what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

boost::json::object summary_json(const ingest::Summary& summary) {
  boost::json::object by_status;
  for (const auto& [factuality, number] : summary.by_factuality) by_status[factuality] = number;
  return {{"documents", summary.documents}, {"failed", summary.failed},     {"sentences", summary.sentences},
          {"words", summary.words},         {"entities", summary.entities}, {"facts", summary.facts},
          {"factsByStatus", by_status}};
}

std::vector<graph::TermId> graphs_in(const graph::Store& store, const std::set<std::string>& names) {
  std::vector<graph::TermId> found;
  for (const std::string& name : names)
    if (const auto id = store.find(graph::TermView::iri(name)); id && !store.match({{}, {}, {}, *id}).empty())
      found.push_back(*id);
  return found;
}

}  // namespace dossier::cli

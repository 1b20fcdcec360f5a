// dossier explain: how a sentence is read, and what it lacks for more.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "graph/error/error.h"
#include "ingest/language/language_model.h"
#include "ingest/meaning/explain.h"
#include "ingest/meaning/patterns_on_demand.h"

namespace dossier::cli {
namespace {

struct ExplainOptions {
  std::vector<std::string> sentences;
  std::string date;
  OntologyOption ontology;
};

ExitCode run(const ExplainOptions& options, Session& session) {
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  ingest::Document document;
  document.date = options.date;
  for (const std::string& sentence : options.sentences) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence;
    document.blocks.push_back({ingest::BlockKind::paragraph, {begin, static_cast<std::uint32_t>(document.text.size())}});
    document.text += "\n\n";
  }
  const ingest::Sentences sentences = ingest::analyse(document);
  const auto patterns = ingest::PatternsOnDemand(ontology, session.messages.sink()).of(document.text, sentences);
  Output out;
  ingest::explain(document, sentences, ontology, *patterns, out.stream());
  out.finish();
  return ExitCode::done;
}

}  // namespace

Action declare_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  app.add_option("SENTENCE", options->sentences, "one or more sentences, in quotes, read as one text")->required()->type_name("");
  app.add_option("--date", options->date, "the day that the text is of, for \"yesterday\"")->type_name("DATE");
  options->ontology.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

// dossier facts: the fact table, filtered.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <ostream>

#include "cli/exchange.h"
#include "cli/fact_filter_options.h"
#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/naming.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/verb.h"

namespace dossier::cli {
namespace {

struct FactsOptions {
  GraphOption graph;
  FactFilterOptions filter;
  OntologyOption ontology;
  std::string about, format = "table", output;
  std::size_t limit = 0;
};

/// For people: names and words, evidence last.
Table table_for_people(const std::vector<graph::Fact>& facts, FactText& text) {
  Table table({{"id", false, true},
               {"subject"},
               {"relation"},
               {"object"},
               {"status", false, true},
               {"evidence", false, false, 6}});
  for (const graph::Fact& fact : facts) {
    const std::string status = FactText::status(fact);
    table.add({{text.id(fact), Tone::dim},
               text.name(fact.subject),
               {text.name(fact.predicate), Tone::link},
               text.name(fact.object),
               {status, FactText::tone(status)},
               {text.places(fact.evidence), Tone::dim}});
  }
  return table;
}

/// For programs: the relation by its local name, the first sentence in full.
Table table_for_programs(const std::vector<graph::Fact>& facts, FactText& text) {
  Table table(
      {{"id"}, {"subject"}, {"relation"}, {"object"}, {"status"}, {"speaker"}, {"doc"}, {"sentence"}, {"quote"}});
  const graph::Store& store = text.store();
  for (const graph::Fact& fact : facts) {
    graph::EvidenceView first;
    if (!fact.evidence.empty()) first = graph::evidence(store, fact.evidence.front());
    table.add({text.id(fact), text.name(fact.subject), std::string(graph::local_name(store.term(fact.predicate).text)),
               text.name(fact.object), FactText::status(fact),
               fact.speaker == graph::no_term ? std::string() : text.name(fact.speaker), std::string(first.document_id),
               first.sentence == 0 ? std::string() : std::to_string(first.sentence), std::string(first.quote)});
  }
  return table;
}

void write_json(const std::vector<graph::Fact>& facts, FactText& text, std::ostream& out) {
  boost::json::array list;
  for (const graph::Fact& fact : facts) list.push_back(text.json(fact));
  out << boost::json::serialize(list) << '\n';
}

ExitCode report(std::size_t shown, std::size_t found, Messages& messages) {
  if (shown < found) messages.note(std::to_string(found) + " facts fit; " + std::to_string(shown) + " are shown");
  if (found > 0) return ExitCode::done;
  messages.note("no fact fits");
  return ExitCode::no;
}

ExitCode run(const FactsOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  graph::FactFilter filter = options.filter.resolve(store, session.messages);
  if (!options.about.empty()) filter.about = require_thing(store, options.about, session.messages);
  Output out(options.output);
  const std::string format = session.options.json ? "json" : options.format;
  if (format == "jsonl") {
    const ontology::Ontology ontology = options.ontology.load(session.messages);
    const std::size_t lines = write_exchange(store, filter, ontology.schema, out.stream());
    out.finish();
    return report(lines, lines, session.messages);
  }
  std::vector<graph::Fact> facts = graph::find_facts(store, filter);
  const std::size_t found = facts.size();
  if (options.limit != 0 && found > options.limit) facts.resize(options.limit);
  FactText text(store);
  if (format == "json") write_json(facts, text, out.stream());
  if (format == "tsv") table_for_programs(facts, text).print_tsv(out.stream());
  if (format == "csv") table_for_programs(facts, text).print_csv(out.stream());
  if (format == "table" && found > 0) {
    Terminal terminal = session.terminal;
    if (out.is_file()) terminal.width = 0, terminal.out = Paint();
    table_for_people(facts, text).print(out.stream(), terminal);
  }
  out.finish();
  return report(facts.size(), found, session.messages);
}

}  // namespace

Action declare_facts(CLI::App& app) {
  auto options = std::make_shared<FactsOptions>();
  options->graph.declare(app);
  app.add_option("-f,--format", options->format,
                 "table, tsv, csv, json, or jsonl (entities and facts by name, a line each)")
      ->check(CLI::IsMember({"table", "tsv", "csv", "json", "jsonl"}).description(""))
      ->type_name("FORMAT");
  app.add_option("-o,--output", options->output, "the file to write; default standard output")->type_name("FILE");
  app.add_option("--limit", options->limit, "show no more than so many (not with jsonl)")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""));
  app.add_option("--about", options->about, "with this thing as subject or object")
      ->type_name("NAME")
      ->group("Only facts");
  options->filter.declare(app);
  options->ontology.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

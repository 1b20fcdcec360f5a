// dossier stats: how much is in the graph.
#include "graph/query/stats.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/object.hpp>
#include <memory>
#include <ostream>

#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/json_output.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/verb.h"

namespace dossier::cli {
namespace {

void add(Table& table, const std::string& what, std::size_t number, const std::string& remark = {}) {
  table.add({what, std::to_string(number), {remark, Tone::dim}});
}

void add_all(Table& table, const char* title, const std::vector<graph::Count>& counts, FactText& text) {
  if (counts.empty()) return;
  table.add_section("");
  table.add_section(title);
  for (const graph::Count& count : counts) add(table, "  " + text.name(count.what), count.number);
}

void print_for_people(const graph::Statistics& is, FactText& text, const Terminal& terminal, std::ostream& out) {
  Table table({{"what"}, {"number", true}, {"remark"}});
  add(table, "documents", is.documents);
  add(table, "sentences", is.sentences, "that say anything");
  add(table, "things", is.entities, "mentioned " + std::to_string(is.mentions) + " times");
  add(table, "facts", is.facts, "stated " + std::to_string(is.fact_mentions) + " times");
  add(table, "events", is.events);
  add(table, "quads", is.quads);
  add(table, "terms", is.terms);
  add_all(table, "things by class", is.entities_by_class, text);
  add_all(table, "facts by relation", is.facts_by_predicate, text);
  add_all(table, "facts by status", is.facts_by_factuality, text);
  table.print(out, terminal, false);
}

boost::json::object as_json(const std::vector<graph::Count>& counts, const graph::Store& store) {
  boost::json::object out;
  for (const graph::Count& count : counts) out[graph::local_name(store.term(count.what).text)] = count.number;
  return out;
}

boost::json::object as_json(const graph::Statistics& is, const graph::Store& store) {
  return {{"documents", is.documents},
          {"sentences", is.sentences},
          {"entities", is.entities},
          {"mentions", is.mentions},
          {"facts", is.facts},
          {"factMentions", is.fact_mentions},
          {"events", is.events},
          {"quads", is.quads},
          {"terms", is.terms},
          {"entitiesByClass", as_json(is.entities_by_class, store)},
          {"factsByRelation", as_json(is.facts_by_predicate, store)},
          {"factsByStatus", as_json(is.facts_by_factuality, store)}};
}

ExitCode run(const GraphOption& graph, Session& session) {
  const graph::Store store = graph.open(session.messages);
  const graph::Statistics is = graph::statistics(store);
  FactText text(store);
  if (session.options.json) {
    print_json(as_json(is, store));
    return ExitCode::done;
  }
  Output out;
  print_for_people(is, text, session.terminal, out.stream());
  out.finish();
  return ExitCode::done;
}

}  // namespace

Action declare_stats(CLI::App& app) {
  auto graph = std::make_shared<GraphOption>();
  graph->declare(app);
  return [graph](Session& session) { return run(*graph, session); };
}

}  // namespace dossier::cli

// dossier neighbors: who and what is around a thing.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/array.hpp>
#include <memory>
#include <ostream>

#include "cli/fact_filter_options.h"
#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/verb.h"
#include "cli/words.h"
#include "graph/query/neighbors.h"

namespace dossier::cli {
namespace {

struct NeighborsOptions {
  GraphOption graph;
  FactFilterOptions filter;
  std::vector<std::string> name;
  unsigned depth = 1;
  std::size_t max = 50;
};

/// "  held in → Seoul"; "…" behind what is told elsewhere.
std::string step(const graph::Neighbor& neighbor, FactText& text) {
  return std::string(std::size_t{2} * neighbor.depth, ' ') + (neighbor.outgoing ? "" : "← ") +
         text.name(neighbor.fact.predicate) + (neighbor.outgoing ? " → " : " — ") + text.name(neighbor.to) +
         (neighbor.again ? " …" : "");
}

void print_for_people(const std::vector<graph::Neighbor>& around, FactText& text, const Terminal& terminal,
                      std::ostream& out) {
  Table table({{"what"}, {"how"}, {"evidence", false, false, 6}, {"id", false, true}});
  for (const graph::Neighbor& neighbor : around) {
    const std::string how = text.circumstances(neighbor.fact);
    table.add({step(neighbor, text),
               {how, FactText::tone(how.empty() ? "occurred" : how)},
               {text.places(neighbor.fact.evidence), Tone::dim},
               {text.id(neighbor.fact), Tone::dim}});
  }
  table.print(out, terminal, false);
}

boost::json::array as_json(const std::vector<graph::Neighbor>& around, FactText& text) {
  boost::json::array list;
  for (const graph::Neighbor& neighbor : around)
    list.push_back(boost::json::object{{"depth", neighbor.depth},
                                       {"from", text.json(neighbor.from)},
                                       {"to", text.json(neighbor.to)},
                                       {"outgoing", neighbor.outgoing},
                                       {"fact", text.json(neighbor.fact)}});
  return list;
}

ExitCode run(const NeighborsOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  const graph::FactFilter filter = options.filter.resolve(store, session.messages);
  const graph::TermId thing = require_thing(store, joined(options.name), session.messages);
  auto around = graph::neighbors(store, thing, {options.depth, filter, options.max == 0 ? 0 : options.max + 1});
  const bool cut = options.max != 0 && around.size() > options.max;
  if (cut) around = graph::neighbors(store, thing, {options.depth, filter, options.max});
  FactText text(store);
  if (session.options.json) {
    print_json(as_json(around, text));
  } else {
    Output out;
    out.stream() << session.terminal.out(Tone::bold, printable(text.name(thing))) << '\n';
    print_for_people(around, text, session.terminal, out.stream());
    out.finish();
  }
  if (cut) session.messages.note("there are more", "--max N shows more, --max 0 all");
  if (!around.empty()) return ExitCode::done;
  session.messages.note("no fact speaks of it");
  return ExitCode::no;
}

}  // namespace

Action declare_neighbors(CLI::App& app) {
  auto options = std::make_shared<NeighborsOptions>();
  app.add_option("NAME", options->name, "a name, another name, or an IRI")->required()->type_name("");
  options->graph.declare(app);
  app.add_option("--depth", options->depth, "so many steps around it")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  app.add_option("--max", options->max, "the nearest ones; 0: all")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  options->filter.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

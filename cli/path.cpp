// dossier path: how two things hang together.
#include "graph/query/path.h"

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
#include "cli/verb.h"

namespace dossier::cli {
namespace {

using Path = std::vector<graph::Fact>;

struct PathOptions {
  GraphOption graph;
  FactFilterOptions filter;
  std::string from, to;
  std::size_t max_length = 6, max = 5;
};

void add(const Path& path, graph::TermId from, FactText& text, Table& table) {
  table.add_section(text.name(from));
  for (const graph::Fact& fact : path) {
    const bool forward = fact.subject == from;
    from = graph::step_target(fact, from);
    const std::string how = text.circumstances(fact);
    table.add({"  " + std::string(forward ? "" : "← ") + text.name(fact.predicate) + (forward ? " → " : " — ") +
                   text.name(from),
               {how, FactText::tone(how.empty() ? "occurred" : how)},
               {text.places(fact.evidence), Tone::dim},
               {text.id(fact), Tone::dim}});
  }
}

boost::json::array as_json(const std::vector<Path>& paths, FactText& text) {
  boost::json::array list;
  for (const Path& path : paths) {
    boost::json::array steps;
    for (const graph::Fact& fact : path) steps.push_back(text.json(fact));
    list.push_back(steps);
  }
  return list;
}

ExitCode run(const PathOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  const graph::FactFilter filter = options.filter.resolve(store, session.messages);
  const graph::TermId from = require_thing(store, options.from, session.messages);
  const graph::TermId to = require_thing(store, options.to, session.messages);
  const auto paths = graph::paths(store, from, to, options.max_length, options.max, filter);
  FactText text(store);
  if (session.options.json) {
    print_json(as_json(paths, text));
  } else {
    Table table({{"what"}, {"how"}, {"evidence", false, false, 6}, {"id", false, true}});
    for (const Path& path : paths) add(path, from, text, table);
    Output out;
    table.print(out.stream(), session.terminal, false);
    out.finish();
  }
  if (!paths.empty()) return ExitCode::done;
  session.messages.note(from == to
                            ? "both names mean the same thing"
                            : "no chain of at most " + std::to_string(options.max_length) + " facts joins the two");
  return ExitCode::no;
}

}  // namespace

Action declare_path(CLI::App& app) {
  auto options = std::make_shared<PathOptions>();
  app.add_option("A", options->from, "a name, another name, or an IRI")->required()->type_name("");
  app.add_option("B", options->to, "another")->required()->type_name("");
  options->graph.declare(app);
  app.add_option("--max-length", options->max_length, "facts in a chain")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  app.add_option("--max", options->max, "chains")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  options->filter.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

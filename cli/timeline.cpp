// dossier timeline: what happened when.
#include "graph/query/timeline.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/array.hpp>
#include <memory>
#include <ostream>

#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "cli/words.h"

namespace dossier::cli {
namespace {

struct TimelineOptions {
  GraphOption graph;
  std::vector<std::string> name;
  std::string since, until, document;
};

std::string names(const std::vector<graph::TermId>& things, FactText& text) {
  std::string list;
  for (const graph::TermId thing : things) list += (list.empty() ? "" : ", ") + text.name(thing);
  return list;
}

std::string status(const graph::Happening& happening) {
  graph::Fact fact;
  fact.factuality = happening.factuality;
  return FactText::status(fact);
}

void print_for_people(const std::vector<graph::Happening>& happenings, FactText& text, const Terminal& terminal,
                      std::ostream& out) {
  Table table({{"when", false, true},
               {"what"},
               {"kind"},
               {"who"},
               {"where"},
               {"status", false, true},
               {"evidence", false, false, 6}});
  for (const graph::Happening& happening : happenings) {
    const std::string how = status(happening);
    table.add({{graph::to_string(happening.date), Tone::bold},
               happening.label,
               happening.what == graph::no_term ? std::string() : text.name(happening.what),
               names(happening.parties, text),
               names(happening.places, text),
               {how, FactText::tone(how)},
               {text.places(happening.evidence), Tone::dim}});
  }
  table.print(out, terminal);
}

boost::json::array as_json(const std::vector<graph::TermId>& things, FactText& text) {
  boost::json::array list;
  for (const graph::TermId thing : things) list.push_back(text.json(thing));
  return list;
}

boost::json::array as_json(const std::vector<graph::Happening>& happenings, FactText& text) {
  boost::json::array list;
  for (const graph::Happening& happening : happenings) {
    boost::json::object row{{"date", graph::to_string(happening.date)}, {"thing", text.json(happening.thing)}};
    if (happening.what != graph::no_term) row["kind"] = text.json(happening.what);
    row["parties"] = as_json(happening.parties, text);
    row["places"] = as_json(happening.places, text);
    row["status"] = status(happening);
    row["evidence"] = text.json(happening.evidence);
    list.push_back(row);
  }
  return list;
}

ExitCode run(const TimelineOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  graph::TimelineFilter filter;
  if (!options.name.empty()) filter.about = require_thing(store, joined(options.name), session.messages);
  if (!options.document.empty()) filter.document = require_document(store, options.document);
  filter.since = options.since;
  filter.until = options.until;
  const auto happenings = graph::timeline(store, filter);
  FactText text(store);
  if (session.options.json) {
    print_json(as_json(happenings, text));
  } else if (!happenings.empty()) {
    Output out;
    print_for_people(happenings, text, session.terminal, out.stream());
    out.finish();
  }
  if (!happenings.empty()) return ExitCode::done;
  session.messages.note("nothing that fits is dated");
  return ExitCode::no;
}

}  // namespace

Action declare_timeline(CLI::App& app) {
  auto options = std::make_shared<TimelineOptions>();
  app.add_option("NAME", options->name, "only with this thing: the event itself, a party, a place")->type_name("");
  options->graph.declare(app);
  app.add_option("--since", options->since, "then or later: 2018, 2018-09, 2018-09-19")->type_name("DATE");
  app.add_option("--until", options->until, "then or earlier")->type_name("DATE");
  app.add_option("--doc", options->document, "only what this document dates")->type_name("DOC");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

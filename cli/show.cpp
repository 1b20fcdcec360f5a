// dossier show: everything on one thing.
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
#include "graph/query/entity.h"

namespace dossier::cli {
namespace {

struct ShowOptions {
  GraphOption graph;
  FactFilterOptions filter;
  std::vector<std::string> name;
};

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string type_names(const graph::Entity& entity, FactText& text) {
  std::vector<std::string> names;
  for (const graph::TermId type : entity.types) names.push_back(text.name(type));
  return listed(names);
}

/// "2018-05-01 – 2021-12-23", or the days on which it is known to hold.
std::string period(const graph::Tenure& tenure) {
  if (tenure.start || tenure.end)
    return (tenure.start ? to_string(*tenure.start) : "…") + " – " + (tenure.end ? to_string(*tenure.end) : "…");
  std::vector<std::string> days;
  for (const graph::Edtf& day : tenure.attested) days.push_back(to_string(day));
  return listed(days);
}

/// The name, and what it is.
void print_head(const graph::Entity& entity, FactText& text, const Paint& paint, std::ostream& out) {
  out << paint(Tone::bold, printable(entity.name)) << '\n';
  if (!entity.types.empty()) out << "  " << printable(type_names(entity, text)) << '\n';
  if (!entity.other_names.empty()) out << "  also: " << printable(listed(entity.other_names)) << '\n';
  out << "  " << paint(Tone::dim, printable(text.store().term(entity.id).text)) << '\n';
  if (!entity.mentions.empty())
    out << "  mentioned in " << entity.mentions.size() << (entity.mentions.size() == 1 ? " sentence" : " sentences")
        << " of " << entity.documents.size() << (entity.documents.size() == 1 ? " document" : " documents") << '\n';
}

void add_tenures(const graph::Entity& entity, FactText& text, Table& table) {
  if (entity.tenures.empty()) return;
  table.add_section(entity.tenures.front().holder == entity.id ? "posts" : "holders");
  for (const graph::Tenure& tenure : entity.tenures) {
    const graph::TermId other = tenure.holder == entity.id ? tenure.post : tenure.holder;
    table.add({"  " + (other == graph::no_term ? std::string("?") : text.name(other)),
               period(tenure),
               "",
               {text.places(tenure.evidence), Tone::dim},
               ""});
  }
}

void add_group(const graph::FactGroup& group, bool outgoing, FactText& text, Table& table) {
  table.add_section((outgoing ? "" : "← ") + text.name(group.predicate));
  for (const graph::Fact& fact : group.facts) {
    const graph::TermId other = outgoing ? fact.object : fact.subject;
    const std::string how = text.circumstances(fact);
    table.add({"  " + text.name(other),
               text.date(other),
               {how, FactText::tone(how.empty() ? "occurred" : how)},
               {text.places(fact.evidence), Tone::dim},
               {text.id(fact), Tone::dim}});
  }
}

void print_for_people(const graph::Entity& entity, FactText& text, const Terminal& terminal, std::ostream& out) {
  print_head(entity, text, terminal.out, out);
  Table table({{"what"}, {"when"}, {"how"}, {"evidence", false, false, 6}, {"id", false, true}});
  add_tenures(entity, text, table);
  for (const graph::FactGroup& group : entity.as_subject) add_group(group, true, text, table);
  for (const graph::FactGroup& group : entity.as_object) add_group(group, false, text, table);
  if (table.empty()) return;
  out << '\n';
  table.print(out, terminal, false);
}

boost::json::array dates(const std::vector<graph::Edtf>& days) {
  boost::json::array list;
  for (const graph::Edtf& day : days) list.push_back(boost::json::string(to_string(day)));
  return list;
}

boost::json::object as_json(const graph::Tenure& tenure, FactText& text) {
  boost::json::object out;
  if (tenure.holder != graph::no_term) out["holder"] = text.json(tenure.holder);
  if (tenure.post != graph::no_term) out["post"] = text.json(tenure.post);
  out["attested"] = dates(tenure.attested);
  if (tenure.start) out["start"] = to_string(*tenure.start);
  if (tenure.end) out["end"] = to_string(*tenure.end);
  out["evidence"] = text.json(tenure.evidence);
  return out;
}

boost::json::array facts_of(const std::vector<graph::FactGroup>& groups, FactText& text) {
  boost::json::array list;
  for (const graph::FactGroup& group : groups)
    for (const graph::Fact& fact : group.facts) list.push_back(text.json(fact));
  return list;
}

boost::json::object as_json(const graph::Entity& entity, FactText& text) {
  boost::json::object out = text.json(entity.id);
  boost::json::array names, types, tenures;
  for (const std::string& name : entity.other_names) names.push_back(boost::json::string(name));
  for (const graph::TermId type : entity.types) types.push_back(text.json(type));
  for (const graph::Tenure& tenure : entity.tenures) tenures.push_back(as_json(tenure, text));
  out["altNames"] = names;
  out["types"] = types;
  out["tenures"] = tenures;
  out["facts"] = facts_of(entity.as_subject, text);
  out["factsAsObject"] = facts_of(entity.as_object, text);
  out["mentions"] = text.json(entity.mentions);
  return out;
}

ExitCode run(const ShowOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  const graph::FactFilter filter = options.filter.resolve(store, session.messages);
  const graph::TermId thing = require_thing(store, joined(options.name), session.messages);
  const graph::Entity entity = graph::describe(store, thing, filter);
  FactText text(store);
  if (session.options.json) {
    print_json(as_json(entity, text));
    return ExitCode::done;
  }
  Output out;
  print_for_people(entity, text, session.terminal, out.stream());
  out.finish();
  return ExitCode::done;
}

}  // namespace

Action declare_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  app.add_option("NAME", options->name, "a name, another name, or an IRI")->required()->type_name("");
  options->graph.declare(app);
  options->filter.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

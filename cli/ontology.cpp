// dossier ontology: looks at an ontology, or checks one.
#include "ontology/ontology.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <memory>
#include <ostream>

#include "cli/json_output.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "graph/query/facts.h"

namespace dossier::cli {
namespace {

struct OntologyOptions {
  OntologyOption ontology;
  std::string list;
};

std::string local(const std::string& iri) { return std::string(graph::local_name(iri)); }

std::string names(const ontology::Schema& schema, const std::vector<ontology::ClassId>& classes) {
  std::string text;
  for (const ontology::ClassId id : classes) text += (text.empty() ? "" : ", ") + local(schema[id].iri);
  return text;
}

Table classes(const ontology::Schema& schema) {
  Table table({{"class", false, true}, {"below"}, {"label"}, {"exchange type"}, {"comment"}});
  for (const ontology::Class& each : schema.classes())
    table.add({{local(each.iri), Tone::bold},
               names(schema, each.parents),
               each.label,
               each.exchange_type,
               {each.comment, Tone::dim}});
  return table;
}

Table relations(const ontology::Schema& schema) {
  Table table({{"relation", false, true}, {"from"}, {"to"}, {"remarks"}, {"comment"}});
  for (const ontology::Property& each : schema.properties()) {
    std::string remarks = each.symmetric ? "symmetric" : "";
    if (each.functional) remarks += remarks.empty() ? "functional" : ", functional";
    if (each.shortcut) remarks += remarks.empty() ? "plain" : ", plain";
    const std::string to =
        each.literal ? (each.datatype.empty() ? "text" : local(each.datatype)) : names(schema, each.range);
    table.add({{local(each.iri), Tone::bold}, names(schema, each.domain), to, remarks, {each.comment, Tone::dim}});
  }
  return table;
}

boost::json::object counts(const ontology::Ontology& is) {
  const auto plain = std::ranges::count_if(is.schema.properties(), &ontology::Property::shortcut);
  return {{"classes", is.schema.classes().size()},
          {"relations", is.schema.properties().size()},
          {"plainRelations", plain},
          {"examples", is.schema.examples().size()},
          {"entities", is.lexicon.entities().size()},
          {"titles", is.lexicon.titles().size()},
          {"triples", is.store.size()}};
}

void print_counts(const ontology::Ontology& is, Session& session) {
  if (session.options.json) return print_json(counts(is));
  Table table({{"what"}, {"number", true}});
  const auto plain = std::ranges::count_if(is.schema.properties(), &ontology::Property::shortcut);
  table.add({"classes", std::to_string(is.schema.classes().size())});
  table.add({"relations", std::to_string(is.schema.properties().size())});
  table.add({"plain ones of them", std::to_string(plain)});
  table.add({"examples", std::to_string(is.schema.examples().size())});
  table.add({"known entities", std::to_string(is.lexicon.entities().size())});
  table.add({"titles", std::to_string(is.lexicon.titles().size())});
  table.add({"triples", std::to_string(is.store.size())});
  Output out;
  table.print(out.stream(), session.terminal, false);
  out.finish();
}

boost::json::array classes_json(const ontology::Schema& schema) {
  boost::json::array list;
  for (const ontology::Class& each : schema.classes())
    list.push_back(boost::json::object{{"iri", each.iri},
                                       {"label", each.label},
                                       {"exchangeType", each.exchange_type},
                                       {"comment", each.comment},
                                       {"declared", to_string(each.declared)}});
  return list;
}

boost::json::array relations_json(const ontology::Schema& schema) {
  boost::json::array list;
  for (const ontology::Property& each : schema.properties())
    list.push_back(boost::json::object{{"iri", each.iri},
                                       {"label", each.label},
                                       {"symmetric", each.symmetric},
                                       {"functional", each.functional},
                                       {"literal", each.literal},
                                       {"plain", each.shortcut},
                                       {"comment", each.comment},
                                       {"declared", to_string(each.declared)}});
  return list;
}

ExitCode list(const OntologyOptions& options, Session& session) {
  const ontology::Ontology is = options.ontology.load(session.messages);
  const bool of_classes = options.list == "classes";
  if (session.options.json) {
    print_json(of_classes ? classes_json(is.schema) : relations_json(is.schema));
    return ExitCode::done;
  }
  Output out;
  (of_classes ? classes(is.schema) : relations(is.schema)).print(out.stream(), session.terminal);
  out.finish();
  return ExitCode::done;
}

/// Errors are thrown where they are found, with their place; what is left are warnings.
ExitCode check(const OntologyOptions& options, Session& session) {
  std::size_t warnings = 0;
  const DiagnosticSink counted = [&](const Diagnostic& diagnostic) {
    warnings += diagnostic.severity == Severity::warning ? 1 : 0;
    session.messages.tell(diagnostic);
  };
  const ontology::Ontology is = ontology::read_ontology(options.ontology.sources(), counted);
  session.messages.summary("good: " + std::to_string(is.schema.classes().size()) + " classes, " +
                           std::to_string(is.schema.properties().size()) + " relations, " +
                           std::to_string(is.lexicon.entities().size()) + " known entities, " +
                           std::to_string(is.schema.examples().size()) + " examples; " + std::to_string(warnings) +
                           (warnings == 1 ? " warning" : " warnings"));
  if (session.options.json) print_json(counts(is));
  return ExitCode::done;
}

}  // namespace

Action declare_ontology(CLI::App& app) {
  auto options = std::make_shared<OntologyOptions>();
  auto action = std::make_shared<Action>([options](Session& session) {
    print_counts(options->ontology.load(session.messages), session);
    return ExitCode::done;
  });
  options->ontology.declare(app);
  app.require_subcommand(0, 1);

  CLI::App* checks = app.add_subcommand("check", "whether it can be used; the shipped one without FILES");
  checks->add_option("FILES", options->ontology.files, "RDF files, or folders of them")->type_name("");
  checks->callback([options, action] { *action = [options](Session& session) { return check(*options, session); }; });

  CLI::App* lists = app.add_subcommand("list", "its classes or relations");
  lists->add_option("WHAT", options->list, "classes or relations")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"classes", "relations"}).description(""));
  options->ontology.declare(*lists);
  lists->callback([options, action] { *action = [options](Session& session) { return list(*options, session); }; });
  return [action](Session& session) { return (*action)(session); };
}

}  // namespace dossier::cli

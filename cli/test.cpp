// dossier test: how well labelled texts are read, property by property.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>
#include <memory>
#include <ostream>

#include "cli/json_output.h"
#include "cli/labelled_option.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "ingest/language/language_model.h"
#include "ingest/learn/agreement.h"
#include "ingest/learn/learn.h"
#include "ingest/learn/learned_ontology.h"
#include "ingest/meaning/patterns.h"
#include "ingest/meaning/read_statements.h"

namespace dossier::cli {
namespace {

struct TestOptions {
  LabelledOption labelled;
  OntologyOption ontology;
  double fail_under = 0;
};

/// The facts that were read in one text.
struct Found {
  ingest::Passage passage;
  ingest::Extraction extraction;
};

/// Reads a property in one text: by its learned cues where it has any, which tell places; else all that is extracted, which tells names.
std::vector<ingest::LabelledFact> facts_of(const Found& found, ontology::PropertyId property, const std::optional<ingest::LearnedRelation>& learned,
                                           const std::vector<ingest::LabelledFact>& gold) {
  std::vector<ingest::LabelledFact> facts;
  if (learned) {
    for (const ingest::Pair& pair : ingest::read_relation(found.passage, *learned)) facts.push_back(ingest::as_fact(found.passage, pair));
    return facts;
  }
  // an entity has several names: it is called by the one that the labels use, if they use one
  const auto called = [&](ingest::EntityIndex index, std::string ingest::LabelledFact::*end) {
    const ingest::Entity& entity = found.extraction.entities[static_cast<std::size_t>(index)];
    const auto wanted = [&](const std::string& name) {
      return std::ranges::any_of(gold, [&](const ingest::LabelledFact& fact) { return ingest::folded_name(fact.*end) == ingest::folded_name(name); });
    };
    if (wanted(entity.name)) return entity.name;
    const auto alias = std::ranges::find_if(entity.aliases, wanted);
    return alias == entity.aliases.end() ? entity.name : *alias;
  };
  for (const ingest::Statement& statement : found.extraction.statements) {
    if (statement.predicate != property || statement.factuality == ontology::Factuality::denied) continue;
    const std::string object = statement.object.index() == 0 ? called(std::get<0>(statement.object), &ingest::LabelledFact::object) : std::get<1>(statement.object).phrase;
    facts.push_back({{}, called(statement.subject, &ingest::LabelledFact::subject), object, {}, {}});
  }
  return facts;
}

std::string percent(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.3f", share);
  return text.data();
}

ExitCode run(const TestOptions& options, Session& session) {
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  const std::vector<ingest::LabelledText> texts = options.labelled.read();
  const auto properties = properties_of(texts, ontology.schema, [&](const std::string& name) {
    session.messages.tell({Severity::warning, {}, "the ontology has no property '" + name + "': its facts are not counted", {}});
  });
  const ingest::Patterns patterns(ontology, session.messages.sink());
  std::vector<std::optional<ingest::LearnedRelation>> learned;
  for (const ontology::PropertyId id : properties)
    learned.push_back(ontology.schema[id].learned.empty() ? std::nullopt : std::optional(ingest::learned_relation(ontology.schema[id])));
  const bool by_name = std::ranges::none_of(texts, [](const ingest::LabelledText& text) {
    return std::ranges::any_of(text.facts, [](const ingest::LabelledFact& fact) { return fact.subject_place.has_value(); });
  });
  std::vector<ingest::Agreement> counts(properties.size());
  const bool learns = std::ranges::any_of(learned, [](const auto& one) { return one.has_value(); });
  const bool extracts = std::ranges::any_of(learned, [](const auto& one) { return !one; });
  for (const ingest::LabelledText& text : texts) {
    const ingest::Document document = ingest::one_paragraph(text.text);
    const ingest::Sentences sentences = ingest::analyse(document);
    Found found;
    if (learns) found.passage = ingest::read_passage(document.text, sentences);
    if (extracts) found.extraction = ingest::read_statements(document, sentences, ontology, patterns);
    for (std::size_t p = 0; p < properties.size(); ++p) {
      const ontology::Property& property = ontology.schema[properties[p]];
      const auto meant = [&](const std::string& label) { return means(label, property); };
      std::vector<ingest::LabelledFact> gold;
      for (const ingest::LabelledFact& fact : text.facts)
        if (meant(fact.property)) gold.push_back(fact);
      if (gold.empty() && !text.asked.empty() && std::ranges::none_of(text.asked, meant)) continue;
      counts[p] += ingest::agreement(gold, facts_of(found, properties[p], learned[p], gold), by_name || !learned[p]);
    }
  }
  ingest::Agreement all;
  for (const ingest::Agreement& one : counts) all += one;
  boost::json::array rows;
  Table table({{"property"}, {"marked", true}, {"read", true}, {"hits", true}, {"precision", true}, {"recall", true}, {"F1", true}});
  const auto add = [&](const std::string& name, const ingest::Agreement& a) {
    table.add({name, std::to_string(a.hits + a.missed), std::to_string(a.hits + a.wrong), std::to_string(a.hits), percent(a.precision()), percent(a.recall()), percent(a.f1())});
    rows.push_back(boost::json::object{{"property", name}, {"marked", a.hits + a.missed}, {"read", a.hits + a.wrong}, {"hits", a.hits}, {"precision", a.precision()},
                                       {"recall", a.recall()}, {"f1", a.f1()}});
  };
  for (std::size_t p = 0; p < properties.size(); ++p) add(ontology.schema[properties[p]].label, counts[p]);
  add("all", all);
  if (session.options.json) {
    print_json(rows);
  } else {
    Output out;
    table.print(out.stream(), session.terminal);
    out.finish();
  }
  return all.f1() < options.fail_under ? ExitCode::no : ExitCode::done;
}

}  // namespace

Action declare_test(CLI::App& app) {
  auto options = std::make_shared<TestOptions>();
  options->labelled.declare(app);
  options->ontology.declare(app);
  app.add_option("--fail-under", options->fail_under, "exit code 1 when F1 over all properties is below this")->type_name("F1");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

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

/// The facts of a property in what was extracted from a text.
std::vector<ingest::LabelledFact> facts_of(const ingest::Extraction& extraction, ontology::PropertyId property, const std::vector<ingest::LabelledFact>& gold) {
  std::vector<ingest::LabelledFact> facts;
  // an entity has several names: it is called by the one that the labels use, if they use one
  const auto called = [&](ingest::EntityIndex index, std::string ingest::LabelledFact::*end) {
    const ingest::Entity& entity = extraction.entities[static_cast<std::size_t>(index)];
    const auto wanted = [&](const std::string& name) {
      return std::ranges::any_of(gold, [&](const ingest::LabelledFact& fact) { return ingest::name_key(fact.*end) == ingest::name_key(name); });
    };
    if (wanted(entity.name)) return entity.name;
    const auto alias = std::ranges::find_if(entity.aliases, wanted);
    return alias == entity.aliases.end() ? entity.name : *alias;
  };
  for (const ingest::Statement& statement : extraction.statements) {
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
  const ingest::RelationReader& reader = patterns.learned();
  std::vector<std::optional<std::size_t>> learned;  // which of the reader's relations
  for (const ontology::PropertyId id : properties) {
    const auto relation = std::ranges::find(reader.relations(), ontology.schema[id].iri, &ingest::LearnedRelation::property);
    learned.push_back(relation == reader.relations().end() ? std::nullopt : std::optional(static_cast<std::size_t>(relation - reader.relations().begin())));
  }
  const bool by_name = ingest::is_by_name(texts);
  std::vector<ingest::Agreement> counts(properties.size());
  const bool extracts = std::ranges::any_of(learned, [](const auto& one) { return !one; });
  for (const ingest::LabelledText& text : texts) {
    // a property is read by its learned cues where it has any, which tell places; else from all that is extracted, which tells names
    const ingest::Document document = ingest::one_paragraph(text.text);
    const ingest::Sentences sentences = ingest::analyse(document);
    ingest::Passage passage;
    std::vector<std::vector<ingest::Pair>> pairs;
    if (!reader.relations().empty()) {
      passage = ingest::read_passage(document.text, sentences, reader.listed());
      pairs = reader.read(passage);
    }
    ingest::Extraction extraction;
    if (extracts) extraction = ingest::read_statements(document, sentences, ontology, patterns);
    for (std::size_t p = 0; p < properties.size(); ++p) {
      const ontology::Property& property = ontology.schema[properties[p]];
      const auto meant = [&](const std::string& label) { return means(label, property); };
      std::vector<ingest::LabelledFact> gold, found;
      for (const ingest::LabelledFact& fact : text.facts)
        if (meant(fact.property)) gold.push_back(fact);
      if (gold.empty() && !text.asked.empty() && std::ranges::none_of(text.asked, meant)) continue;
      if (!learned[p]) found = facts_of(extraction, properties[p], gold);
      else for (const ingest::Pair& pair : pairs[*learned[p]]) found.push_back(ingest::as_fact(passage, pair));
      counts[p] += ingest::agreement(gold, found, by_name || !learned[p]);
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

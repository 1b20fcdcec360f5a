// dossier learn: labelled sentences become what an ontology knows of how its relations are said.
#include "ingest/learn/learn.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <cstdio>
#include <memory>
#include <ostream>

#include "cli/labelled_option.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "graph/rdf/writer.h"
#include "graph/term/vocabulary.h"
#include "ingest/learn/learned_ontology.h"
#include "ingest/meaning/found_examples.h"

namespace dossier::cli {
namespace {

struct LearnVerbOptions {
  LabelledOption labelled;
  OntologyOption ontology;
  std::string output;
  double least_weight = ingest::LearnOptions().least_weight;
  std::size_t most_examples = 20;
};

std::string in_words(const std::string& property, const ingest::Lesson& lesson) {
  std::array<char, 200> line{};
  std::snprintf(line.data(), line.size(), "%s: %zu facts, %zu within reach, %zu cues; on unseen texts precision %.2f, recall %.2f, F1 %.2f", property.c_str(),
                lesson.labelled, lesson.reachable, lesson.relation.cues.size(), lesson.unseen.precision(), lesson.unseen.recall(), lesson.unseen.f1());
  return line.data();
}

void write_example(const std::string& property, const ingest::FoundExample& example, graph::QuadSink& sink) {
  const auto say = [&](std::string_view local, const std::string& literal) {
    const std::string predicate = std::string(graph::pa::space) + std::string(local);
    sink.quad({graph::TermView::iri(property), graph::TermView::iri(predicate), graph::TermView::literal(literal), {}});
  };
  std::array<char, 16> weight{};
  std::snprintf(weight.data(), weight.size(), "%.2f ", example.weight());
  say("example", example.text);
  say("exampleWeight", weight.data() + example.text);
}

ExitCode run(const LearnVerbOptions& options, Session& session) {
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  const std::vector<ingest::LabelledText> texts = options.labelled.read();
  const auto properties = properties_of(texts, ontology.schema, [&](const std::string& name) {
    session.messages.tell({Severity::warning, {}, "the ontology has no property '" + name + "': its facts teach nothing", {}});
  });
  ingest::LearnOptions how;
  how.least_weight = options.least_weight;
  Output out(options.output);
  graph::WriteOptions format;
  for (const auto& [name, space] : ontology.store.prefixes().all()) format.prefixes.declare(name, space);
  const auto writer = graph::make_writer(out.stream(), format);
  std::vector<ingest::PropertyToLearn> wanted;
  for (const ontology::PropertyId id : properties)
    wanted.push_back({ontology.schema[id].iri, [&property = ontology.schema[id]](std::string_view label) { return means(label, property); }});
  const std::vector<ingest::Lesson> lessons = ingest::learn(texts, wanted, how);
  const auto examples = ingest::find_examples(texts, ontology, properties, means);
  ingest::Agreement all;
  for (std::size_t p = 0; p < lessons.size(); ++p) {
    ingest::write_learned(lessons[p].relation, *writer);
    if (p == properties.size()) break;  // what is common to all
    std::size_t count = 0;
    for (const ingest::FoundExample& example : examples)
      if (example.property == properties[p] && count++ < options.most_examples) write_example(ontology.schema[properties[p]].iri, example, *writer);
    session.messages.summary(in_words(ontology.schema[properties[p]].label, lessons[p]));
    all += lessons[p].unseen;
  }
  writer->finish();
  out.finish();
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(), "all: precision %.3f, recall %.3f, F1 %.3f on unseen texts", all.precision(), all.recall(), all.f1());
  session.messages.summary(line.data());
  return ExitCode::done;
}

}  // namespace

Action declare_learn(CLI::App& app) {
  auto options = std::make_shared<LearnVerbOptions>();
  options->labelled.declare(app);
  options->ontology.declare(app);
  app.add_option("-o,--output", options->output, "the Turtle file to write, whole or not at all; default standard output")->type_name("FILE");
  app.add_option("--least-weight", options->least_weight, "cues that weigh less are left out")->capture_default_str()->type_name("NUMBER");
  app.add_option("--examples", options->most_examples, "at most so many example sentences of a property are kept")->capture_default_str()->type_name("NUMBER");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

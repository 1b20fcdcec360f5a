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

namespace dossier::cli {
namespace {

struct LearnVerbOptions {
  LabelledOption labelled;
  OntologyOption ontology;
  std::string output;
  double least_weight = ingest::LearnOptions().least_weight;
};

std::string in_words(const std::string& property, const ingest::Lesson& lesson) {
  std::array<char, 200> line{};
  std::snprintf(line.data(), line.size(), "%s: %zu facts, %zu within reach, %zu cues; on unseen texts precision %.2f, recall %.2f, F1 %.2f", property.c_str(),
                lesson.labelled, lesson.reachable, lesson.relation.cues.size(), lesson.unseen.precision(), lesson.unseen.recall(), lesson.unseen.f1());
  return line.data();
}

ExitCode run(const LearnVerbOptions& options, Session& session) {
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  const std::vector<ingest::LabelledText> texts = options.labelled.read();
  const auto properties = properties_of(texts, ontology.schema, [&](const std::string& name) {
    session.messages.tell({Severity::warning, {}, "the ontology has no property '" + name + "': its facts teach nothing", {}});
  });
  const ingest::Lessons lessons(texts);
  ingest::LearnOptions how;
  how.least_weight = options.least_weight;
  Output out(options.output);
  graph::WriteOptions format;
  for (const auto& [name, space] : ontology.store.prefixes().all()) format.prefixes.declare(name, space);
  const auto writer = graph::make_writer(out.stream(), format);
  ingest::Agreement all;
  for (const ontology::PropertyId id : properties) {
    const ontology::Property& property = ontology.schema[id];
    const ingest::Lesson lesson = lessons.learn(property.iri, [&](std::string_view label) { return means(label, property); }, how);
    ingest::write_learned(lesson.relation, *writer);
    session.messages.summary(in_words(property.label, lesson));
    all += lesson.unseen;
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
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

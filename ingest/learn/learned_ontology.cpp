#include "ingest/learn/learned_ontology.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "graph/term/vocabulary.h"

namespace dossier::ingest {
namespace {

std::string weighted(double weight, std::string_view cue) {
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), "%.4f", weight);
  return cue.empty() ? std::string(number.data()) : std::string(number.data()) + ' ' + std::string(cue);
}

std::string iri(std::string_view local) { return std::string(graph::pa::space) + std::string(local); }

}  // namespace

LearnedRelation learned_relation(const ontology::Property& property) {
  LearnedRelation relation;
  relation.property = property.iri;
  relation.threshold = property.learned.threshold;
  for (const auto& [cue, weight] : property.learned.cues) relation.cues.emplace(cue, weight);
  relation.company.resize(Company::names().size());
  for (const auto& [name, weight] : property.learned.company)
    if (const auto at = std::ranges::find(Company::names(), name); at != Company::names().end()) relation.company[static_cast<std::size_t>(at - Company::names().begin())] = weight;
  if (property.learned.company.empty())  // the cues alone decide
    relation.company[static_cast<std::size_t>(std::ranges::find(Company::names(), "itself") - Company::names().begin())] = 1;
  for (const std::string& kinds : property.learned.kinds) {
    const std::size_t space = kinds.find(' ');
    if (space == std::string::npos) continue;
    const std::size_t subject = argument_kind_named(std::string_view(kinds).substr(0, space)), object = argument_kind_named(std::string_view(kinds).substr(space + 1));
    if (subject < argument_kind_count && object < argument_kind_count) relation.kinds.emplace_back(static_cast<ArgumentKind>(subject), static_cast<ArgumentKind>(object));
  }
  std::ranges::sort(relation.kinds);
  relation.kinds.erase(std::unique(relation.kinds.begin(), relation.kinds.end()), relation.kinds.end());
  return relation;
}

std::vector<LearnedRelation> learned_relations(const ontology::Schema& schema) {
  std::vector<LearnedRelation> found;
  for (const ontology::Property& property : schema.properties())
    if (!property.learned.empty()) found.push_back(learned_relation(property));
  return found;
}

void write_learned(const LearnedRelation& relation, graph::QuadSink& sink) {
  const auto say = [&](std::string_view predicate, const std::string& literal) {
    const std::string property = iri(predicate);
    sink.quad({graph::TermView::iri(relation.property), graph::TermView::iri(property), graph::TermView::literal(literal), {}});
  };
  if (relation.property == any_relation)  // no other file declares it
    sink.quad({graph::TermView::iri(relation.property), graph::TermView::iri(graph::rdf::type), graph::TermView::iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"), {}});
  for (const auto& [subject, object] : relation.kinds) say("argumentKinds", std::string(name_of(subject)) + ' ' + std::string(name_of(object)));
  say("threshold", weighted(relation.threshold, {}));
  for (const auto& [cue, weight] : relation.cues) say("cue", weighted(weight, cue));
  for (std::size_t i = 0; i < relation.company.size(); ++i) say("company", weighted(relation.company[i], Company::names()[i]));
}

}  // namespace dossier::ingest

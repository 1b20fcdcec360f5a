#include "ontology/reading.h"

#include <algorithm>
#include <tuple>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"
#include "ontology/nearest_name.h"

namespace dossier::ontology {
namespace {

using graph::TermId;

void sort_out(std::vector<TermId>& terms) {
  std::ranges::sort(terms);
  const auto repeated = std::ranges::unique(terms);
  terms.erase(repeated.begin(), repeated.end());
}

bool is_english(std::string_view language) {
  return language.size() >= 2 && (language[0] | 0x20) == 'e' && (language[1] | 0x20) == 'n' &&
         (language.size() == 2 || language[2] == '-');
}

std::string_view space_of(std::string_view iri) { return iri.substr(0, iri.size() - local_name(iri).size()); }

bool is_well_known(std::string_view iri) {
  const std::string_view spaces[] = {graph::rdf::space, graph::rdfs::space, graph::owl::space, graph::xsd::space,
                                     graph::skos::space};
  return std::ranges::any_of(spaces, [iri](std::string_view space) { return iri.starts_with(space); });
}

}  // namespace

std::optional<TermId> Reading::find(std::string_view iri) const { return store_.find(graph::TermView::iri(iri)); }

std::vector<TermId> Reading::objects(TermId subject, std::optional<TermId> predicate) const {
  std::vector<TermId> objects;
  if (!predicate) return objects;
  for (const graph::Quad& quad : store_.match({subject, predicate, std::nullopt, std::nullopt}))
    objects.push_back(quad.object);
  sort_out(objects);
  return objects;
}

std::vector<TermId> Reading::objects(TermId subject, std::string_view predicate) const {
  return objects(subject, find(predicate));
}

std::vector<TermId> Reading::objects(std::string_view subject, std::string_view predicate) const {
  const auto id = find(subject);
  return id ? objects(*id, predicate) : std::vector<TermId>();
}

std::vector<TermId> Reading::subjects(std::string_view predicate, std::string_view object) const {
  std::vector<TermId> subjects;
  const auto predicate_id = find(predicate);
  const auto object_id = find(object);
  if (!predicate_id || !object_id) return subjects;
  for (const graph::Quad& quad : store_.match({std::nullopt, predicate_id, object_id, std::nullopt}))
    subjects.push_back(quad.subject);
  sort_out(subjects);
  return subjects;
}

std::vector<TermId> Reading::subjects(std::string_view predicate) const {
  std::vector<TermId> subjects;
  const auto id = find(predicate);
  if (!id) return subjects;
  for (const graph::Quad& quad : store_.match({std::nullopt, id, std::nullopt, std::nullopt}))
    subjects.push_back(quad.subject);
  sort_out(subjects);
  return subjects;
}

bool Reading::has(std::string_view subject, std::string_view predicate, std::string_view object) const {
  const auto subject_id = find(subject);
  const auto predicate_id = find(predicate);
  const auto object_id = find(object);
  return subject_id && predicate_id && object_id &&
         !store_.match({subject_id, predicate_id, object_id, std::nullopt}).empty();
}

std::vector<TermId> Reading::list(TermId head) const {
  std::vector<TermId> members;
  std::set<TermId> seen;  // a list that runs in a circle must not hold us
  while (text(head) != graph::rdf::nil && seen.insert(head).second) {
    for (const TermId member : objects(head, graph::rdf::first)) members.push_back(member);
    const auto rest = objects(head, graph::rdf::rest);
    if (rest.empty()) break;
    head = rest.front();
  }
  return members;
}

std::string Reading::name(std::string_view iri) const {
  if (auto shortened = store_.prefixes().shorten(iri)) return *shortened;
  return std::string("<").append(iri).append(">");
}

void Reading::warn(const Place& place, std::string message, std::string hint) const {
  if (diagnostics_) diagnostics_({Severity::warning, files_.location(place), std::move(message), std::move(hint)});
}

bool is_english_or_untagged(const graph::TermView& literal) {
  return literal.is_literal() && (literal.language.empty() || is_english(literal.language));
}

std::optional<std::string> best_text(const Reading& reading, const std::vector<TermId>& literals, bool any) {
  std::vector<std::tuple<int, std::string_view, std::size_t, std::string_view>> candidates;
  for (const TermId id : literals) {
    const graph::TermView literal = reading.term(id);
    if (!literal.is_literal() || (!any && !is_english_or_untagged(literal))) continue;
    const int rank = is_english(literal.language) ? 0 : literal.language.empty() ? 1 : 2;
    candidates.emplace_back(rank, literal.language, literal.text.size(), literal.text);
  }
  if (candidates.empty()) return std::nullopt;
  return std::string(std::get<3>(*std::ranges::min_element(candidates)));
}

std::string did_you_mean(const Reading& reading, std::string_view iri, const std::vector<std::string>& known) {
  std::vector<std::string> locals;
  for (const std::string& one : known) locals.emplace_back(local_name(one));
  const auto nearest = nearest_names(local_name(iri), locals, 1);
  if (nearest.empty()) return {};
  const auto found = std::ranges::find(locals, nearest.front());
  return "did you mean " + reading.name(known[static_cast<std::size_t>(found - locals.begin())]) + "?";
}

ClassResolver::ClassResolver(const Reading& reading, const Schema& schema) : reading_(reading), schema_(schema) {
  for (const Class& one : schema.classes()) spaces_.emplace(space_of(one.iri));
}

std::optional<ClassId> ClassResolver::resolve(std::string_view iri, std::string_view role,
                                              std::string_view subject) const {
  if (const auto found = schema_.find_class(iri)) return found;
  if (is_well_known(iri) || !spaces_.contains(space_of(iri))) return std::nullopt;
  std::vector<std::string> known;
  for (const Class& one : schema_.classes()) known.push_back(one.iri);
  std::string hint = did_you_mean(reading_, iri, known);
  if (hint.empty()) hint = "declare it: " + reading_.name(iri) + " a owl:Class";
  const std::string where =
      iri == subject ? std::string(role) : std::string(role).append(" ").append(reading_.name(subject));
  throw Error(ErrorKind::bad_input, reading_.files().location(reading_.files().mention(subject, iri)),
              "unknown class " + reading_.name(iri) + " " + where, hint);
}

}  // namespace dossier::ontology

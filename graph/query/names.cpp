#include "graph/query/names.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/query/model_ids.h"
#include "graph/query/name_folding.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

/// Below this, a suggestion would only puzzle.
constexpr double least_similarity = 0.5;

/// What people type to mean a thing: its names, and the identifier of a document.
std::vector<TermId> naming_properties(const Store& store) {
  auto properties = name_properties(store);
  if (const auto identifier = store.find(TermView::iri(pa::identifier))) properties.push_back(*identifier);
  return properties;
}

/// Calls visit(name literal) for each literal that names something; a literal of two properties comes twice.
template <class Visit>
void visit_names(const Store& store, Visit visit) {
  for (const TermId property : naming_properties(store))
    for (const TermId name : distinct_objects(store, property))
      if (store.kind(name) == TermKind::literal) visit(name);
}

void append_bearers(const Store& store, TermId name, std::vector<TermId>& things) {
  for (const TermId property : naming_properties(store))
    for (const TermId thing : subjects(store, property, name)) things.push_back(thing);
}

std::vector<TermId> by_iri(const Store& store, std::string_view text) {
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') text = text.substr(1, text.size() - 2);
  if (const auto found = store.find(TermView::iri(text))) return {*found};
  for (const Prefixes& prefixes : {store.prefixes(), Prefixes::usual()})
    if (const auto iri = prefixes.expand(text))
      if (const auto found = store.find(TermView::iri(*iri))) return {*found};
  return {};
}

std::vector<TermId> by_exact_name(const Store& store, std::string_view text) {
  std::vector<TermId> things;
  const std::string next = std::string(text) + '\0';  // no text lies between the two
  const IdRange same = literals_between(store, text, next);
  for (std::uint32_t id = number_of(same.front); id < number_of(same.back); ++id)
    append_bearers(store, TermId{id}, things);
  return things;
}

std::vector<TermId> by_folded_name(const Store& store, std::string_view text) {
  const std::string folded = folded_name(text);
  std::vector<TermId> things;
  if (folded.empty()) return things;
  visit_names(store, [&](TermId name) {
    if (folded_name(store.term(name).text) == folded) append_bearers(store, name, things);
  });
  return things;
}

std::vector<TermId> by_end_of_iri(const Store& store, std::string_view text) {
  std::vector<TermId> things;
  for (std::uint32_t number = 1; number <= store.term_count() && store.kind(TermId{number}) == TermKind::iri;
       ++number) {
    const std::string_view iri = store.term(TermId{number}).text;
    if (iri.size() <= text.size() || !iri.ends_with(text)) continue;
    const char before = iri[iri.size() - text.size() - 1];
    if (before == '/' || before == '#') things.push_back(TermId{number});
  }
  return things;
}

std::size_t fact_count(const Store& store, const ModelIds& ids, TermId thing) {
  std::size_t count = 0;
  for (const TermId part : {ids.subject, ids.predicate, ids.object}) count += store.match({{}, part, thing, {}}).size();
  return count;
}

/// Most facts first, then by IRI; each once.
std::vector<TermId> ordered(const Store& store, std::vector<TermId> things) {
  make_set(things);
  const ModelIds ids(store);
  std::map<TermId, std::size_t> counts;
  for (const TermId thing : things) counts[thing] = fact_count(store, ids, thing);
  std::ranges::stable_sort(things, std::greater<>(), [&](TermId thing) { return counts[thing]; });
  return things;
}

bool better(const NearName& a, const NearName& b) {
  return std::tuple(-a.similarity, a.name.size(), a.name, a.thing) <
         std::tuple(-b.similarity, b.name.size(), b.name, b.thing);
}

/// Each name in the folding that is compared; of those that fold alike the first.
std::map<std::string, TermId> folded_names(const Store& store) {
  std::map<std::string, TermId> names;
  visit_names(store, [&](TermId name) {
    const auto [entry, is_new] = names.try_emplace(folded_name(store.term(name).text), name);
    if (!is_new) entry->second = std::min(entry->second, name);
  });
  return names;
}

}  // namespace

std::vector<TermId> things_named(const Store& store, std::string_view text) {
  if (text.empty()) return {};
  for (const auto& find : {by_iri, by_exact_name, by_folded_name, by_end_of_iri})
    if (auto things = find(store, text); !things.empty()) return ordered(store, std::move(things));
  return {};
}

std::vector<NearName> nearest_names(const Store& store, std::string_view text, std::size_t count) {
  const std::string wanted = folded_name(text);
  std::vector<NearName> near;
  for (const auto& [folded, name] : folded_names(store)) {
    const double similarity = name_similarity(wanted, folded);
    if (similarity >= least_similarity) near.push_back({std::string(store.term(name).text), name, similarity});
  }
  std::ranges::sort(near, better);
  std::set<TermId> seen;
  std::vector<NearName> nearest;
  for (NearName& candidate : near) {
    if (nearest.size() == count) break;
    std::vector<TermId> bearers;
    append_bearers(store, candidate.thing, bearers);
    candidate.thing = ordered(store, std::move(bearers)).front();
    if (seen.insert(candidate.thing).second) nearest.push_back(std::move(candidate));
  }
  return nearest;
}

std::vector<std::string> nearest_words(std::span<const std::string> words, std::string_view text, std::size_t count) {
  const std::string wanted = folded_name(text);
  std::vector<NearName> near;
  for (const std::string& word : words)
    if (const double similarity = name_similarity(wanted, folded_name(word)); similarity >= least_similarity)
      near.push_back({word, no_term, similarity});
  std::ranges::sort(near, better);
  std::vector<std::string> nearest;
  for (const NearName& candidate : near)
    if (nearest.size() < count && (nearest.empty() || nearest.back() != candidate.name))
      nearest.push_back(candidate.name);
  return nearest;
}

}  // namespace dossier::graph

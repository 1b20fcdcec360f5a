#include "graph/query/entity.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "graph/query/fact_finder.h"

namespace dossier::graph {
namespace {

std::vector<Edtf> dates(const Store& store, TermId node, std::string_view property) {
  std::vector<Edtf> found;
  for (const TermId literal : objects(store, node, id_of_pa(store, property)))
    if (const auto date = date_of(store, literal)) found.push_back(*date);
  std::ranges::sort(found, earlier);
  return found;
}

std::optional<Edtf> first(const std::vector<Edtf>& dates) {
  return dates.empty() ? std::nullopt : std::optional(dates.front());
}

Tenure read_tenure(FactReader& reader, TermId node) {
  const Store& store = reader.store();
  Tenure tenure;
  tenure.id = node;
  tenure.holder = first_object(store, node, id_of_pa(store, "holder"));
  tenure.post = first_object(store, node, id_of_pa(store, "post"));
  tenure.attested = dates(store, node, "attestedOn");
  tenure.start = first(dates(store, node, "start"));
  tenure.end = first(dates(store, node, "end"));
  tenure.evidence = objects(store, node, reader.ids().evidence);
  reader.sort_evidence(tenure.evidence);
  return tenure;
}

std::optional<Edtf> first_known(const Tenure& tenure) {
  if (tenure.start) return tenure.start;
  return tenure.attested.empty() ? tenure.end : first(tenure.attested);
}

bool tenure_before(const Tenure& a, const Tenure& b) {
  const auto date_a = first_known(a), date_b = first_known(b);
  if (date_a.has_value() != date_b.has_value()) return date_a.has_value();
  if (date_a && *date_a != *date_b) return earlier(*date_a, *date_b);
  return a.id < b.id;
}

std::vector<Tenure> tenures(FactReader& reader, TermId thing) {
  const Store& store = reader.store();
  const TermId tenure_class = id_of_pa(store, "Tenure");
  std::vector<TermId> nodes;
  for (const TermId part : ids_of_pa(store, {"holder", "post"}))
    for (const TermId node : subjects(store, part, thing))
      if (!store.match({node, reader.ids().type, tenure_class, {}}).empty()) nodes.push_back(node);
  make_set(nodes);
  std::vector<Tenure> found;
  for (const TermId node : nodes) found.push_back(read_tenure(reader, node));
  std::ranges::sort(found, tenure_before);
  return found;
}

std::vector<FactGroup> grouped(const Store& store, std::vector<Fact> facts) {
  std::map<std::pair<std::string, TermId>, std::vector<Fact>> groups;
  std::map<TermId, std::string> names;
  for (Fact& fact : facts) {
    const auto [name, is_new] = names.try_emplace(fact.predicate);
    if (is_new) name->second = display_name(store, fact.predicate);
    groups[{name->second, fact.predicate}].push_back(std::move(fact));
  }
  std::vector<FactGroup> result;
  for (auto& [key, members] : groups) result.push_back({key.second, std::move(members)});
  return result;
}

std::vector<FactGroup> facts_with(FactFinder& finder, FactFilter filter, std::optional<TermId> FactFilter::*role,
                                  TermId thing) {
  if (filter.*role && *(filter.*role) != thing) return {};
  filter.about.reset();
  filter.*role = thing;
  return grouped(finder.store(), finder.find(filter));
}

std::vector<std::string> other_names(const Store& store, TermId thing, const std::string& name) {
  std::vector<std::string> names;
  for (const TermId property : name_properties(store))
    for (const TermId literal : objects(store, thing, property))
      if (store.kind(literal) == TermKind::literal && store.term(literal).text != name)
        names.emplace_back(store.term(literal).text);
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  return names;
}

}  // namespace

Entity describe(const Store& store, TermId id, const FactFilter& filter) {
  FactFinder finder(store);
  FactReader& reader = finder.reader();
  Entity entity;
  entity.id = id;
  entity.name = display_name(store, id);
  entity.other_names = other_names(store, id, entity.name);
  entity.types = types(store, id);
  entity.tenures = tenures(reader, id);
  entity.as_subject = facts_with(finder, filter, &FactFilter::subject, id);
  entity.as_object = facts_with(finder, filter, &FactFilter::object, id);
  entity.mentions = objects(store, id, reader.ids().evidence);
  reader.sort_evidence(entity.mentions);
  for (const TermId mention : entity.mentions)
    if (const TermId document = reader.place(mention).document; document != no_term)
      entity.documents.push_back(document);
  make_set(entity.documents);
  return entity;
}

}  // namespace dossier::graph

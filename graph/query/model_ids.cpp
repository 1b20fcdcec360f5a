#include "graph/query/model_ids.h"

#include <algorithm>
#include <ranges>
#include <string>

#include "graph/term/vocabulary.h"

namespace dossier::graph {

TermId id_of(const Store& store, std::string_view iri) { return store.find(TermView::iri(iri)).value_or(unknown_term); }

TermId id_of_pa(const Store& store, std::string_view local) {
  return id_of(store, std::string(pa::space).append(local));
}

std::vector<TermId> ids_of_pa(const Store& store, std::initializer_list<std::string_view> locals) {
  std::vector<TermId> ids;
  for (const std::string_view local : locals)
    if (const TermId id = id_of_pa(store, local); id != unknown_term) ids.push_back(id);
  return ids;
}

ModelIds::ModelIds(const Store& store)
    : type(id_of(store, rdf::type)),
      fact(id_of(store, pa::fact)),
      subject(id_of(store, rdf::subject)),
      predicate(id_of(store, rdf::predicate)),
      object(id_of(store, rdf::object)),
      factuality(id_of(store, pa::factuality)),
      speaker(id_of(store, pa::speaker)),
      rule(id_of(store, pa::rule)),
      confidence(id_of(store, pa::confidence)),
      time_phrase(id_of(store, pa::time_phrase)),
      time_basis(id_of(store, pa::time_basis)),
      evidence(id_of(store, pa::evidence)),
      evidence_class(id_of(store, pa::evidence_class)),
      has_source(id_of(store, oa::has_source)),
      sentence(id_of(store, pa::sentence)) {}

std::vector<TermId> objects(const Store& store, TermId subject, TermId predicate) {
  std::vector<TermId> found;
  for (const Quad quad : store.match({subject, predicate, {}, {}}))
    if (found.empty() || found.back() != quad.object) found.push_back(quad.object);
  return found;
}

std::vector<TermId> subjects(const Store& store, TermId predicate, TermId object) {
  std::vector<TermId> found;
  for (const Quad quad : store.match({{}, predicate, object, {}}))
    if (found.empty() || found.back() != quad.subject) found.push_back(quad.subject);
  return found;
}

TermId first_object(const Store& store, TermId subject, TermId predicate) {
  const Matches matches = store.match({subject, predicate, {}, {}});
  return matches.empty() ? no_term : matches[0].object;
}

std::vector<TermId> distinct_objects(const Store& store, TermId predicate) {
  const Matches all = store.match({{}, predicate, {}, {}});  // by object
  std::vector<TermId> found;
  for (std::size_t at = 0; at < all.size(); at += store.match({{}, predicate, found.back(), {}}).size())
    found.push_back(all[at].object);
  return found;
}

std::vector<TermId> name_properties(const Store& store) {
  auto properties = ids_of_pa(store, {"name", "altName", "officialName"});
  for (const std::string_view iri : {skos::pref_label, skos::alt_label, rdfs::label})
    if (const auto id = store.find(TermView::iri(iri))) properties.push_back(*id);
  return properties;
}

void make_set(std::vector<TermId>& ids) {
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
}

IdRange literals_between(const Store& store, std::string_view first, std::string_view last) {
  const auto ids = std::views::iota(std::uint32_t{1}, static_cast<std::uint32_t>(store.term_count()) + 1);
  const auto bound = [&](std::string_view text) {
    const auto before = [&](std::uint32_t id) {
      return store.kind(TermId{id}) != TermKind::literal || store.term(TermId{id}).text < text;
    };
    return TermId{*ids.begin() + static_cast<std::uint32_t>(std::ranges::partition_point(ids, before) - ids.begin())};
  };
  return {bound(first), bound(last)};
}

std::optional<Edtf> date_of(const Store& store, TermId id) {
  if (store.kind(id) != TermKind::literal) return std::nullopt;
  const TermView literal = store.term(id);
  constexpr std::size_t day_length = 10;
  if (literal.datatype == xsd::date_time) return Edtf::parse(literal.text.substr(0, day_length));
  if (literal.datatype == xsd::date || literal.datatype == xsd::g_year_month || literal.datatype == xsd::g_year ||
      literal.datatype == edtf::edtf)
    return Edtf::parse(literal.text);
  return std::nullopt;
}

}  // namespace dossier::graph

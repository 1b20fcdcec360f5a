/// The numbers that the model's own terms have in one store.
#pragma once

#include <string_view>
#include <vector>

#include "graph/store/store.h"
#include "graph/term/edtf.h"

namespace dossier::graph {

/// Stands for a term that a store does not know: it matches nothing.
inline constexpr TermId unknown_term{0xFFFFFFFF};

/// The number of an IRI, or `unknown_term`.
[[nodiscard]] TermId id_of(const Store& store, std::string_view iri);
/// The number of a term of the pa: vocabulary ("heldOn"), or `unknown_term`.
[[nodiscard]] TermId id_of_pa(const Store& store, std::string_view local);
/// The numbers of several terms of the pa: vocabulary; those that the store does not know are left out.
[[nodiscard]] std::vector<TermId> ids_of_pa(const Store& store, std::initializer_list<std::string_view> locals);

/// The terms that a pa:Fact and its evidence are made of, looked up once.
struct ModelIds {
  explicit ModelIds(const Store& store);

  TermId type, fact, subject, predicate, object;
  TermId factuality, speaker, rule, confidence, time_phrase, time_basis;
  TermId evidence, evidence_class, has_source, sentence;
};

/// The objects of `subject` and `predicate` in any graph, ascending, each once.
[[nodiscard]] std::vector<TermId> objects(const Store& store, TermId subject, TermId predicate);
/// The subjects of `predicate` and `object` in any graph, ascending, each once.
[[nodiscard]] std::vector<TermId> subjects(const Store& store, TermId predicate, TermId object);
/// The least object of `subject` and `predicate`, or `no_term`.
[[nodiscard]] TermId first_object(const Store& store, TermId subject, TermId predicate);

/// The different objects of a predicate, ascending, without walking over all its quads.
[[nodiscard]] std::vector<TermId> distinct_objects(const Store& store, TermId predicate);

/// The properties that name a thing: pa:name, altName, officialName, the SKOS and RDFS labels; those the store knows.
[[nodiscard]] std::vector<TermId> name_properties(const Store& store);

/// Sorts and removes repetitions.
void make_set(std::vector<TermId>& ids);

/// The literals whose text is at least `first` and less than `last`, as the numbers [front, back).
struct IdRange {
  TermId front{}, back{};
};
[[nodiscard]] IdRange literals_between(const Store& store, std::string_view first, std::string_view last);

/// The date that a literal of one of the date datatypes spells; of an xsd:dateTime its day. Nothing for other terms.
[[nodiscard]] std::optional<Edtf> date_of(const Store& store, TermId id);

}  // namespace dossier::graph

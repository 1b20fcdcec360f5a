/// The facts of a store, as people ask for them (docs/model.md says how they stand in the graph).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.h"

namespace dossier::graph {

/// A sentence of a document that says something. The texts are the store's.
struct EvidenceView {
  TermId id{};
  TermId document{};                           ///< also the name of the graph it stands in
  std::string_view document_id;                ///< pa:identifier of the document, else the local name of its IRI
  std::string_view source;                     ///< pa:source: file or address; empty when the store does not tell
  unsigned sentence = 0;                       ///< counts from 1
  std::uint32_t start = 0, end = 0;            ///< code points in the document's text
  std::uint32_t byte_start = 0, byte_end = 0;  ///< bytes
  std::string_view quote;
};

/// One fact; evidence of all documents that state it is gathered. The texts are the store's.
///
/// Where documents disagree about a circumstance of the same fact, the highest confidence counts, and of everything
/// else the first in the order of terms.
struct Fact {
  TermId id{};
  TermId subject{}, predicate{}, object{};
  std::string_view factuality;  ///< local name: "Occurred", "Pledged", …
  TermId speaker = no_term;     ///< who says so, or no_term
  std::string_view rule;
  double confidence = 1.0;
  std::string_view time_phrase, time_basis;  ///< the basis as local name: "ResolvedAgainstDocument"
  std::vector<TermId> evidence;              ///< ascending by document, then sentence
  std::vector<TermId> documents;             ///< ascending: those of the evidence, without any the graphs it stands in
};

/// What is asked for; what is not set is not asked.
struct FactFilter {
  std::optional<TermId> about{};  ///< as subject or object
  std::optional<TermId> subject{}, predicate{}, object{};
  std::optional<TermId> speaker{};
  std::optional<TermId> type{};           ///< class (IRI's id) of subject or object, subclasses not followed
  std::vector<std::string> factuality{};  ///< any of these local names, any case (ASCII); empty: all
  std::optional<TermId> document{};
  /// EDTF. Facts whose own date (a date as object), or else a date of their subject or object (heldOn, signedOn,
  /// dated, … of an event, agreement or document), lies inside or partly inside; both bounds are included.
  std::string since{}, until{};
};

/// All facts that fit, ordered by first document, first sentence, then subject, predicate, object, node.
/// Looks only at the facts that the narrowest part of the filter leads to. A node that lacks its subject, predicate
/// or object is no fact. Throws Error(usage) when `since` or `until` is no date with a year.
[[nodiscard]] std::vector<Fact> find_facts(const Store& store, const FactFilter& filter = {});
/// The fact of one node, or nothing when `id` is no whole pa:Fact.
[[nodiscard]] std::optional<Fact> fact(const Store& store, TermId id);
/// The evidence node as a value. Throws Error(bad_input) when it lacks its document, sentence, offsets or quote.
[[nodiscard]] EvidenceView evidence(const Store& store, TermId id);

/// What an entity (or class, property, literal) is called: pa:name, skos:prefLabel, rdfs:label (of several the English
/// one, else the untagged, else what most documents say), else the local name of the IRI made readable ("holds
/// position"); a literal's own text.
[[nodiscard]] std::string display_name(const Store& store, TermId id);
/// Its classes (rdf:type), ascending.
[[nodiscard]] std::vector<TermId> types(const Store& store, TermId id);
/// The part of an IRI after the last '#' or '/'.
[[nodiscard]] std::string_view local_name(std::string_view iri);

}  // namespace dossier::graph

/// From what people type to the things that are meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.h"

namespace dossier::graph {

/// The things that `text` names, by the first of these ways that finds any:
///  1. a full IRI, with or without angle brackets; a prefixed name ("pa:Signing");
///  2. pa:name, altName, officialName, identifier, a SKOS or RDFS label, as written, in any language;
///  3. the same without case, accents, a leading "the" and a possessive (`folded_name`);
///  4. the end of an IRI, after a '/' or '#' ("choi-young-joon", "person/choi-young-joon", "holdsPosition").
/// Several are ordered by how many facts each is in (as subject, predicate or object), most first, then by IRI.
/// The third way walks over all names, the fourth over all IRIs.
[[nodiscard]] std::vector<TermId> things_named(const Store& store, std::string_view text);

/// A name that stands in the store and resembles what was typed.
struct NearName {
  std::string name;         ///< as written there
  TermId thing{};           ///< the most talked-of thing of that name
  double similarity = 0.0;  ///< of the folded names, 0 … 1
};

/// "Did you mean": at most `count` names that resemble `text` enough to be worth showing, the best first; of equally
/// good ones the shorter, then the first. Each folded name once, each thing once.
[[nodiscard]] std::vector<NearName> nearest_names(const Store& store, std::string_view text, std::size_t count);

/// The same among words of the caller's own: verbs, factualities, the local names of classes.
[[nodiscard]] std::vector<std::string> nearest_words(std::span<const std::string> words, std::string_view text,
                                                     std::size_t count);

}  // namespace dossier::graph

/// How much is in a store.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/store/store.h"

namespace dossier::graph {

/// Something and how often it is there.
struct Count {
  TermId what{};
  std::size_t number = 0;
  bool operator==(const Count&) const = default;
};

/// Each list is ordered by number, the greatest first, then by IRI.
struct Statistics {
  std::size_t quads = 0, terms = 0;
  std::size_t documents = 0;      ///< that were read: pa:Document with a pa:source, or whose IRI names a graph
  std::size_t sentences = 0;      ///< that are evidence of anything
  std::size_t facts = 0;          ///< what is said, however many documents say it
  std::size_t fact_mentions = 0;  ///< pairs of a fact and a sentence that states it
  std::size_t events = 0;         ///< things of pa:Event or a class below it
  std::size_t mentions = 0;       ///< pairs of a thing that is no fact and a sentence that mentions it
  /// Things by class (one that has two is counted for both), without facts, evidence, documents that were read, and
  /// what the RDF, RDFS, OWL and SKOS vocabularies classify.
  std::vector<Count> entities_by_class;
  std::size_t entities = 0;  ///< the things counted there, each once
  std::vector<Count> facts_by_predicate;
  std::vector<Count> facts_by_factuality;  ///< what: the IRI of the factuality
};

[[nodiscard]] Statistics statistics(const Store& store);

}  // namespace dossier::graph

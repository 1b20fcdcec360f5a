/// Pairs of things in a graph that may be one: what a person should look at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/store/store.h"
#include "ingest/identity/decisions.h"
#include "ontology/schema.h"

namespace dossier::ingest {

struct DoubtfulPair {
  graph::TermId fuller{}, other{};   ///< the one whose name tells more, and whose name should stay
  double plausible = 0;              ///< that they are one: an order of doubt, not a probability
  double worth = 0;                  ///< how much it matters: what the list is ordered by
  std::vector<std::string> reasons;
  std::size_t fuller_mentions = 0, other_mentions = 0;        ///< sentences
  std::size_t shared_documents = 0;  ///< that mention both
  /// Not empty: `other` stands for all whom documents know by this name alone, so that an alias joins them.
  std::string name_alone{};
};

/// Pairs of proper names that are alike, of classes that one thing may have, best first: the plausible ones of which much is
/// said. Left out is what decisions call different. Candidates are found by an index of name parts; where a short form fits
/// several, each has its share of the doubt by how often it is mentioned. A shared office or body, and having been told
/// apart in one document, move the estimate.
[[nodiscard]] std::vector<DoubtfulPair> doubtful_pairs(const graph::Store& store, const ontology::Schema& schema, const Decisions& decisions);

}  // namespace dossier::ingest

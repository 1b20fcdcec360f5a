/// One pa:Fact node -> a Fact.
#pragma once

#include <optional>
#include <unordered_map>

#include "graph/query/facts.h"
#include "graph/query/model_ids.h"

namespace dossier::graph {

/// Reads facts of one store, and remembers where each sentence stands. Must not outlive the store.
class FactReader {
 public:
  explicit FactReader(const Store& store) : store_(&store), ids_(store) {}

  /// The fact of one node; nothing when it is no pa:Fact or lacks its subject, predicate or object.
  /// Where the documents disagree: the highest confidence, and of everything else the first in the order of terms.
  [[nodiscard]] std::optional<Fact> read(TermId id);

  [[nodiscard]] const Store& store() const noexcept { return *store_; }
  [[nodiscard]] const ModelIds& ids() const noexcept { return ids_; }

  /// Where an evidence node stands; `no_term` and 0 where the store does not tell.
  struct Place {
    TermId document = no_term;
    unsigned sentence = 0;
    auto operator<=>(const Place&) const = default;
  };
  [[nodiscard]] Place place(TermId evidence);

  /// By first document, first sentence, subject, predicate, object, node.
  void sort(std::vector<Fact>& facts);
  /// By document, then sentence, then node; repetitions are removed.
  void sort_evidence(std::vector<TermId>& evidence);

 private:
  void read_part(const Quad& quad, Fact& fact) const;
  void finish(Fact& fact);

  const Store* store_;
  ModelIds ids_;
  std::unordered_map<TermId, Place> places_;
};

}  // namespace dossier::graph

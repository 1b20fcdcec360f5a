/// Everything on one thing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/query/facts.h"
#include "graph/term/edtf.h"

namespace dossier::graph {

/// Who held which post, as a pa:Tenure tells it. What it does not tell is not set.
struct Tenure {
  TermId id{};
  TermId holder = no_term, post = no_term;
  std::vector<Edtf> attested;  ///< days on which a source shows it to hold, ascending
  std::optional<Edtf> start, end;
  std::vector<TermId> evidence;  ///< ascending by document, then sentence
};

/// The facts of one relation, in the order of find_facts.
struct FactGroup {
  TermId predicate{};
  std::vector<Fact> facts;
};

/// One thing, as all documents together tell of it.
struct Entity {
  TermId id{};
  std::string name;                      ///< display_name
  std::vector<std::string> other_names;  ///< ascending
  std::vector<TermId> types;             ///< ascending
  std::vector<Tenure> tenures;           ///< of a person or of a post; by first date known, then by node
  std::vector<FactGroup> as_subject;     ///< by the name of the relation
  std::vector<FactGroup> as_object;
  std::vector<TermId> mentions;   ///< the sentences that mention it, ascending by document, then sentence
  std::vector<TermId> documents;  ///< those of the mentions, ascending
};

/// What the store knows of a thing; of one that it knows nothing of, empty lists. `filter` narrows the facts (its
/// `about` is not used), not the tenures.
[[nodiscard]] Entity describe(const Store& store, TermId id, const FactFilter& filter = {});

}  // namespace dossier::graph

/// How two things hang together.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/query/facts.h"

namespace dossier::graph {

/// The shortest chains of facts from `a` to `b`, at most `max_count` of them, none longer than `max_length` facts.
///
/// Facts are walked in either direction: the i-th fact of a path has the thing that is reached so far as its subject
/// or its object (`step_target` tells the other). Facts of every factuality count, so a path may rest on what was
/// planned or denied: each fact says so. `filter` narrows them (its `about` is not used). No path leads through a
/// literal. Nothing when there is no path, or a == b.
///
/// Ordered by the first step that differs: facts of what happened (occurred, ongoing, historical) first, then by the
/// thing reached, relation, fact.
[[nodiscard]] std::vector<std::vector<Fact>> paths(const Store& store, TermId a, TermId b, std::size_t max_length,
                                                   std::size_t max_count, const FactFilter& filter = {});

/// The end of the fact that is not `from`.
[[nodiscard]] inline TermId step_target(const Fact& fact, TermId from) noexcept {
  return fact.subject == from ? fact.object : fact.subject;
}

}  // namespace dossier::graph

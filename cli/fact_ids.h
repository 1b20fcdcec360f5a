/// The short ids by which people name facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/facts.h"

namespace dossier::cli {

/// A fact's IRI ends in a hash; as with Git's commits, a few letters of it are enough. All short ids of one graph have
/// one length: the least, from five on, at which they differ.
class FactIds {
 public:
  explicit FactIds(const graph::Store& store);

  [[nodiscard]] std::string short_id(graph::TermId fact) const;
  /// The facts whose hash begins so, or that have this IRI; ascending.
  [[nodiscard]] std::vector<graph::TermId> find(std::string_view text) const;
  /// The one fact that is meant so; nothing when there is none. Throws Error(usage) for several: a program must not guess.
  [[nodiscard]] std::optional<graph::Fact> only(const std::string& text) const;

 private:
  [[nodiscard]] std::string_view hash(graph::TermId fact) const;

  const graph::Store& store_;
  std::vector<graph::TermId> facts_;  // ascending by hash
  std::size_t length_ = 5;
};

}  // namespace dossier::cli

/// The quads that are known, sorted for asking.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "graph/term/prefixes.h"
#include "graph/term/quad.h"

namespace dossier::graph {

/// The quads that match a pattern, in the order of the index that serves it. A forward range of Quad by value.
class Matches {
 public:
  class Iterator;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;
  [[nodiscard]] bool empty() const noexcept;
  /// The exact number, without walking.
  [[nodiscard]] std::size_t size() const noexcept;
  // (representation: see store.cpp's owner)
};

/// An immutable set of quads and their terms. Built by a Builder or opened from a .kg file; movable, not copyable.
/// Any number of threads may read one store.
class Store {
 public:
  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::size_t term_count() const noexcept;

  /// A term's number, if the store knows the term.
  [[nodiscard]] std::optional<TermId> find(const TermView& term) const;
  [[nodiscard]] TermView term(TermId id) const;

  /// Every quad that fits, for any combination of bound positions, by binary search in one of six orders.
  [[nodiscard]] Matches match(const Pattern& pattern) const;
  [[nodiscard]] bool contains(const Quad& quad) const;

  /// The names of the named graphs, ascending. The default graph is not among them.
  [[nodiscard]] std::vector<TermId> graphs() const;

  [[nodiscard]] const Prefixes& prefixes() const noexcept;
};

}  // namespace dossier::graph

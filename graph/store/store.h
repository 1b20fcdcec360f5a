/// The quads that are known, sorted for asking.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "graph/store/matches.h"
#include "graph/term/prefixes.h"
#include "graph/term/quad.h"

namespace dossier::graph {

struct Contents;

/// A term and how many quads have it where it was asked for.
struct TermCount {
  TermId term{};
  std::size_t quads = 0;
  bool operator==(const TermCount&) const = default;
};

/// An immutable set of quads and their terms. Built by a Builder or opened from a .kg file; movable, not copyable.
/// Any number of threads may read one store. A store that was moved from may only be destroyed or assigned to.
///
/// Terms are numbered 1 … term_count() in their own order (TermView's), and every term occurs in some quad: the same
/// set of quads gives the same numbers, and what comes ascending by number comes ascending by name.
class Store {
 public:
  /// For Builder and open_store.
  explicit Store(std::unique_ptr<const Contents> contents);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::size_t term_count() const noexcept;

  /// A term's number, if the store knows the term. By binary search.
  [[nodiscard]] std::optional<TermId> find(const TermView& term) const;
  /// The term of a number of this store, not `no_term`. The text is the store's: it lives as long, moved or not.
  [[nodiscard]] TermView term(TermId id) const;
  /// Cheaper than `term(id).kind`. `id` must not be `no_term`.
  [[nodiscard]] TermKind kind(TermId id) const noexcept;

  /// Every quad that fits, for any combination of bound positions, by binary search in one of six orders.
  /// A number that the store does not know matches nothing.
  [[nodiscard]] Matches match(const Pattern& pattern) const;
  /// Every quad, by subject, predicate, object, graph.
  [[nodiscard]] Matches quads() const;
  [[nodiscard]] bool contains(const Quad& quad) const;

  /// The names of the named graphs, ascending. The default graph is not among them.
  [[nodiscard]] std::vector<TermId> graphs() const;

  /// The predicates, ascending, and how many quads have each.
  [[nodiscard]] std::vector<TermCount> predicate_counts() const;
  /// The graphs, ascending, and how many quads each has; the default graph comes first, if it has any.
  [[nodiscard]] std::vector<TermCount> graph_counts() const;

  [[nodiscard]] const Prefixes& prefixes() const noexcept;

  /// The columns themselves, for this room and for graph/view.
  [[nodiscard]] const Columns& columns() const noexcept;

 private:
  std::unique_ptr<const Contents> contents_;
};

}  // namespace dossier::graph

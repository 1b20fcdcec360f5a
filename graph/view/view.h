/// A store seen as a directed graph.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ranges>
#include <span>
#include <vector>

#include "graph/store/store.h"
#include "graph/view/edge_filter.h"

namespace dossier::graph {

/// Walks over rows of SPOG, or over the rows of one object in OSPG, and stops at each edge. Borrows the view.
class EdgeIterator {
 public:
  using iterator_concept = std::forward_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // in the sense of C++17: it returns values
  using value_type = Triple;
  using difference_type = std::ptrdiff_t;
  using reference = Triple;
  using pointer = void;

  EdgeIterator() = default;
  /// The rows [row, last) of those that begin at `first`; with `object`, of OSPG.
  EdgeIterator(const Columns& columns, const EdgeFilter& filter, Row first, Row row, Row last, TermId object) noexcept
      : columns_(&columns), filter_(&filter), first_(first), row_(row), last_(last), object_(object) {
    settle();
  }

  Triple operator*() const noexcept { return at(row_); }
  EdgeIterator& operator++() noexcept {
    ++row_;
    settle();
    return *this;
  }
  EdgeIterator operator++(int) noexcept {
    EdgeIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const EdgeIterator& a, const EdgeIterator& b) noexcept { return a.row_ == b.row_; }

 private:
  [[nodiscard]] Triple at(Row row) const noexcept {
    if (object_ != no_term) return {columns_->ospg_subjects[row], columns_->ospg_predicates[row], object_};
    return {columns_->subjects[row], columns_->predicates[row], columns_->objects[row]};
  }
  [[nodiscard]] bool is_edge(Row row) const noexcept {
    const Triple triple = at(row);
    if (number_of(triple.object) > columns_->resources() || !(*filter_)(triple.predicate)) return false;
    return row == first_ || at(row - 1) != triple;  // else stated again, in another graph
  }
  void settle() noexcept {
    while (row_ != last_ && !is_edge(row_)) ++row_;
  }

  const Columns* columns_ = nullptr;
  const EdgeFilter* filter_ = nullptr;
  Row first_ = 0, row_ = 0, last_ = 0;
  TermId object_{};
};

/// 64 terms: which of them are vertices, and how many vertices come before.
struct VertexBlock {
  std::uint64_t bits = 0;
  std::uint32_t before = 0;
};

/// Walks over the vertices. Borrows the view.
class VertexIterator {
 public:
  using iterator_concept = std::forward_iterator_tag;
  using iterator_category = std::input_iterator_tag;
  using value_type = TermId;
  using difference_type = std::ptrdiff_t;
  using reference = TermId;
  using pointer = void;

  VertexIterator() = default;
  /// At the first vertex of number `number` or more.
  VertexIterator(std::span<const VertexBlock> blocks, std::size_t number) noexcept : blocks_(blocks), number_(number) {
    settle();
  }

  TermId operator*() const noexcept { return TermId{static_cast<std::uint32_t>(number_)}; }
  VertexIterator& operator++() noexcept {
    ++number_;
    settle();
    return *this;
  }
  VertexIterator operator++(int) noexcept {
    VertexIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const VertexIterator& a, const VertexIterator& b) noexcept { return a.number_ == b.number_; }

 private:
  void settle() noexcept {
    const std::size_t end = blocks_.size() * 64;
    while (number_ < end) {
      const std::uint64_t rest = blocks_[number_ / 64].bits >> (number_ % 64);
      if (rest != 0) {
        number_ += static_cast<std::size_t>(std::countr_zero(rest));
        return;
      }
      number_ = (number_ / 64 + 1) * 64;
    }
  }

  std::span<const VertexBlock> blocks_;
  std::size_t number_ = 0;
};

using EdgeRange = std::ranges::subrange<EdgeIterator>;
using VertexRange = std::ranges::subrange<VertexIterator>;

/// The things of a store and the relations between them. A vertex is a term that is a quad's subject, or its object
/// and no literal; an edge is a triple whose object is no literal and whose predicate passes the filter. A triple that
/// several graphs state is one edge; two predicates between the same things are two.
///
/// Nothing is copied: the edges are read from the store's columns. Only which terms are vertices is noted, in a bit
/// each. Borrows the store's columns: a View must not outlive the store, which may be moved meanwhile.
/// With boost_graph.h it is a Boost.Graph; this header is light.
class View {
 public:
  explicit View(const Store& store, EdgeFilter filter = {});

  /// Ascending.
  [[nodiscard]] VertexRange vertices() const;
  [[nodiscard]] std::size_t vertex_count() const noexcept { return vertex_count_; }
  [[nodiscard]] bool is_vertex(TermId id) const noexcept;
  /// The vertex's place among the vertices: 0 … vertex_count() - 1. `vertex` must be one.
  [[nodiscard]] std::size_t index(TermId vertex) const noexcept;

  /// Ascending by subject, predicate, object.
  [[nodiscard]] EdgeRange edges() const;
  /// By predicate, object. A term that is no vertex has no edges.
  [[nodiscard]] EdgeRange out_edges(TermId vertex) const;
  /// By subject, predicate.
  [[nodiscard]] EdgeRange in_edges(TermId vertex) const;

  [[nodiscard]] const Columns& columns() const noexcept { return *columns_; }
  [[nodiscard]] const EdgeFilter& filter() const noexcept { return filter_; }

 private:
  const Columns* columns_;
  EdgeFilter filter_;
  std::vector<VertexBlock> blocks_;
  std::size_t vertex_count_ = 0;
};

inline VertexRange View::vertices() const {
  return {VertexIterator(blocks_, 0), VertexIterator(blocks_, blocks_.size() * 64)};
}

inline bool View::is_vertex(TermId id) const noexcept {
  const std::size_t number = number_of(id);
  return number / 64 < blocks_.size() && ((blocks_[number / 64].bits >> (number % 64)) & 1U) != 0;
}

inline std::size_t View::index(TermId vertex) const noexcept {
  const VertexBlock& block = blocks_[number_of(vertex) / 64];
  const std::uint64_t below = (std::uint64_t{1} << (number_of(vertex) % 64)) - 1;
  return block.before + static_cast<std::size_t>(std::popcount(block.bits & below));
}

}  // namespace dossier::graph

/// What a store answers a pattern with.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>

#include "graph/store/columns.h"

namespace dossier::graph {

/// The quads that match a pattern, in the order of the index that serves it. A forward range of Quad by value;
/// cheap to copy. It borrows from the store, and stays good when the store is moved.
class Matches {
 public:
  class Iterator;

  Matches() = default;
  /// The rows [first, last) of an order. `key` is the term that the rows of posg and ospg have in common.
  Matches(const Columns& columns, Order order, TermId key, Row first, Row last) noexcept
      : columns_(&columns), first_(first), last_(last), key_(key), order_(order) {}

  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;
  [[nodiscard]] bool empty() const noexcept { return first_ == last_; }
  /// The exact number, without walking.
  [[nodiscard]] std::size_t size() const noexcept { return last_ - first_; }
  /// The index-th match, without walking. `index` must be less than `size()`.
  [[nodiscard]] Quad operator[](std::size_t index) const noexcept { return at(first_ + static_cast<Row>(index)); }
  /// The order that the matches come in.
  [[nodiscard]] Order order() const noexcept { return order_; }

 private:
  [[nodiscard]] Quad at(Row row) const noexcept {
    const Columns& columns = *columns_;
    switch (order_) {
      case Order::spog:
        break;
      case Order::posg:
        return {columns.posg_subjects[row], key_, columns.posg_objects[row], columns.posg_graphs[row]};
      case Order::ospg:
        return {columns.ospg_subjects[row], columns.ospg_predicates[row], key_, columns.ospg_graphs[row]};
      case Order::gspo:
        return columns.quad(columns.gspo[row]);
      case Order::gpos:
        return columns.quad(columns.gpos[row]);
      case Order::gosp:
        return columns.quad(columns.gosp[row]);
    }
    return columns.quad(row);
  }

  const Columns* columns_ = nullptr;
  Row first_ = 0, last_ = 0;
  TermId key_{};
  Order order_ = Order::spog;
};

/// Walks over Matches; may outlive the Matches, not the store.
class Matches::Iterator {
 public:
  using iterator_concept = std::forward_iterator_tag;
  using iterator_category = std::input_iterator_tag;  // in the sense of C++17: it returns values
  using value_type = Quad;
  using difference_type = std::ptrdiff_t;
  using reference = Quad;
  using pointer = void;

  Iterator() = default;
  Iterator(const Matches& matches, Row row) noexcept : matches_(matches), row_(row) {}

  Quad operator*() const noexcept { return matches_.at(row_); }
  Iterator& operator++() noexcept {
    ++row_;
    return *this;
  }
  Iterator operator++(int) noexcept {
    Iterator before = *this;
    ++row_;
    return before;
  }
  friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.row_ == b.row_; }

 private:
  Matches matches_;
  Row row_ = 0;
};

inline Matches::Iterator Matches::begin() const { return {*this, first_}; }
inline Matches::Iterator Matches::end() const { return {*this, last_}; }

}  // namespace dossier::graph

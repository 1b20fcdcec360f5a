/// A view walked along its edges, or along and against them.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <ranges>

#include "graph/view/view.h"

namespace dossier::graph {

/// An edge, and whether it is walked from subject to object.
struct PathStep {
  Triple triple;
  bool forward = true;

  [[nodiscard]] TermId from() const noexcept { return forward ? triple.subject : triple.object; }
  [[nodiscard]] TermId to() const noexcept { return forward ? triple.object : triple.subject; }
  auto operator<=>(const PathStep&) const = default;
};

/// Walks over steps: first over out-edges, then over in-edges.
class StepIterator {
 public:
  using iterator_concept = std::forward_iterator_tag;
  using iterator_category = std::input_iterator_tag;
  using value_type = PathStep;
  using difference_type = std::ptrdiff_t;
  using reference = PathStep;
  using pointer = void;

  StepIterator() = default;
  StepIterator(EdgeRange out, EdgeRange in) : out_(out), in_(in) { settle(); }

  PathStep operator*() const { return out_.empty() ? PathStep{*in_.begin(), false} : PathStep{*out_.begin(), true}; }
  StepIterator& operator++() {
    (out_.empty() ? in_ : out_).advance(1);
    settle();
    return *this;
  }
  StepIterator operator++(int) {
    StepIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const StepIterator& a, const StepIterator& b) {
    return a.out_.begin() == b.out_.begin() && a.in_.begin() == b.in_.begin();
  }

 private:
  void settle() {
    if (!out_.empty()) return;
    while (!in_.empty() && (*in_.begin()).subject == (*in_.begin()).object) in_.advance(1);
  }

  EdgeRange out_, in_;
};

using StepRange = std::ranges::subrange<StepIterator>;

/// The steps that can be taken in a view: each edge forward; when `undirected`, each edge backward as well, but that
/// from a thing to itself, which leads nowhere else. Borrows the view.
class Walk {
 public:
  explicit Walk(const View& view, bool undirected) : view_(&view), undirected_(undirected) {}

  /// The steps from a vertex: forward by predicate and object, then backward by subject and predicate.
  [[nodiscard]] StepRange steps(TermId vertex) const;
  [[nodiscard]] const View& view() const noexcept { return *view_; }

 private:
  const View* view_;
  bool undirected_;
};

inline StepRange Walk::steps(TermId vertex) const {
  const EdgeRange out = view_->out_edges(vertex), in = undirected_ ? view_->in_edges(vertex) : EdgeRange();
  return {StepIterator(out, in), StepIterator({out.end(), out.end()}, {in.end(), in.end()})};
}

}  // namespace dossier::graph

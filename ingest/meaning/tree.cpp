#include "ingest/meaning/tree.h"

#include <algorithm>

namespace dossier::ingest {

Tree::Tree(const Words& words) : words_(&words) {
  const std::uint32_t first = words.first(), count = words.last() - first;
  first_child_.assign(count + 2, 0);
  for (std::uint32_t i = first; i < words.last(); ++i)
    if (!is_root(i)) ++first_child_[words.token(i).head - first + 2];
  for (std::size_t k = 2; k < first_child_.size(); ++k) first_child_[k] += first_child_[k - 1];
  children_.resize(first_child_.back());
  for (std::uint32_t i = first; i < words.last(); ++i)
    if (!is_root(i)) children_[first_child_[words.token(i).head - first + 1]++] = i;
}

bool Tree::has_relation(std::uint32_t i, std::initializer_list<Relation> any) const { return std::ranges::find(any, relation(i)) != any.end(); }

std::span<const std::uint32_t> Tree::children(std::uint32_t i) const {
  const std::uint32_t at = i - words_->first();
  return std::span(children_).subspan(first_child_[at], first_child_[at + 1] - first_child_[at]);
}

std::uint32_t Tree::child(std::uint32_t i, std::initializer_list<Relation> any) const {
  for (const std::uint32_t c : children(i))
    if (has_relation(c, any)) return c;
  return nothing;
}

std::uint32_t Tree::top(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (is_root(i) || head(i) < first || head(i) >= last) return i;
  return first;
}

std::uint32_t Tree::end_below(std::uint32_t i) const {
  std::uint32_t end = i + 1;
  for (const std::uint32_t c : children(i)) end = std::max(end, end_below(c));
  return end;
}

}  // namespace dossier::ingest

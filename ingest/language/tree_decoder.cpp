#include "ingest/language/tree_decoder.h"

#include <algorithm>

namespace dossier::ingest {
namespace {

/// Taken off every arc from the root, so that a second one is never worth it: greater than any sum of differences.
constexpr double second_root = 1e7;

/// Whether every word reaches the root and one word alone hangs on it. `seen` is room for a number a word.
bool is_single_rooted_tree(std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& seen) {
  if (std::ranges::count(heads, 0U) != 1) return false;
  seen.assign(heads.size() + 1, 0);
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    while (at != 0 && seen[at] == 0) seen[at] = word, at = heads[at - 1];
    if (at != 0 && seen[at] == word) return false;  // a circle of this walk
  }
  return true;
}

}  // namespace

void TreeDecoder::decode(std::span<const float> scores, std::span<std::uint32_t> heads) {
  const std::size_t words = heads.size();
  for (std::size_t w = 0; w < words; ++w) {
    const auto row = scores.subspan(w * (words + 1), words + 1);
    std::size_t best = 0;
    for (std::size_t h = 0; h <= words; ++h)
      if (h != w + 1 && row[h] > row[best]) best = h;
    heads[w] = static_cast<std::uint32_t>(best);
  }
  if (!is_single_rooted_tree(heads, seen_)) solve(scores, heads);
}

std::uint32_t TreeDecoder::best_head(std::uint32_t node) {
  std::uint32_t best = 0;
  for (const std::uint32_t other : active_)
    if (other != node && arc(other, node).score > arc(best, node).score) best = other;
  return best;
}

void TreeDecoder::contract(std::uint32_t on_circle) {
  const auto made = static_cast<std::uint32_t>(parent_.size());
  parent_.push_back(0);
  circle_.clear();
  for (std::uint32_t at = on_circle; circle_.empty() || at != on_circle; at = best_[at]) circle_.push_back(at);
  std::vector<Arc> inner;
  for (const std::uint32_t member : circle_) {
    parent_[member] = made;
    inner.push_back(arc(best_[member], member));
  }
  std::erase_if(active_, [this](std::uint32_t node) { return parent_[node] != 0; });
  const auto join = [&](std::uint32_t outside, bool leaves) {
    Arc in{-1e300, 0, 0}, out{-1e300, 0, 0};
    for (std::size_t k = 0; k < circle_.size(); ++k) {
      Arc into = arc(outside, circle_[k]);
      into.score -= inner[k].score;  // it would replace this member's arc
      if (into.score > in.score) in = into;
      if (leaves)
        if (const Arc& from = arc(circle_[k], outside); from.score > out.score) out = from;
    }
    arc(outside, made) = in;
    if (leaves) arc(made, outside) = out;
  };
  join(0, false);
  for (const std::uint32_t outside : active_) {
    join(outside, true);
    if (parent_[best_[outside]] == made) best_[outside] = made;
  }
  best_.push_back(best_head(made));
  active_.push_back(made);
  members_.push_back(circle_);
  member_arcs_.push_back(std::move(inner));
}

void TreeDecoder::solve(std::span<const float> scores, std::span<std::uint32_t> heads) {
  const auto words = static_cast<std::uint32_t>(heads.size());
  width_ = std::size_t{2} * words + 1;
  arcs_.resize(width_ * width_);
  active_.clear(), members_.clear(), member_arcs_.clear();
  parent_.assign(words + 1, 0);
  best_.assign(words + 1, 0);
  for (std::uint32_t w = 1; w <= words; ++w) {
    active_.push_back(w);
    for (std::uint32_t h = 0; h <= words; ++h)
      arc(h, w) = {scores[(w - 1) * (words + 1) + h] - (h == 0 ? second_root : 0), h, w};
  }
  for (std::uint32_t w = 1; w <= words; ++w) best_[w] = best_head(w);
  // Follow best heads from each node; what comes round to its own walk is a circle, contracted and walked from again.
  seen_.assign(width_, 0);
  std::uint32_t walk = 0;
  for (std::uint32_t start = 1; start <= words; ++start) {
    std::uint32_t at = start;
    while (parent_[at] != 0) at = parent_[at];
    ++walk;
    while (at != 0 && seen_[at] == 0) {
      seen_[at] = walk;
      std::uint32_t next = best_[at];
      if (next != 0 && seen_[next] == walk) {
        contract(next);
        next = static_cast<std::uint32_t>(parent_.size() - 1);
      }
      at = next;
    }
  }
  chosen_.assign(parent_.size(), {});
  for (const std::uint32_t node : active_) chosen_[node] = arc(best_[node], node);
  for (std::size_t k = members_.size(); k-- > 0;) {
    const auto made = static_cast<std::uint32_t>(words + 1 + k);
    std::uint32_t entered = chosen_[made].word;
    while (parent_[entered] != made) entered = parent_[entered];
    for (std::size_t m = 0; m < members_[k].size(); ++m)
      chosen_[members_[k][m]] = members_[k][m] == entered ? chosen_[made] : member_arcs_[k][m];
  }
  for (std::uint32_t w = 1; w <= words; ++w) heads[w - 1] = chosen_[w].head;
}

}  // namespace dossier::ingest

#include "graph/query/neighbors.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/query/fact_finder.h"

namespace dossier::graph {
namespace {

/// Grows the tree level by level.
class Tree {
 public:
  Tree(const Store& store, const NeighborOptions& options) : finder_(store), options_(options) {}

  std::vector<Neighbor> grow(TermId root) {
    reached_.insert(root);
    std::vector<TermId> level{root};
    for (unsigned depth = 1; depth <= options_.depth && !level.empty() && !full(); ++depth) {
      std::vector<TermId> next;
      for (const TermId thing : level) add_around(thing, depth, next);
      level = std::move(next);
    }
    std::vector<Neighbor> rows;
    print(root, rows);
    return rows;
  }

 private:
  [[nodiscard]] bool full() const { return options_.max_count != 0 && count_ >= options_.max_count; }

  const std::string& name(TermId thing) {
    const auto [entry, is_new] = names_.try_emplace(thing);
    if (is_new) entry->second = display_name(finder_.store(), thing);
    return entry->second;
  }

  std::vector<Neighbor> around(TermId thing, unsigned depth) {
    FactFilter filter = options_.filter;
    filter.about = thing;
    std::vector<Neighbor> rows;
    for (Fact& fact : finder_.find(filter)) {
      if (!told_.insert(fact.id).second) continue;
      const bool outgoing = fact.subject == thing;
      const TermId to = outgoing ? fact.object : fact.subject;
      rows.push_back({depth, thing, to, outgoing, false, std::move(fact)});
    }
    std::ranges::sort(rows, [this](const Neighbor& a, const Neighbor& b) { return before(a, b); });
    return rows;
  }

  bool before(const Neighbor& a, const Neighbor& b) {
    if (a.outgoing != b.outgoing) return a.outgoing;
    return std::tie(name(a.fact.predicate), name(a.to), a.fact.id) <
           std::tie(name(b.fact.predicate), name(b.to), b.fact.id);
  }

  void add_around(TermId thing, unsigned depth, std::vector<TermId>& next) {
    if (full()) return;
    for (Neighbor& row : around(thing, depth)) {
      if (full()) return;
      if (finder_.store().kind(row.to) != TermKind::literal) {
        row.again = !reached_.insert(row.to).second;
        if (!row.again) next.push_back(row.to);
      }
      children_[thing].push_back(std::move(row));
      ++count_;
    }
  }

  void print(TermId thing, std::vector<Neighbor>& rows) {
    // Each thing is told of once, so its rows may be taken out.
    std::vector<Neighbor> children = std::move(children_[thing]);
    for (Neighbor& row : children) {
      const TermId to = row.to;
      const bool further = !row.again;
      rows.push_back(std::move(row));
      if (further) print(to, rows);
    }
  }

  FactFinder finder_;
  const NeighborOptions& options_;
  std::size_t count_ = 0;
  std::unordered_set<TermId> reached_, told_;
  std::unordered_map<TermId, std::vector<Neighbor>> children_;
  std::unordered_map<TermId, std::string> names_;
};

}  // namespace

std::vector<Neighbor> neighbors(const Store& store, TermId thing, const NeighborOptions& options) {
  return Tree(store, options).grow(thing);
}

}  // namespace dossier::graph

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <boost/pending/queue.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "graph/view/algorithms.h"
#include "graph/view/boost_graph.h"

namespace dossier::graph {
namespace {

/// How a vertex was first reached.
struct Arrival {
  PathStep step;
  std::size_t distance = 0;
};
using Arrivals = boost::unordered_flat_map<std::uint32_t, Arrival>;

/// Thrown by the visitor: Boost's breadth-first search has no other way to end early (its FAQ, question 5).
struct SearchEnd {};

class Visitor : public boost::default_bfs_visitor {
 public:
  Visitor(Arrivals& arrivals, TermId target, std::size_t max_length)
      : arrivals_(&arrivals), target_(target), max_length_(max_length) {}

  void examine_vertex(TermId vertex, const Walk&) const {
    if (distance(vertex) >= max_length_) throw SearchEnd();
  }
  void tree_edge(const PathStep& step, const Walk&) const {
    arrivals_->emplace(number_of(step.to()), Arrival{step, distance(step.from()) + 1});
    if (step.to() == target_) throw SearchEnd();
  }

 private:
  [[nodiscard]] std::size_t distance(TermId vertex) const {
    const auto found = arrivals_->find(number_of(vertex));
    return found == arrivals_->end() ? 0 : found->second.distance;
  }

  Arrivals* arrivals_;
  TermId target_;
  std::size_t max_length_;
};

Arrivals search(const Walk& walk, TermId from, TermId to, std::size_t max_length) {
  Arrivals arrivals;
  boost::queue<TermId> queue;
  const auto colors = boost::make_two_bit_color_map(num_vertices(walk), get(boost::vertex_index, walk));
  try {
    boost::breadth_first_visit(walk, from, queue, Visitor(arrivals, to, max_length), colors);
  } catch (const SearchEnd&) {
    // found, or too far
  }
  return arrivals;
}

}  // namespace

std::optional<std::vector<PathStep>> shortest_path(const Store& store, TermId from, TermId to,
                                                   const PathOptions& options) {
  const View view(store, options.filter);
  if (!view.is_vertex(from) || !view.is_vertex(to)) return std::nullopt;
  std::vector<PathStep> path;
  if (from == to) return path;
  const Arrivals arrivals = search(Walk(view, options.undirected), from, to, options.max_length);
  for (TermId vertex = to; vertex != from; vertex = path.back().from()) {
    const auto found = arrivals.find(number_of(vertex));
    if (found == arrivals.end()) return std::nullopt;
    path.push_back(found->second.step);
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace dossier::graph

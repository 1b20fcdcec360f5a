#include <algorithm>
#include <boost/graph/page_rank.hpp>
#include <cmath>
#include <numeric>

#include "graph/view/algorithms.h"
#include "graph/view/boost_graph.h"

namespace dossier::graph {
namespace {

using Ranks = std::vector<double>;

/// Ends the rounds when little moves.
class Settled {
 public:
  Settled(const PageRankOptions& options, Ranks& before) : options_(&options), before_(&before) {}

  template <class RankMap>
  bool operator()(const RankMap& ranks, const Walk& walk) {
    double moved = 0;
    std::size_t i = 0;
    for (const TermId vertex : walk.view().vertices()) {
      const double now = get(ranks, vertex);
      moved += std::abs(now - std::exchange((*before_)[i++], now));
    }
    return rounds_++ >= options_->max_rounds || moved < options_->tolerance * static_cast<double>(i);
  }

 private:
  const PageRankOptions* options_;
  Ranks* before_;
  std::size_t rounds_ = 0;
};

}  // namespace

std::vector<std::pair<TermId, double>> page_rank(const Store& store, const PageRankOptions& options) {
  const View view(store, options.filter);
  const Walk walk(view, options.undirected);
  Ranks ranks(view.vertex_count()), spare(view.vertex_count()), before(view.vertex_count());
  const auto by_vertex = [&view](Ranks& values) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view));
  };
  // Boost's ranks begin at 1 / n and tend to 1 on average; n = 1 begins there.
  boost::graph::page_rank(walk, by_vertex(ranks), Settled(options, before), options.damping, 1, by_vertex(spare));
  // Boost drops what arrives at a vertex that leads nowhere. To spread it over all only adds the same to each vertex's
  // share, and the solution is linear in that share: dividing by the sum gives the ranks that sum to 1.
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  std::vector<std::pair<TermId, double>> result;
  result.reserve(ranks.size());
  for (const TermId vertex : view.vertices()) result.emplace_back(vertex, ranks[result.size()] / sum);
  std::ranges::sort(result, [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
  return result;
}

}  // namespace dossier::graph

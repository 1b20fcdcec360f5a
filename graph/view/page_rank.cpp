#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "graph/view/algorithms.h"

namespace dossier::graph {
namespace {

using Ranks = std::vector<double>;
using Steps = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint64_t>;

/// The steps of a walk, between places of vertices. Why here a copy, which all else avoids: a hundred rounds would
/// each filter the quads again; a copy costs as much as two or three of them.
Steps steps_of(const Walk& walk) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const auto place = [&walk](TermId vertex) { return static_cast<std::uint32_t>(walk.view().index(vertex)); };
  for (const TermId vertex : walk.view().vertices())
    for (const PathStep& step : walk.steps(vertex)) pairs.emplace_back(place(vertex), place(step.to()));
  return {boost::edges_are_sorted, pairs.begin(), pairs.end(), static_cast<std::uint32_t>(walk.view().vertex_count())};
}

/// Ends the rounds when little moves.
class Settled {
 public:
  Settled(const PageRankOptions& options, Ranks& before) : options_(&options), before_(&before) {}

  template <class RankMap>
  bool operator()(const RankMap& ranks, const Steps&) {
    double moved = 0;
    for (std::uint32_t i = 0; i < before_->size(); ++i) {
      const double now = get(ranks, i);
      moved += std::abs(now - std::exchange((*before_)[i], now));
    }
    return rounds_++ >= options_->max_rounds || moved < options_->tolerance * static_cast<double>(before_->size());
  }

 private:
  const PageRankOptions* options_;
  Ranks* before_;
  std::size_t rounds_ = 0;
};

}  // namespace

std::vector<std::pair<TermId, double>> page_rank(const Store& store, const PageRankOptions& options) {
  const View view(store, options.filter);
  const Steps steps = steps_of(Walk(view, options.undirected));
  Ranks ranks(view.vertex_count()), spare(view.vertex_count()), before(view.vertex_count());
  const auto by_place = [&steps](Ranks& values) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, steps));
  };
  // Boost's ranks begin at 1 / n and tend to 1 on average; n = 1 begins there.
  boost::graph::page_rank(steps, by_place(ranks), Settled(options, before), options.damping, 1, by_place(spare));
  // Boost drops what arrives at a vertex that leads nowhere. To spread it over all only adds the same to each vertex's
  // share, and the solution is linear in that share: dividing by the sum gives the ranks that sum to 1.
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  std::vector<std::pair<TermId, double>> result;
  result.reserve(ranks.size());
  for (const TermId vertex : view.vertices()) result.emplace_back(vertex, ranks[result.size()] / sum);
  std::ranges::sort(result, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return result;
}

}  // namespace dossier::graph

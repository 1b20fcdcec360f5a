#include <ranges>

#include "graph/view/algorithms.h"

namespace dossier::graph {
namespace {

Degree degree_in(const View& view, TermId vertex) {
  return {vertex, static_cast<std::size_t>(std::ranges::distance(view.in_edges(vertex))),
          static_cast<std::size_t>(std::ranges::distance(view.out_edges(vertex)))};
}

}  // namespace

Degree degree(const Store& store, TermId vertex, const EdgeFilter& filter) {
  return degree_in(View(store, filter), vertex);
}

std::vector<Degree> degrees(const Store& store, const EdgeFilter& filter) {
  const View view(store, filter);
  std::vector<Degree> all;
  all.reserve(view.vertex_count());
  for (const TermId vertex : view.vertices()) all.push_back(degree_in(view, vertex));
  return all;
}

}  // namespace dossier::graph

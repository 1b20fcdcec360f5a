#include <algorithm>
#include <boost/graph/incremental_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>

#include "graph/view/algorithms.h"
#include "graph/view/boost_graph.h"

namespace dossier::graph {

std::vector<std::vector<TermId>> connected_components(const Store& store, const EdgeFilter& filter) {
  const View view(store, filter);
  // Disjoint sets read the edges once in their order on the disk; a search would need both directions and jump.
  std::vector<std::size_t> ranks(view.vertex_count());
  std::vector<TermId> parents(view.vertex_count());
  const auto by_vertex = [&view](auto& values) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view));
  };
  boost::disjoint_sets sets(by_vertex(ranks), by_vertex(parents));
  boost::initialize_incremental_components(view, sets);
  boost::incremental_components(view, sets);

  constexpr std::size_t none = ~std::size_t{0};
  std::vector<std::size_t> number(view.vertex_count(), none);
  std::vector<std::vector<TermId>> components;
  for (const TermId vertex : view.vertices()) {
    std::size_t& component = number[view.index(sets.find_set(vertex))];
    if (component == none) {
      component = components.size();
      components.emplace_back();
    }
    components[component].push_back(vertex);
  }
  std::ranges::stable_sort(components, std::greater<>(), &std::vector<TermId>::size);
  return components;
}

}  // namespace dossier::graph

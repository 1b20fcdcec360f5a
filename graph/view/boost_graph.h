/// View and Walk as models of the Boost Graph Library's concepts. Heavy: to be included by .cpp files only.
///
/// View is a VertexListGraph, EdgeListGraph, BidirectionalGraph (so IncidenceGraph) and AdjacencyGraph; Walk is a
/// VertexListGraph, IncidenceGraph and AdjacencyGraph. Vertices are TermIds, a View's edges are Triples, a Walk's are
/// PathSteps. Degrees and num_edges are counted by walking. The property map is vertex_index: a vertex's name is the
/// store's to tell, and the predicate of an edge is in the edge.
#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <concepts>
#include <cstddef>
#include <ranges>
#include <utility>

#include "graph/view/view.h"
#include "graph/view/walk.h"

template <>
struct boost::graph_traits<dossier::graph::View> {
  using vertex_descriptor = dossier::graph::TermId;
  using edge_descriptor = dossier::graph::Triple;
  using vertex_iterator = dossier::graph::VertexIterator;
  using edge_iterator = dossier::graph::EdgeIterator;
  using out_edge_iterator = dossier::graph::EdgeIterator;
  using in_edge_iterator = dossier::graph::EdgeIterator;
  using adjacency_iterator =
      boost::adjacency_iterator_generator<dossier::graph::View, vertex_descriptor, out_edge_iterator>::type;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag,
                              boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return dossier::graph::no_term; }
};

template <>
struct boost::graph_traits<dossier::graph::Walk> {
  using vertex_descriptor = dossier::graph::TermId;
  using edge_descriptor = dossier::graph::PathStep;
  using vertex_iterator = dossier::graph::VertexIterator;
  using edge_iterator = void;
  using out_edge_iterator = dossier::graph::StepIterator;
  using in_edge_iterator = void;
  using adjacency_iterator =
      boost::adjacency_iterator_generator<dossier::graph::Walk, vertex_descriptor, out_edge_iterator>::type;
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::vertex_list_graph_tag, boost::incidence_graph_tag, boost::adjacency_graph_tag {};
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return dossier::graph::no_term; }
};

// Some algorithms take a graph by plain reference, and find that it is const.
template <>
struct boost::graph_traits<const dossier::graph::View> : boost::graph_traits<dossier::graph::View> {};
template <>
struct boost::graph_traits<const dossier::graph::Walk> : boost::graph_traits<dossier::graph::Walk> {};

namespace dossier::graph {

template <class Range>
auto as_pair(const Range& range) {
  return std::pair{range.begin(), range.end()};
}

inline auto vertices(const View& view) { return as_pair(view.vertices()); }
inline std::size_t num_vertices(const View& view) { return view.vertex_count(); }
inline auto edges(const View& view) { return as_pair(view.edges()); }
inline std::size_t num_edges(const View& view) { return static_cast<std::size_t>(std::ranges::distance(view.edges())); }
inline TermId source(const Triple& edge, const View&) { return edge.subject; }
inline TermId target(const Triple& edge, const View&) { return edge.object; }
inline auto out_edges(TermId vertex, const View& view) { return as_pair(view.out_edges(vertex)); }
inline auto in_edges(TermId vertex, const View& view) { return as_pair(view.in_edges(vertex)); }
inline std::size_t out_degree(TermId vertex, const View& view) {
  return static_cast<std::size_t>(std::ranges::distance(view.out_edges(vertex)));
}
inline std::size_t in_degree(TermId vertex, const View& view) {
  return static_cast<std::size_t>(std::ranges::distance(view.in_edges(vertex)));
}
inline std::size_t degree(TermId vertex, const View& view) {
  return out_degree(vertex, view) + in_degree(vertex, view);
}

inline auto vertices(const Walk& walk) { return as_pair(walk.view().vertices()); }
inline std::size_t num_vertices(const Walk& walk) { return walk.view().vertex_count(); }
inline TermId source(const PathStep& step, const Walk&) { return step.from(); }
inline TermId target(const PathStep& step, const Walk&) { return step.to(); }
inline auto out_edges(TermId vertex, const Walk& walk) { return as_pair(walk.steps(vertex)); }
inline std::size_t out_degree(TermId vertex, const Walk& walk) {
  return static_cast<std::size_t>(std::ranges::distance(walk.steps(vertex)));
}

/// The vertices that a vertex's edges lead to; once for each edge.
template <class AnyGraph>
requires std::same_as<AnyGraph, View> || std::same_as<AnyGraph, Walk>
auto adjacent_vertices(TermId vertex, const AnyGraph& graph) {
  using Iterator = typename boost::graph_traits<AnyGraph>::adjacency_iterator;
  const auto [first, last] = out_edges(vertex, graph);
  return std::pair{Iterator(first, &graph), Iterator(last, &graph)};
}

/// Vertex -> its place among the vertices.
struct VertexIndexMap {
  using key_type = TermId;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  const View* view = nullptr;
};
inline std::size_t get(const VertexIndexMap& map, TermId vertex) { return map.view->index(vertex); }
inline VertexIndexMap get(boost::vertex_index_t, const View& view) { return {&view}; }
inline VertexIndexMap get(boost::vertex_index_t, const Walk& walk) { return {&walk.view()}; }
inline std::size_t get(boost::vertex_index_t, const View& view, TermId vertex) { return view.index(vertex); }
inline std::size_t get(boost::vertex_index_t, const Walk& walk, TermId vertex) { return walk.view().index(vertex); }

}  // namespace dossier::graph

template <>
struct boost::property_map<dossier::graph::View, boost::vertex_index_t> {
  using type = dossier::graph::VertexIndexMap;
  using const_type = type;
};
template <>
struct boost::property_map<dossier::graph::Walk, boost::vertex_index_t> {
  using type = dossier::graph::VertexIndexMap;
  using const_type = type;
};

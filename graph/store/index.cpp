#include "graph/store/index.h"

#include <algorithm>
#include <future>

namespace dossier::graph {
namespace {

using Starts = std::vector<Row>;

/// Turns the number of quads of each term (at the term's number + 1) into the first row of each term.
void accumulate(Starts& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

template <TermId Quad::*position>
Starts starts_of(const std::vector<Quad>& quads, std::uint32_t terms) {
  Starts starts(std::size_t{terms} + 2, 0);
  for (const Quad& quad : quads) ++starts[number_of(quad.*position) + 1];
  accumulate(starts);
  return starts;
}

/// One stable counting sort: from right to left over the positions they sort the whole.
template <TermId Quad::*position>
void sort_by(std::vector<Quad>& quads, std::vector<Quad>& spare, std::uint32_t terms) {
  if (std::ranges::is_sorted(quads, {}, position)) return;
  Starts next = starts_of<position>(quads, terms);
  for (const Quad& quad : quads) spare[next[number_of(quad.*position)]++] = quad;
  quads.swap(spare);
}

void sort_all(std::vector<Quad>& quads, std::uint32_t terms) {
  std::vector<Quad> spare(quads.size());
  sort_by<&Quad::graph>(quads, spare, terms);
  sort_by<&Quad::object>(quads, spare, terms);
  sort_by<&Quad::predicate>(quads, spare, terms);
  sort_by<&Quad::subject>(quads, spare, terms);
}

/// Keeps of a table with an entry for each term the entries of those that have rows.
void keep_used(const Starts& starts, std::vector<TermId>& keys, std::vector<Row>& key_starts) {
  for (std::size_t id = 0; id + 1 < starts.size(); ++id) {
    if (starts[id] == starts[id + 1]) continue;
    keys.push_back(TermId{static_cast<std::uint32_t>(id)});
    key_starts.push_back(starts[id]);
  }
  key_starts.push_back(starts.back());
}

void fill_spog(const std::vector<Quad>& quads, OwnedColumns& columns) {
  columns.subject_starts = starts_of<&Quad::subject>(quads, columns.resources());
  for (auto* column : {&columns.subjects, &columns.predicates, &columns.objects, &columns.graphs})
    column->reserve(quads.size());
  for (const Quad& quad : quads) {
    columns.subjects.push_back(quad.subject);
    columns.predicates.push_back(quad.predicate);
    columns.objects.push_back(quad.object);
    columns.graphs.push_back(quad.graph);
  }
}

/// For each row of OSPG or POSG its row in SPOG; only stores of several graphs need it.
using Origin = std::vector<Row>;

/// SPOG, stably sorted by object, is OSPG.
Origin fill_ospg(const std::vector<Quad>& quads, bool keep_origin, OwnedColumns& columns) {
  Starts next = columns.object_starts = starts_of<&Quad::object>(quads, columns.terms());
  for (auto* column : {&columns.ospg_subjects, &columns.ospg_predicates, &columns.ospg_graphs})
    column->resize(quads.size());
  Origin origin(keep_origin ? quads.size() : 0);
  for (Row row = 0; row < quads.size(); ++row) {
    const Quad& quad = quads[row];
    const Row place = next[number_of(quad.object)]++;
    columns.ospg_subjects[place] = quad.subject;
    columns.ospg_predicates[place] = quad.predicate;
    columns.ospg_graphs[place] = quad.graph;
    if (keep_origin) origin[place] = row;
  }
  return origin;
}

/// OSPG, stably sorted by predicate, is POSG.
Origin fill_posg(const std::vector<Quad>& quads, const Origin& ospg_origin, OwnedColumns& columns) {
  Starts next = starts_of<&Quad::predicate>(quads, columns.iris);
  keep_used(next, columns.predicate_keys, columns.predicate_starts);
  for (auto* column : {&columns.posg_objects, &columns.posg_subjects, &columns.posg_graphs})
    column->resize(quads.size());
  Origin origin(ospg_origin.size());
  for (std::uint32_t object = 1; object <= columns.terms(); ++object) {
    for (Row row = columns.object_starts[object]; row < columns.object_starts[object + 1]; ++row) {
      const Row place = next[number_of(columns.ospg_predicates[row])]++;
      columns.posg_objects[place] = TermId{object};
      columns.posg_subjects[place] = columns.ospg_subjects[row];
      columns.posg_graphs[place] = columns.ospg_graphs[row];
      if (!origin.empty()) origin[place] = ospg_origin[row];
    }
  }
  return origin;
}

/// An order, stably sorted by graph, is that order within each graph.
std::vector<Row> by_graph(const Starts& starts, ColumnView<TermId> graphs, const Origin& origin) {
  Starts next = starts;
  std::vector<Row> order(graphs.size());
  for (Row row = 0; row < graphs.size(); ++row) {
    const Row place = next[number_of(graphs[row])]++;
    order[place] = origin.empty() ? row : origin[row];
  }
  return order;
}

}  // namespace

void sort_and_unite(std::vector<Quad>& quads, std::uint32_t terms) {
  // What came from a store is sorted already, and usually followed by little else.
  const auto run = std::is_sorted_until(quads.begin(), quads.end());
  if (const auto rest = static_cast<std::size_t>(quads.end() - run); rest > quads.size() / 8) {
    sort_all(quads, terms);
  } else {
    std::sort(run, quads.end());
    std::inplace_merge(quads.begin(), run, quads.end());
  }
  const auto repeated = std::ranges::unique(quads);
  quads.erase(repeated.begin(), repeated.end());
}

void fill_orders(const std::vector<Quad>& quads, OwnedColumns& columns) {
  const Starts graph_starts = starts_of<&Quad::graph>(quads, columns.resources());
  keep_used(graph_starts, columns.graph_keys, columns.graph_starts);
  const bool several = columns.graph_keys.size() > 1;
  // A second thread is worth its start from some thousand quads on.
  const auto policy = quads.size() > 20'000 ? std::launch::async : std::launch::deferred;
  auto spog = std::async(policy, [&] {
    fill_spog(quads, columns);
    if (several) columns.gspo = by_graph(graph_starts, columns.graphs, {});
  });
  const Origin ospg_origin = fill_ospg(quads, several, columns);
  const Origin posg_origin = fill_posg(quads, ospg_origin, columns);
  spog.get();
  if (!several) return;
  auto gosp = std::async(policy, [&] { columns.gosp = by_graph(graph_starts, columns.ospg_graphs, ospg_origin); });
  columns.gpos = by_graph(graph_starts, columns.posg_graphs, posg_origin);
  gosp.get();
}

}  // namespace dossier::graph

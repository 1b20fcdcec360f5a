// Decisions, applied to a graph whose documents need not be there any more.
#include <algorithm>

#include "graph/query/model_ids.h"
#include "graph/query/name_folding.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/decide.h"

namespace dossier::ingest {
namespace {

using graph::Store;
using graph::TermId;

/// The graphs that were decided before, or that have a thing or a name that is decided now.
std::vector<TermId> graphs_to_decide(const Store& store, const Decisions& decisions) {
  std::vector<TermId> graphs;
  const auto note = [&](const graph::Pattern& pattern) {
    for (const graph::Quad& quad : store.match(pattern))
      if (quad.graph != graph::no_term) graphs.push_back(quad.graph);
  };
  note({{}, graph::id_of(store, graph::pa::decision), {}, {}});
  for (const std::string_view iri : decisions.renamed_iris()) {
    const TermId id = graph::id_of(store, iri);
    note({id, {}, {}, {}});
    note({{}, {}, id, {}});
  }
  if (const auto names = decisions.renamed_names(); !names.empty()) {
    const TermId name = graph::id_of(store, graph::pa::name);
    for (const TermId literal : graph::distinct_objects(store, name))
      if (std::ranges::binary_search(names, graph::folded_name(store.term(literal).text))) note({{}, name, literal, {}});
  }
  graph::make_set(graphs);
  return graphs;
}

}  // namespace

std::size_t add_decided(const Store& store, const Decisions& decisions, std::span<const TermId> without, graph::Builder& builder) {
  std::vector<TermId> elsewhere(without.begin(), without.end());
  graph::make_set(elsewhere);
  std::vector<TermId> graphs;
  std::ranges::set_difference(graphs_to_decide(store, decisions), elsewhere, std::back_inserter(graphs));
  elsewhere.insert(elsewhere.end(), graphs.begin(), graphs.end());
  builder.add(store, elsewhere);
  for (const TermId graph : graphs) {
    DocumentGraph document;
    document.name = store.term(graph).text;
    for (const graph::Quad& quad : store.match({{}, {}, {}, graph}))
      document.add(store.term(quad.subject), store.term(quad.predicate), store.term(quad.object));
    take_back(document);
    decide(document, decisions);
    document.send(builder);
  }
  return graphs.size();
}

}  // namespace dossier::ingest

#include "graph/store/builder.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "graph/error/error.h"
#include "graph/store/contents.h"
#include "graph/store/index.h"
#include "graph/store/term_order.h"
#include "graph/term/dictionary.h"

namespace dossier::graph {
namespace {

void check(const QuadView& quad) {
  const auto refuse = [](const TermView& term, const char* where) {
    throw Error(ErrorKind::bad_input, to_ntriples(term) + " cannot be " + where);
  };
  if (quad.subject.is_literal()) refuse(quad.subject, "a subject: it is a literal");
  if (!quad.predicate.is_iri()) refuse(quad.predicate, "a predicate: it is not an IRI");
  if (quad.graph && quad.graph->is_literal()) refuse(*quad.graph, "the name of a graph: it is a literal");
}

}  // namespace

struct Builder::State {
  Dictionary terms;  // numbers in the order of arrival, until `build`
  std::vector<Quad> quads;
  Prefixes prefixes;

  void add(const Quad& quad) {
    if (quads.size() >= std::numeric_limits<Row>::max() - 1)
      throw Error(ErrorKind::io, "the graph has more quads than a store can number (4,294,967,294)");
    quads.push_back(quad);
  }
};

Builder::Builder() : state_(std::make_unique<State>()) {}
Builder::~Builder() = default;

void Builder::prefix(std::string_view name, std::string_view iri) { state_->prefixes.declare(name, iri); }

void Builder::quad(const QuadView& quad) {
  check(quad);
  Dictionary& terms = state_->terms;
  const TermId subject = terms.intern(quad.subject);
  const TermId predicate = terms.intern(quad.predicate);
  const TermId object = terms.intern(quad.object);
  state_->add({subject, predicate, object, quad.graph ? terms.intern(*quad.graph) : no_term});
}

void Builder::add(const Store& store, std::span<const TermId> without) {
  for (const auto& [name, iri] : store.prefixes().all()) prefix(name, iri);
  std::vector<bool> unwanted(store.term_count() + 1), used(store.term_count() + 1);
  for (const TermId graph : without)
    if (number_of(graph) < unwanted.size()) unwanted[number_of(graph)] = true;
  const auto mark = [&used](TermId id) { used[number_of(id)] = true; };
  for (const Quad& quad : store.quads()) {
    if (unwanted[number_of(quad.graph)]) continue;
    for (const TermId id : {quad.subject, quad.predicate, quad.object, quad.graph}) mark(id);
  }
  // In the order of the terms, so that `build` finds them sorted.
  std::vector<TermId> numbers(used.size(), no_term);
  for (std::uint32_t id = 1; id < used.size(); ++id)
    if (used[id]) numbers[id] = state_->terms.intern(store.term(TermId{id}));
  const auto renumbered = [&numbers](TermId id) { return numbers[number_of(id)]; };
  for (const Quad& quad : store.quads()) {
    if (unwanted[number_of(quad.graph)]) continue;
    state_->add(
        {renumbered(quad.subject), renumbered(quad.predicate), renumbered(quad.object), renumbered(quad.graph)});
  }
}

Store Builder::build() {
  State state = std::move(*std::exchange(state_, std::make_unique<State>()));
  OwnedColumns columns;
  {
    const Dictionary terms = std::move(state.terms);
    const std::vector<TermId> sorted = sorted_terms(terms);
    std::vector<TermId> ranks(sorted.size() + 1, no_term);
    for (std::size_t i = 0; i < sorted.size(); ++i)
      ranks[number_of(sorted[i])] = TermId{static_cast<std::uint32_t>(i + 1)};
    const auto rank = [&ranks](TermId& id) { id = ranks[number_of(id)]; };
    for (Quad& quad : state.quads)
      for (TermId* id : {&quad.subject, &quad.predicate, &quad.object, &quad.graph}) rank(*id);
    fill_terms(terms, sorted, columns);
  }
  std::vector<TextPair> prefixes;
  for (const auto& [name, iri] : state.prefixes.all()) prefixes.emplace_back(name, iri);
  columns.prefixes = encode(prefixes);
  sort_and_unite(state.quads, columns.terms());
  fill_orders(state.quads, columns);
  return Store(std::make_unique<const Contents>(std::move(columns)));
}

}  // namespace dossier::graph

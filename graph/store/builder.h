/// Collects quads and makes a Store of them.
#pragma once

#include <memory>
#include <span>

#include "graph/store/store.h"
#include "graph/term/quad.h"

namespace dossier::graph {

/// A sink whose `build` gives the sorted, duplicate-free Store. The same set of quads (and prefixes) gives the same
/// Store, whatever the order in which they came. Blank nodes of the same label are one: whoever brings documents
/// together gives each document's labels a prefix of their own (ReadOptions::blank_prefix).
class Builder final : public QuadSink {
 public:
  Builder();
  ~Builder() override;
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  void prefix(std::string_view name, std::string_view iri) override;
  /// Throws Error(bad_input) for what RDF does not allow: a literal as subject or graph, a predicate that is not an
  /// IRI. Throws Error(io) past 2^32 - 2 quads or terms.
  void quad(const QuadView& quad) override;

  /// Adds the prefixes and every quad of a store, except those of the graphs named in `without` (numbers of `store`;
  /// `no_term` is the default graph). What only they spoke of is gone as if it had never been added.
  void add(const Store& store, std::span<const TermId> without = {});

  /// Sorts and indexes, on two threads where it pays. The builder is empty afterwards.
  [[nodiscard]] Store build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph

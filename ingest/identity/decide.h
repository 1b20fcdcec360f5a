/// Decisions, applied to what a document says.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/store/builder.h"
#include "graph/store/store.h"
#include "graph/term/dictionary.h"
#include "graph/term/quad.h"
#include "ingest/identity/decisions.h"

namespace dossier::ingest {

/// The graph of one document, in memory.
struct DocumentGraph {
  std::string name;                      ///< the document's IRI
  graph::Dictionary terms;
  std::vector<graph::Triple> triples;    ///< sorted, each once, after `decide` and `take_back`

  void add(const graph::TermView& subject, const graph::TermView& predicate, const graph::TermView& object);
  void send(graph::QuadSink& sink) const;
};

/// Renames what decisions speak of, in the graph of a document as it was read: everything that is said of the one is
/// said of the other, and facts and tenures get the IRIs that they would have had.
///
/// Why triples are rewritten and not documents read again: the same function then serves a document that is just read
/// and a graph whose documents are long gone, so that both give the same bytes. What changes is kept as it was in two
/// notes in the document's own graph: pa:decision, what was renamed to what, and pa:asRead, the triples that were
/// replaced or fallen upon, in Turtle. `take_back` needs nothing else, and whoever removes the document removes them too.
void decide(DocumentGraph& document, const Decisions& decisions);

/// Undoes `decide` exactly, whatever was decided. Throws Error(bad_input) when the notes have been damaged.
void take_back(DocumentGraph& document);

/// Passes the quads of one document after the other on, decided.
class DecidingSink final : public graph::QuadSink {
 public:
  DecidingSink(const Decisions& decisions, graph::QuadSink& sink) : decisions_(decisions), sink_(sink) {}
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override;
  /// The document is complete. Must be called after each.
  void finish();

 private:
  const Decisions& decisions_;
  graph::QuadSink& sink_;
  DocumentGraph document_;
};

/// Adds a store to the builder, without some of its graphs, with these decisions in place of those that it was made with.
/// Only documents that either speak of are looked into. Gives the number of those.
std::size_t add_decided(const graph::Store& store, const Decisions& decisions, std::span<const graph::TermId> without,
                        graph::Builder& builder);

}  // namespace dossier::ingest

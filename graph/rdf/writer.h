/// Quads -> RDF text.
#pragma once

#include <iosfwd>
#include <memory>

#include "graph/rdf/syntax.h"
#include "graph/term/prefixes.h"
#include "graph/term/quad.h"

namespace dossier::graph {

struct WriteOptions {
  Syntax syntax = Syntax::turtle;
  Prefixes prefixes = Prefixes::usual();  ///< those that no term uses are not written
};

/// A sink that writes.
///
/// N-Triples and N-Quads stream: one canonical line a quad, as they come. The others group by subject, hold all quads
/// until `finish`, and give the same bytes for the same set of quads in whatever order it comes. There, blank nodes get
/// labels of their own (b1, b2, …), which depend on what the nodes say and not on how they were labelled before, except
/// among nodes that only a search could tell apart. Prefixes that the sink is told join those of the options.
///
/// `quad` throws Error(bad_input) for what could not be read again: a literal as a subject, a relative IRI, a language
/// tag that is none, and in RDF/XML properties and characters that XML has no way to write. `quad` and `finish` throw
/// Error(io) when the stream does not take the text.
class Writer : public QuadSink {
 public:
  /// Writes what is left. Must be called once, last; without it the output is incomplete.
  virtual void finish() = 0;
};

/// `out` must outlive the writer. Syntaxes without named graphs write every quad's triple, once.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::ostream& out, const WriteOptions& options);

}  // namespace dossier::graph

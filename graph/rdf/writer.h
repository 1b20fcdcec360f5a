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

/// A sink that writes. N-Triples and N-Quads stream; the others group by subject and so hold all quads until `finish`.
/// The same set of quads gives the same bytes, in whatever order they came and however blank nodes were labelled
/// as far as their labels decide nothing else.
class Writer : public QuadSink {
 public:
  /// Writes what is left. Must be called once, last; without it the output is incomplete.
  virtual void finish() = 0;
};

/// `out` must outlive the writer. Syntaxes without named graphs write every quad's triple, once.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::ostream& out, WriteOptions options);

}  // namespace dossier::graph

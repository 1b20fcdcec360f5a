#include "graph/rdf/writer.h"

#include "graph/rdf/line_writer.h"
#include "graph/rdf/rdfxml_writer.h"
#include "graph/rdf/turtle_writer.h"

namespace dossier::graph {

std::unique_ptr<Writer> make_writer(std::ostream& out, const WriteOptions& options) {
  switch (options.syntax) {
    case Syntax::ntriples:
    case Syntax::nquads: return make_line_writer(out, options.syntax);
    case Syntax::rdfxml: return make_rdfxml_writer(out, options);
    case Syntax::turtle:
    case Syntax::trig: break;
  }
  return make_turtle_writer(out, options);
}

}  // namespace dossier::graph

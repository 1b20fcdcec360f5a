/// A store -> a file or standard output, in any format.
#pragma once

#include <iosfwd>
#include <optional>

#include "cli/output_format.h"
#include "cli/session.h"
#include "graph/draw/selection.h"
#include "graph/query/provenance.h"
#include "graph/store/store.h"
#include "ontology/schema.h"

namespace dossier::cli {

/// What depends on the format.
struct WriteOptions {
  std::optional<graph::Provenance> provenance{};  ///< of RDF; nothing: usual_provenance
  const ontology::Schema* schema = nullptr;       ///< for the types of JSON lines; nothing: the shipped ontology's

  // Pictures.
  graph::SelectionOptions selection{};
  bool legend = true;
  unsigned width = 1600;  ///< pixels, of a PNG
};

/// Writes RDF, JSON lines, a picture or a .kg file as the format says. Throws Error(usage) when a .kg file or a PNG
/// would go to a terminal, and whatever writing throws.
void write_graph(const graph::Store& store, const OutputOption& output, const Format& format,
                 const WriteOptions& options, Session& session);

/// Writes RDF alone, to a stream.
void write_rdf(const graph::Store& store, graph::Syntax syntax, graph::Provenance provenance, std::ostream& out);

}  // namespace dossier::cli

/// An ontology as Dossier uses it: schema, lexicon and the examples that teach it.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "graph/error/diagnostic.h"
#include "graph/store/store.h"
#include "ontology/lexicon.h"
#include "ontology/schema.h"

namespace dossier::ontology {

struct Ontology {
  Schema schema;
  Lexicon lexicon;
  graph::Store store;  ///< the triples it was read from
};

/// Reads RDF files (any syntax of graph/rdf; folders: all RDF files in them, sorted) into one ontology.
///
/// Throws Error(bad_input) with file and line for what makes it unusable: a syntax error, a circle of classes, a
/// class in a domain, range, subClassOf or shortcut that is declared nowhere (did you mean), an IRI declared both as
/// a class and as a property, two entities with one IRI (two different pa:name for it in one language, or two
/// disjoint kinds), an example whose brackets do not close or that names an unknown role. Lesser things (a label that two
/// entities share) are warnings.
[[nodiscard]] Ontology read_ontology(std::span<const std::filesystem::path> files, const DiagnosticSink& diagnostics);

/// The folder of the ontology that ships: $DOSSIER_ONTOLOGY, else beside the installed program, else in the source
/// tree it was built from. Throws Error(io) when it is nowhere.
[[nodiscard]] std::filesystem::path shipped_ontology();

}  // namespace dossier::ontology

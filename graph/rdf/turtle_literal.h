/// How Turtle spells literals. Private to graph/rdf.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "graph/term/term.h"

namespace dossier::graph {

/// Appends the literal: numbers and booleans bare where Turtle reads the same literal back, text with line ends
/// between `"""` (RDF 1.1 Turtle, section 2.5). `spell` gives the spelling of a datatype's IRI.
void append_turtle_literal(const TermView& literal, std::string& out,
                           const std::function<std::string(std::string_view)>& spell);

}  // namespace dossier::graph

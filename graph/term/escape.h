/// How terms are spelt in the line-based syntaxes (RDF 1.1 N-Triples, section 7, canonical form).
#pragma once

#include <string>
#include <string_view>

#include "graph/term/term.h"

namespace dossier::graph {

/// Appends the term in canonical N-Triples spelling.
void append_ntriples(const TermView& term, std::string& out);

/// Appends `text` between double quotes, with `\t \b \n \r \f \" \\` and `\u00XX` for the other control characters.
void append_quoted(std::string_view text, std::string& out);

/// Appends `<iri>`, with `\u00XX` for what IRIREF does not allow raw.
void append_iri_reference(std::string_view iri, std::string& out);

}  // namespace dossier::graph

/// Which quads can be written at all. Private to graph/rdf.
#pragma once

#include "graph/term/quad.h"

namespace dossier::graph {

/// Throws Error(bad_input), naming the term, when the quad is not RDF or could not be read again: a literal as the
/// subject, a relative IRI, a blank node whose label no syntax can spell, a language tag that is none.
void require_writable(const QuadView& quad);

/// Whether the label can stand after `_:` in every syntax (the ASCII part of BLANK_NODE_LABEL, and all of UTF-8).
[[nodiscard]] bool is_blank_label(std::string_view label) noexcept;

/// Whether it is shaped like a language tag (LANGTAG of RDF 1.1 Turtle) and not longer than Raptor can take.
[[nodiscard]] bool is_language_tag(std::string_view tag) noexcept;

/// The longest language tag, in bytes. Raptor keeps the length in one byte and overruns its heap past it.
inline constexpr std::size_t longest_language_tag = 255;

}  // namespace dossier::graph

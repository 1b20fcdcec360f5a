/// Which texts are IRIs. Private to graph/rdf.
#pragma once

#include <algorithm>
#include <string_view>

namespace dossier::graph {

/// Whether a character may stand in an IRI between `<` and `>` (IRIREF of RDF 1.1 Turtle, section 6.5).
[[nodiscard]] constexpr bool is_iri_character(char character) noexcept {
  return static_cast<unsigned char>(character) > 0x20 &&
         std::string_view("<>\"{}|^`\\").find(character) == std::string_view::npos;
}

/// Whether the text begins with a scheme and a colon (RFC 3986, section 3.1).
[[nodiscard]] constexpr bool has_scheme(std::string_view iri) noexcept {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (iri.empty() || !letter(iri.front())) return false;
  for (const char c : iri.substr(1)) {
    if (c == ':') return true;
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

/// Whether the text can be written as an absolute IRI and read again.
[[nodiscard]] constexpr bool is_absolute_iri(std::string_view iri) noexcept {
  return has_scheme(iri) && std::ranges::all_of(iri, is_iri_character);
}

}  // namespace dossier::graph

/// Lines and columns of a text that goes by in pieces, and whether it is UTF-8. Private to graph/rdf.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dossier::graph {

/// A place in a text: lines and columns count from 1, columns in code points.
struct TextPosition {
  std::uint64_t line = 1, column = 1;

  /// Moves over `text`.
  void advance(std::string_view text) noexcept;
};

/// How much of a text, from its start, is UTF-8.
struct TextCheck {
  std::size_t good = 0;
  bool bad = false;  ///< what follows is wrong, and not merely cut
};

/// Checks `text` (RFC 3629: no surrogates, no overlong forms, nothing past U+10FFFF).
[[nodiscard]] TextCheck check_text(std::string_view text) noexcept;

}  // namespace dossier::graph

/// Text on its way into a picture: made clean, broken into lines, escaped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::graph {

/// Valid UTF-8 that XML can hold: what is neither becomes U+FFFD, control characters become spaces (a line feed stays
/// when `keep_lines`), spaces are not repeated. Ends with "…" where it would be longer than `max_bytes`.
[[nodiscard]] std::string clean_text(std::string_view text, std::size_t max_bytes = 2000, bool keep_lines = false);

/// How wide the text is, in letters: a wide character (East Asian) counts two, a combining mark none.
[[nodiscard]] std::size_t text_width(std::string_view text);

/// Lines of about equal length and at most `width`, broken at spaces or, in longer words, anywhere; the last of
/// `max_lines` ends with "…" where text is left.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, std::size_t width, std::size_t max_lines);

/// A quoted string of the DOT language that shows the text as it is (no escString sequence, no entity is read in it).
/// The text must be clean.
[[nodiscard]] std::string dot_string(std::string_view text);
/// The same inside an HTML-like label.
[[nodiscard]] std::string html_text(std::string_view text);

/// What can stand in an id: lower-case ASCII letters and digits, '_' for everything else; beyond ASCII as it is.
[[nodiscard]] std::string id_text(std::string_view text);

}  // namespace dossier::graph

/// How wide a text is on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::cli {

/// Columns of a fixed-width terminal: a grapheme cluster (UAX #29) takes two when it is East Asian wide (UAX #11) or
/// an emoji, none when it has only combining or format characters, else one.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text when it fits into `width` columns, else its beginning, "…" and, where there is room, the last `tail`
/// columns of it. Never cuts inside a grapheme cluster.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width, std::size_t tail = 0);

/// The text in one line: white space with a line end or tab in it becomes one blank, other control characters U+FFFD.
/// Texts come from documents, and what a terminal would obey must not reach it.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace dossier::cli

/// The characters of a text, made the same wherever they came from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// Where the first byte stands that is not UTF-8 (Unicode 15, table 3-7); nothing when all of it is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The bytes with each maximal broken part replaced by U+FFFD (Unicode 15, 3.9, "substitution of maximal subparts").
[[nodiscard]] std::string repaired_utf8(std::string_view bytes);

/// What every Document's text has been through: no byte order mark, lines end with "\n" (form feeds are line ends
/// too), other control characters than tab are blanks, and Unicode Normalization Form C. `text` is valid UTF-8.
void tidy(std::string& text);

/// Normalization Form C for the text from `begin` to its end; most texts are only looked at, not changed.
void compose(std::string& text, std::size_t begin = 0);

/// Without white space at both ends; a no-break space is white space here.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters made small.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// The first code point; 0 for an empty text. `last_character` mirrors it.
[[nodiscard]] char32_t first_character(std::string_view text);
[[nodiscard]] char32_t last_character(std::string_view text);

/// How many code points there are.
[[nodiscard]] std::size_t length(std::string_view text);

}  // namespace dossier::ingest

/// Texts and labels brought to one spelling, so that they can be compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::ontology {

/// One code point as labels spell it, and how many bytes of the text it stands for.
struct Letter {
  char32_t code = 0;       ///< 0: the text is not UTF-8 here
  std::size_t length = 0;  ///< of a run of white space: all of it
};

/// The letter at byte `at`, which must be inside of the text. Curly quotes become straight ones, hyphens and en dashes
/// "-", and any run of white space one space.
[[nodiscard]] Letter letter_at(std::string_view text, std::size_t at) noexcept;

/// Lower case, by Unicode's simple case folding: one code point stays one code point.
[[nodiscard]] char32_t fold_case(char32_t code) noexcept;

/// Whether a word goes on with this letter: letters, digits and the marks on them.
[[nodiscard]] bool is_word_letter(char32_t code) noexcept;
[[nodiscard]] bool is_upper_case(char32_t code) noexcept;

/// Appends UTF-8.
void append_utf8(char32_t code, std::string& out);

/// The text in the spelling of `letter_at`, without white space at its ends; ends before the first byte that is not
/// UTF-8.
[[nodiscard]] std::string fold_marks(std::string_view text);
/// The same in lower case.
[[nodiscard]] std::string fold_all(std::string_view text);
/// All in capitals: "Türkiye" -> "TÜRKIYE", "ß" -> "SS".
[[nodiscard]] std::string upper_case(std::string_view text);
/// With a capital at the beginning: "the Baltics" -> "The Baltics".
[[nodiscard]] std::string capitalised(std::string_view text);

}  // namespace dossier::ontology

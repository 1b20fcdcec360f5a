/// What a character is to a tokenizer.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::ingest {

/// A code point and how many bytes it takes.
struct Character {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// The character at `at`; `end` bounds a broken last one. The text is valid UTF-8.
[[nodiscard]] Character character_at(std::string_view text, std::uint32_t at, std::uint32_t end);

[[nodiscard]] bool is_word_character(char32_t c);  ///< letters, digits, marks that combine with them, "_"
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_space(char32_t c);  ///< white space, also no-break and zero-width
[[nodiscard]] bool is_capital(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool joins_to_previous(char32_t c);  ///< variation selectors, zero-width joiner, skin tones
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
[[nodiscard]] constexpr bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

}  // namespace dossier::ingest

#include "ingest/language/character_class.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Stands within words and is not seen: soft hyphen, zero-width non-joiner, word joiner ("Biden-\u2060Harris").
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200C || c == 0x2060; }

}  // namespace

Character character_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const std::uint32_t fits = std::min(size, end - at);
  return {first_character(text.substr(at, fits)), fits};
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || is_digit(c) || c == '_';
  const auto point = static_cast<UChar32>(c);
  if (u_isalnum(point) != 0 || is_invisible(c)) return true;
  const auto type = u_charType(point);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_letter(char32_t c) { return c < 0x80 ? is_ascii_letter(c) : u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) || c == 0x200B ||
         c == 0xFEFF;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }

bool joins_to_previous(char32_t c) {
  return c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) ||
         (c >= 0xE0020 && c <= 0xE007F);
}

}  // namespace dossier::ingest

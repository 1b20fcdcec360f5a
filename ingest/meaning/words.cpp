#include "ingest/meaning/words.h"

#include <unicode/uchar.h>

#include "ingest/source/characters.h"

namespace dossier::ingest {

std::string Words::lower(std::uint32_t i) const { return lower_ascii(word(i)); }

bool Words::is_capital(std::uint32_t i) const {
  const std::string_view text = word(i);
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const auto letter = static_cast<UChar32>(first_character(text));
  return u_isupper(letter) != 0 || u_istitle(letter) != 0;
}

bool Words::is_quote(std::uint32_t i) const {
  const std::string_view mark = word(i);
  return mark == "\"" || mark == "“" || mark == "”" || mark == "‘" || mark == "«" || mark == "»" || mark == "„";
}

bool Words::bare_apostrophe(std::uint32_t i) const {
  return (word(i) == "'" || word(i) == "’") && !space_before(i) && !word(i - 1).empty() && word(i - 1).back() == 's';
}

std::string Words::text(std::uint32_t first, std::uint32_t last) const {
  std::string out;
  for (std::uint32_t i = first; i < last; ++i) {
    if (i > first && space_before(i)) out += ' ';
    out += word(i);
  }
  return out;
}

std::uint32_t Words::token_end_at(std::uint32_t from, std::uint32_t byte) const {
  for (std::uint32_t i = from; i < last_; ++i) {
    if (tokens_[i].span.end == byte) return i + 1;
    if (tokens_[i].span.end > byte) return 0;
  }
  return 0;
}

}  // namespace dossier::ingest

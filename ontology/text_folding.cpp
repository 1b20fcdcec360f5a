#include "ontology/text_folding.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace dossier::ontology {
namespace {

bool is_one_of(char32_t code, std::u32string_view codes) noexcept { return codes.find(code) != codes.npos; }

char32_t fold_mark(char32_t code) noexcept {
  if (code < U'\u02BC') return code;
  if (is_one_of(code, U"\u2018\u2019\u201B\u02BC")) return U'\'';
  if (is_one_of(code, U"\u201C\u201D\u201F")) return U'"';
  if (is_one_of(code, U"\u2010\u2011\u2013")) return U'-';
  return code;
}

bool is_space(char32_t code) noexcept { return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0; }

/// The code point as it stands. (ICU's U8_NEXT does the same, but not without warnings.)
Letter raw_letter(std::string_view text, std::size_t at) noexcept {
  const auto byte = [text, at](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < length) return {0, 1};
  char32_t code = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0, 1};
    code = (code << 6) | (byte(i) & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < smallest[length] || code > 0x10FFFF || surrogate) return {0, 1};
  return {code, length};
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) noexcept {
  Letter letter = raw_letter(text, at);
  if (!is_space(letter.code)) return {fold_mark(letter.code), letter.length};
  while (at + letter.length < text.size()) {
    const Letter next = raw_letter(text, at + letter.length);
    if (!is_space(next.code)) break;
    letter.length += next.length;
  }
  return {U' ', letter.length};
}

char32_t fold_case(char32_t code) noexcept {
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
}

bool is_word_letter(char32_t code) noexcept {
  const auto c = static_cast<UChar32>(code);
  return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_upper_case(char32_t code) noexcept { return u_isupper(static_cast<UChar32>(code)) != 0; }

void append_utf8(char32_t code, std::string& out) { icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(out); }

std::string fold_marks(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    if (letter.code == 0) break;
    at += letter.length;
    if (letter.code == U' ' && (folded.empty() || at >= text.size())) continue;
    append_utf8(letter.code, folded);
  }
  return folded;
}

std::string fold_all(std::string_view text) {
  const std::string marks = fold_marks(text);
  std::string folded;
  for (std::size_t at = 0; at < marks.size();) {
    const Letter letter = letter_at(marks, at);
    append_utf8(fold_case(letter.code), folded);
    at += letter.length;
  }
  return folded;
}

std::string upper_case(std::string_view text) {
  std::string upper;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(upper);
  return upper;
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const Letter first = raw_letter(text, 0);
  std::string result;
  append_utf8(static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.code))), result);
  return result.append(text.substr(first.length));
}

}  // namespace dossier::ontology

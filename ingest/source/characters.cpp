#include "ingest/source/characters.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "graph/error/error.h"

namespace dossier::ingest {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The end of the ASCII that starts at `at`, eight bytes at a step.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

// ICU's macros keep bytes in ints between their steps.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"

/// Steps over one character, or over the maximal subpart of a broken one; negative when it is broken.
UChar32 take_character(std::string_view bytes, std::size_t& at) {
  UChar32 character = 0;
  U8_NEXT(bytes.data(), at, bytes.size(), character);
  return character;
}

#pragma GCC diagnostic pop

/// False when the character is broken.
bool next_character(std::string_view bytes, std::size_t& at) { return take_character(bytes, at) >= 0; }

bool is_line_end(char byte) { return byte == '\r' || byte == '\f' || byte == '\v'; }

bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 && byte != '\n' && byte != '\t') || value == 0x7F;
}

void unify_line_ends(std::string& text) {
  const auto first = std::ranges::find_if(text, is_control);
  if (first == text.end()) return;
  auto out = first;
  for (auto in = first; in != text.end(); ++in) {
    if (*in == '\r' && std::next(in) != text.end() && *std::next(in) == '\n') continue;
    *out++ = is_line_end(*in) ? '\n' : is_control(*in) ? ' ' : *in;
  }
  text.erase(out, text.end());
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status))
    throw Error(ErrorKind::io, std::string("ICU has no normalization data: ") + u_errorName(status));
  return *instance;
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/// The size of the white space that `text` begins with, at most one character of it.
std::size_t blank_at_begin(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.front())) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with(byte_order_mark) || text.starts_with("\xE2\x80\x8B") ? 3 : 0;  // zero-width blanks
}

std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.back())) return 1;
  if (text.ends_with("\xC2\xA0")) return 2;
  return text.ends_with(byte_order_mark) || text.ends_with("\xE2\x80\x8B") ? 3 : 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::size_t begin = at;
    if (!next_character(bytes, at)) return begin;
  }
  return std::nullopt;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    at = skip_ascii(bytes, at);
    text.append(bytes.substr(begin, at - begin));
    if (at == bytes.size()) break;
    const std::size_t character = at;
    const bool good = next_character(bytes, at);
    text.append(good ? bytes.substr(character, at - character) : replacement);
  }
  return text;
}

void compose(std::string& text, std::size_t begin) {
  const std::string_view part = std::string_view(text).substr(begin);
  if (skip_ascii(part, 0) == part.size()) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(part.data(), static_cast<std::int32_t>(part.size()));
  if (nfc().isNormalizedUTF8(piece, status) != 0 || U_FAILURE(status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, static_cast<std::int32_t>(part.size()));
  nfc().normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_SUCCESS(status)) text.replace(begin, std::string::npos, composed);
}

void tidy(std::string& text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  unify_line_ends(text);
  compose(text);
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t blank = blank_at_begin(text)) text.remove_prefix(blank);
  while (const std::size_t blank = blank_at_end(text)) text.remove_suffix(blank);
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

char32_t first_character(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = 0;
  const UChar32 character = take_character(text, at);
  return character < 0 ? U'\uFFFD' : static_cast<char32_t>(character);
}

char32_t last_character(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
  }
  return first_character(text.substr(begin));
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace dossier::ingest

#include "cli/text_width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "graph/error/error.h"

namespace dossier::cli {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t width_of(UChar32 character) {
  switch (u_charType(character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  switch (u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE)) {
    case U_HST_VOWEL_JAMO:
    case U_HST_TRAILING_JAMO:
      return 0;
    default:
      break;
  }
  const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The width of one grapheme cluster: that of its widest character, two when a selector asks for an emoji.
std::size_t cluster_width(std::string_view cluster) {
  constexpr UChar32 emoji_selector = 0xFE0F;
  std::size_t width = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(cluster.data());
  const auto size = static_cast<std::int32_t>(cluster.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, character);
    width = std::max(width, character == emoji_selector && width > 0 ? std::size_t{2} : width_of(character));
  }
  return width;
}

/// Calls visit(begin, end) for the bytes of each grapheme cluster until it says false.
template <class Visit>
void visit_clusters(std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (breaks) breaks->setText(view, status);
  if (U_FAILURE(status) != 0) {
    utext_close(view);
    throw Error(ErrorKind::io, "the Unicode library has no data for grapheme clusters", "reinstall libicu");
  }
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
    if (!visit(static_cast<std::size_t>(begin), static_cast<std::size_t>(end))) break;
  utext_close(view);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  visit_clusters(text, [&](std::size_t begin, std::size_t end) {
    width += cluster_width(text.substr(begin, end - begin));
    return true;
  });
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width, std::size_t tail) {
  const std::size_t whole = display_width(text);
  if (whole <= width) return std::string(text);
  if (width == 0) return {};
  if (width < tail + 4) tail = 0;  // a beginning of three columns is worth more than an end
  std::size_t used = 0, kept = 0, rest = text.size();
  visit_clusters(text, [&](std::size_t begin, std::size_t end) {
    const std::size_t next = cluster_width(text.substr(begin, end - begin));
    if (kept == begin && used + next + 1 + tail <= width) kept = end;
    used += next;
    if (used <= whole - tail) rest = end;
    return true;
  });
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)).append("…").append(text.substr(rest));
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // U+0080 … U+009F are control characters too, two bytes in UTF-8
    const bool high = byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0 &&
                      static_cast<unsigned char>(text[at + 1]) >= 0x80;
    if (byte >= '\t' && byte <= '\r') {
      const std::size_t next = text.find_first_not_of(" \t\n\v\f\r", at);
      if (out.empty() || out.back() != ' ') out += ' ';
      at = std::min(next, text.size()) - 1;
    } else if (byte < 0x20 || byte == 0x7F || high) {
      out += "\xEF\xBF\xBD";
      at += high ? 1 : 0;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace dossier::cli

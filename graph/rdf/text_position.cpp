#include "graph/rdf/text_position.h"

#include <algorithm>
#include <cstring>

namespace dossier::graph {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// The size of the character that begins here; 0 when none does, and more than there is when it is cut.
std::size_t character_size(std::string_view text) {
  const unsigned char first = byte_at(text, 0);
  const std::size_t size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  for (std::size_t i = 1; i < std::min(size, text.size()); ++i)
    if ((byte_at(text, i) & 0xC0U) != 0x80U) return 0;
  if (size < 2 || text.size() < 2) return size;
  const unsigned char second = byte_at(text, 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool surrogate = first == 0xED && second >= 0xA0;
  const bool too_large = first == 0xF4 && second >= 0x90;
  return overlong || surrogate || too_large ? 0 : size;
}

/// The number of leading bytes that are ASCII, counted eight at a time.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t high = 0x8080808080808080ULL;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & high) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

void TextPosition::advance(std::string_view text) noexcept {
  const auto lines = static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
  if (lines > 0) {
    line += lines;
    column = 1;
    text.remove_prefix(text.rfind('\n') + 1);
  }
  column += static_cast<std::uint64_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

TextCheck check_text(std::string_view text) noexcept {
  std::size_t at = 0;
  for (;;) {
    at += plain_prefix(text.substr(at));
    if (at == text.size()) return {at, false};
    const std::size_t size = character_size(text.substr(at));
    if (size == 0) return {at, true};
    if (at + size > text.size()) return {at, false};
    at += size;
  }
}

}  // namespace dossier::graph

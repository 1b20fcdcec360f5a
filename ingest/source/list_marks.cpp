#include "ingest/source/list_marks.h"

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

/// The size of "1.", "12)", "(3)", "a)", "(iv)" at the beginning; 0 when there is none.
std::size_t number_mark(std::string_view line) {
  const bool bracket = line.starts_with('(');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t begin = at;
  const auto take = [&](std::string_view set, std::size_t most) {
    while (at < line.size() && at - begin < most && set.find(line[at]) != std::string_view::npos) ++at;
    return at > begin;
  };
  const bool digits = take("0123456789", 3);
  const bool letters =
      !digits && (take("ivx", 4) || (at < line.size() && line[at] >= 'a' && line[at] <= 'z' && ++at > begin));
  if (!digits && !letters) return 0;
  if (at == line.size() || (line[at] != ')' && !(line[at] == '.' && digits && !bracket))) return 0;
  return at + 1;
}

std::size_t bullet_mark(std::string_view line) {
  constexpr std::array<std::string_view, 12> bullets = {"-", "*", "+", "•", "·", "‣",
                                                        "◦", "▪", "●", "○", "–", "\xEF\x82\xB7"};
  for (const std::string_view bullet : bullets)
    if (line.starts_with(bullet)) return bullet.size();
  return 0;
}

}  // namespace

bool is_rule(std::string_view line) {
  return line.size() > 1 && line.find_first_not_of("#-*_=~ ") == std::string_view::npos;
}

std::size_t item_mark(std::string_view line) {
  std::size_t size = bullet_mark(line);
  if (size == 0) size = number_mark(line);
  if (size == 0 || size == line.size()) return 0;
  const std::string_view rest = line.substr(size);
  const std::string_view text = trimmed(rest);
  // "•Text" is written without a blank; "-5 degrees" and "*word*" are not items.
  const bool needs_blank = static_cast<unsigned char>(line.front()) < 0x80;
  if (text.empty() || (needs_blank && text.data() == rest.data())) return 0;
  return static_cast<std::size_t>(text.data() - line.data());
}

std::size_t heading_mark(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  if (marks == 0 || marks == std::string_view::npos || marks > 6 || line[marks] != ' ') return 0;
  const std::size_t text = line.find_first_not_of(" #", marks);
  return text == std::string_view::npos ? 0 : text;
}

std::vector<Span> split_at_inline_bullets(std::string_view text, Span span) {
  constexpr std::string_view mark = " -  ";
  std::vector<Span> parts;
  std::uint32_t begin = span.begin;
  const std::string_view within = text.substr(0, span.end);
  for (std::size_t at = within.find(mark, begin); at != std::string_view::npos; at = within.find(mark, begin)) {
    parts.push_back({begin, static_cast<std::uint32_t>(at)});
    begin = static_cast<std::uint32_t>(std::min<std::size_t>(within.find_first_not_of(' ', at + 2), span.end));
  }
  parts.push_back({begin, span.end});
  return parts;
}

}  // namespace dossier::ingest

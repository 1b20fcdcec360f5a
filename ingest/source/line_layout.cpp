#include "ingest/source/line_layout.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"
#include "ingest/source/header_lines.h"
#include "ingest/source/list_marks.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t narrowest = 35;  // columns; below, lines are short for another reason: lists, verse, addresses
constexpr std::uint32_t widest = 140;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A short line in capitals stands over what follows.
bool is_in_capitals(std::string_view line) {
  if (line.size() < 4 || line.size() > 100 || ends_sentence(line)) return false;
  std::size_t letters = 0;
  for (const char c : line) {
    if (c >= 'a' && c <= 'z') return false;
    if (c >= 'A' && c <= 'Z') ++letters;
  }
  return letters >= 4;
}

void read_mark(std::string_view text, TextLine& line) {
  const std::string_view content = text.substr(line.span.begin, line.span.size());
  if (const std::size_t heading = heading_mark(content); heading != 0) {
    line.kind = BlockKind::heading;
    line.span.begin += static_cast<std::uint32_t>(heading);
  } else if (const std::size_t item = item_mark(content); item != 0) {
    line.kind = BlockKind::item;
    line.span.begin += static_cast<std::uint32_t>(item);
  } else if (is_in_capitals(content)) {
    line.kind = BlockKind::heading;
  }
}

TextLine line_of(std::string_view text, std::string_view raw, std::string_view content) {
  TextLine line;
  line.span.begin = static_cast<std::uint32_t>(content.data() - text.data());
  line.span.end = line.span.begin + static_cast<std::uint32_t>(content.size());
  line.columns = static_cast<std::uint32_t>(
      length(raw.substr(0, static_cast<std::size_t>(content.data() - raw.data()) + content.size())));
  line.first_word = static_cast<std::uint32_t>(length(content.substr(0, content.find(' '))));
  line.indent = static_cast<std::uint16_t>(
      std::min<std::size_t>(static_cast<std::size_t>(std::ranges::find_if_not(raw, is_blank) - raw.begin()), 999));
  read_mark(text, line);
  return line;
}

}  // namespace

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  bool after_blank = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view raw = text.substr(begin, end - begin);
    const std::string_view content = trimmed(raw);
    begin = end + 1;
    if (content.empty() || is_rule(content)) {
      after_blank = true;
      continue;
    }
    lines.push_back(line_of(text, raw, content));
    lines.back().after_blank = after_blank;
    after_blank = false;
  }
  return lines;
}

LineLayout::LineLayout(std::string_view text, const std::vector<TextLine>& lines) : text_(text) {
  std::vector<std::uint32_t> columns;  // of lines that have a neighbour below
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (!lines[i + 1].after_blank && lines[i + 1].kind == BlockKind::paragraph) columns.push_back(lines[i].columns);
  if (columns.empty()) return;
  // A few lines may stick out: addresses, tables.
  const auto nth = columns.begin() + static_cast<std::ptrdiff_t>(columns.size() - 1 - columns.size() / 50);
  std::ranges::nth_element(columns, nth);
  if (*nth < narrowest || *nth > widest) return;
  width_ = *nth;
  std::size_t open = 0;
  std::size_t small = 0;
  std::size_t filled = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const TextLine& next = lines[i + 1];
    if (next.after_blank || next.kind != BlockKind::paragraph) continue;
    if (!ends_sentence(text.substr(lines[i].span.begin, lines[i].span.size()))) ++open;
    if (u_islower(static_cast<UChar32>(first_character(text.substr(next.span.begin, next.span.size())))) != 0) ++small;
    if (is_filled(lines[i], next)) ++filled;
  }
  const bool wrapped =
      open * 10 >= columns.size() * 5 && small * 10 >= columns.size() * 3 && filled * 10 >= columns.size() * 6;
  if (!wrapped) width_ = 0;
}

/// The first word of `next` would not have fitted, or only just.
bool LineLayout::is_filled(const TextLine& line, const TextLine& next) const noexcept {
  return (line.columns + 1 + next.first_word) * 10 > width_ * 8;
}

bool LineLayout::continues(const TextLine& line, const TextLine& next) const {
  if (!is_wrapped() || next.after_blank || next.kind != BlockKind::paragraph) return false;
  if (line.kind == BlockKind::heading) return false;
  if (u_islower(static_cast<UChar32>(first_character(text_.substr(next.span.begin, next.span.size())))) != 0)
    return true;
  const bool ended = ends_sentence(text_.substr(line.span.begin, line.span.size()));
  if (line.kind == BlockKind::paragraph && next.indent >= line.indent + 2 && ended) return false;
  return is_filled(line, next) || (!ended && line.columns * 10 >= width_ * 6);
}

}  // namespace dossier::ingest

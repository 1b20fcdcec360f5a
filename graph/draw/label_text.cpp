#include "graph/draw/label_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <optional>

namespace dossier::graph {
namespace {

constexpr std::string_view ellipsis = "…";

// ICU's macros narrow integers in their own code
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The code point at `at`, which moves past it; U+FFFD for bytes that are no UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto length = static_cast<std::int32_t>(text.size());
  auto offset = static_cast<std::int32_t>(at);
  UChar32 point = 0;
  U8_NEXT_OR_FFFD(text.data(), offset, length, point);
  at = static_cast<std::size_t>(offset);
  return point;
}
#pragma GCC diagnostic pop

/// XML 1.0, section 2.2 (Char), without what is only spacing.
bool is_shown(UChar32 point) {
  return point > 0x20 && point != 0x7F && !(point >= 0x80 && point < 0xA0) && point != 0xFFFE && point != 0xFFFF &&
         point != 0x2028 && point != 0x2029;
}

void append_code_point(UChar32 point, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, point);
  out.append(bytes, static_cast<std::size_t>(length));
}

std::size_t width_of(UChar32 point) {
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int east_asian = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

/// How many bytes of the text are at most `width` wide; at least one character.
std::size_t bytes_of_width(std::string_view text, std::size_t width) {
  std::size_t used = 0, end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    used += width_of(next_code_point(text, at));
    if (used > width && end > 0) break;
  }
  return end;
}

std::vector<std::string> greedy_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + bytes_of_width(text.substr(at), width);
    if (end < text.size() && text[end] != ' ')
      if (const auto space = text.substr(at, end - at).find_last_of(' '); space != std::string_view::npos)
        end = at + space;
    lines.emplace_back(text.substr(at, end - at));
    at = end;
    while (at < text.size() && text[at] == ' ') ++at;
  }
  return lines;
}

void end_with_ellipsis(std::string& line, std::size_t width) {
  line.resize(text_width(line) < width ? line.size() : bytes_of_width(line, width - 1));
  while (line.ends_with(' ')) line.pop_back();
  line += ellipsis;
}

/// Whether "&" at `at` begins what Graphviz would take for an entity, in the label or when it writes SVG.
bool begins_entity(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  const auto is_name = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
  };
  while (end < text.size() && is_name(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

}  // namespace

std::string clean_text(std::string_view text, std::size_t max_bytes, bool keep_lines) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 point = next_code_point(text, at);
    if (out.size() + U8_MAX_LENGTH + ellipsis.size() > max_bytes) return out.append(ellipsis);
    if (is_shown(point)) {
      append_code_point(point, out);
    } else if (point == '\n' && keep_lines) {
      out += '\n';
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
  while (out.ends_with(' ') || out.ends_with('\n')) out.pop_back();
  return out;
}

std::size_t text_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::vector<std::string> wrap_text(std::string_view text, std::size_t width, std::size_t max_lines) {
  auto lines = greedy_lines(text, width);
  if (lines.size() > max_lines) {
    lines.resize(max_lines);
    end_with_ellipsis(lines.back(), width);
    return lines;
  }
  // narrower as long as it takes no more lines: "Ministry of / Foreign Affairs", not "Ministry of Foreign / Affairs"
  for (std::size_t narrower = width - 1; narrower > width / 2; --narrower) {
    auto candidate = greedy_lines(text, narrower);
    if (candidate.size() > lines.size()) break;
    lines = std::move(candidate);
  }
  return lines;
}

std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      // a word joiner, seen by nobody, keeps Graphviz from reading "&c;" as an entity when it writes SVG
      case '&':
        out += begins_entity(text, at) ? "&amp;\u2060" : "&amp;";
        break;
      default:
        out += text[at];
    }
  }
  return out + '"';
}

std::string html_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '&':
        out += begins_entity(text, at) ? "&amp;\u2060" : "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += text[at];
    }
  }
  return out;
}

std::string id_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 point = next_code_point(text, at);
    const bool capital = point >= 'A' && point <= 'Z';
    if (point >= 0x80 ? u_isalnum(point) != 0
                      : capital || (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')) {
      append_code_point(capital ? point + ('a' - 'A') : point, out);
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  while (out.ends_with('_')) out.pop_back();
  return out.empty() ? "x" : out;
}

}  // namespace dossier::graph

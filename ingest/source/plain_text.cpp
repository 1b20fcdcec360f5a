#include "ingest/source/plain_text.h"

#include <algorithm>

#include "ingest/source/characters.h"
#include "ingest/source/header_lines.h"
#include "ingest/source/line_layout.h"
#include "ingest/source/list_marks.h"

namespace dossier::ingest {
namespace {

/// The lines at the top, for read_header. A title that was itself wrapped, and ends before a blank line, is one of
/// them.
struct Top {
  std::vector<HeaderLine> header;
  std::vector<std::size_t> after;  // after[i]: the number of text lines up to and with header line i
};

bool is_followed_by_blank(const std::vector<TextLine>& lines, std::size_t i) {
  return i + 1 == lines.size() || lines[i + 1].after_blank;
}

/// A title may run over three lines, when a blank one follows; otherwise it is the line itself.
std::size_t last_of_wrapped_title(const std::vector<TextLine>& lines, std::size_t first, const LineLayout& layout) {
  std::size_t last = first;
  while (last + 1 < lines.size() && last < first + 2 && layout.continues(lines[last], lines[last + 1])) ++last;
  return last + 1 < lines.size() && lines[last + 1].after_blank ? last : first;
}

Top top_of(const std::vector<TextLine>& lines, const LineLayout& layout) {
  constexpr std::size_t enough = 16;
  Top top;
  for (std::size_t i = 0; i < lines.size() && i < enough && lines[i].kind != BlockKind::item; ++i) {
    const std::size_t last = last_of_wrapped_title(lines, i, layout);
    const bool runs_on = last + 1 < lines.size() && layout.continues(lines[last], lines[last + 1]);
    top.header.push_back({{lines[i].span.begin, lines[last].span.end}, is_followed_by_blank(lines, last), !runs_on});
    top.after.push_back(last + 1);
    i = last;
  }
  return top;
}

/// Copied pages leave "**Contact us.**" in plain text; the marks stay in the text, outside the block.
std::string_view without_bold(std::string_view line) {
  const bool is_bold = line.size() > 4 && line.starts_with("**") && line.ends_with("**");
  return is_bold ? trimmed(line.substr(2, line.size() - 4)) : line;
}

void add_block(Document& document, BlockKind kind, Span span) {
  const std::string_view content = without_bold(trimmed(document.view(span)));
  if (content.empty()) return;
  span.begin = static_cast<std::uint32_t>(content.data() - document.text.data());
  span.end = span.begin + static_cast<std::uint32_t>(content.size());
  if (kind == BlockKind::paragraph && is_address(content)) kind = BlockKind::meta;
  document.blocks.push_back({kind, span});
}

/// A paragraph or item; several items where bullets stand inside.
void add_body_block(Document& document, BlockKind kind, Span span) {
  const auto parts = split_at_inline_bullets(document.text, span);
  for (std::size_t i = 0; i < parts.size(); ++i) add_block(document, i == 0 ? kind : BlockKind::item, parts[i]);
}

void add_body(Document& document, const std::vector<TextLine>& lines, std::size_t first, const LineLayout& layout) {
  for (std::size_t i = first; i < lines.size();) {
    Span span = lines[i].span;
    std::size_t next = i + 1;
    for (; next < lines.size() && layout.continues(lines[next - 1], lines[next]); ++next)
      span.end = lines[next].span.end;
    add_body_block(document, lines[i].kind, span);
    i = next;
  }
}

}  // namespace

void read_plain_text(std::string text, Document& document, const SourceOptions& options) {
  document.text = std::move(text);
  const std::vector<TextLine> lines = lines_of(document.text);
  const LineLayout layout(document.text, lines);
  const Top top = top_of(lines, layout);
  const Header header = read_header(top.header, document, options);
  for (std::size_t i = 0; i < header.kinds.size(); ++i) add_block(document, header.kinds[i], top.header[i].span);
  const std::size_t body = document.blocks.size();
  add_body(document, lines, header.kinds.empty() ? 0 : top.after[header.kinds.size() - 1], layout);
  split_dateline(document, body, options);
  settle_date(document, options, header.date_note);
}

}  // namespace dossier::ingest

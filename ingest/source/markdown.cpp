#include "ingest/source/markdown.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "ingest/source/block_writer.h"
#include "ingest/source/characters.h"
#include "ingest/source/dateline.h"
#include "ingest/source/header_lines.h"
#include "ingest/source/line_layout.h"
#include "ingest/source/list_marks.h"
#include "ingest/source/markdown_inline.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t longest_wrapped_line = 140;  // a longer line is a paragraph of its own

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return std::string(value);
}

void take_front_matter(std::string_view key, std::string_view value, Document& document) {
  if (key == "title" && document.title.empty()) document.title = unquoted(value);
  if ((key == "date" || key == "published") && document.date.empty()) document.date = date_of_field(unquoted(value));
  if ((key == "lang" || key == "language") && !unquoted(value).empty()) document.language = unquoted(value);
}

/// Reads YAML's or TOML's plain "key: value" lines, and takes them off the text.
void read_front_matter(std::string_view& text, Document& document) {
  const bool toml = text.starts_with("+++\n");
  if (!toml && !text.starts_with("---\n")) return;
  std::string_view rest = text;
  take_line(rest);
  std::vector<std::string_view> lines;
  for (;;) {
    if (rest.empty() || lines.size() > 500) return;  // a rule, not front matter
    const std::string_view line = take_line(rest);
    if (trimmed(line) == (toml ? "+++" : "---") || trimmed(line) == "...") break;
    lines.push_back(line);
  }
  for (const std::string_view line : lines)
    if (const std::size_t mark = line.find(toml ? '=' : ':'); mark != std::string_view::npos)
      take_front_matter(lower_ascii(trimmed(line.substr(0, mark))), line.substr(mark + 1), document);
  text = rest;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

/// "[label]: https://…"
bool is_link_definition(std::string_view line) {
  const std::size_t end = line.find("]: ");
  return line.starts_with('[') && !line.starts_with("[^") && end != std::string_view::npos && line.find('[', 1) > end &&
         line.find(' ', end + 3) == std::string_view::npos;
}

bool is_table_rule(std::string_view line) { return line.find_first_not_of("|-: +") == std::string_view::npos; }

bool is_all(std::string_view line, char mark) {
  return !line.empty() && line.find_first_not_of(mark) == std::string_view::npos;
}

/// "**Attendees:**": bold from end to end stands over what follows.
bool is_bold_heading(std::string_view line) {
  if (line.size() < 5 || line.size() > 120 || !line.starts_with("**") || !line.ends_with("**")) return false;
  const std::string_view inside = line.substr(2, line.size() - 4);
  return inside.find("**") == std::string_view::npos && !ends_sentence(inside);
}

/// Goes through the lines; a paragraph or item is collected until something ends it.
class MarkdownReader {
 public:
  MarkdownReader(MarkdownFlavor flavor, bool is_wrapped, Document& document)
      : flavor_(flavor),
        is_wrapped_(is_wrapped),
        document_(document),
        writer_(document),
        needs_title_(document.title.empty()) {}

  void read(std::string_view text) {
    while (!text.empty()) read_line(take_line(text));
    flush();
  }

 private:
  void read_line(std::string_view raw) {
    std::string_view line = trimmed(raw);
    if (is_fence(line)) return toggle_fence(line);
    if (in_code_) return;
    if (read_comment(line)) return;
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    if (line.empty()) return flush();
    if (read_setext(line)) return;
    if (is_rule(line)) return flush();
    if (line.starts_with('|') && line.size() > 1) return read_table_row(line);
    if (is_link_definition(line)) return flush();
    if (const std::size_t size = heading_mark(line); size != 0) return read_heading(line, size);
    if (const std::size_t size = item_mark(line); size != 0) return read_item(line, size);
    read_text(line, raw.ends_with("  "));
  }

  void toggle_fence(std::string_view line) {
    if (in_code_ && line.front() != fence_) return;
    if (!in_code_) flush();
    in_code_ = !in_code_;
    fence_ = line.front();
  }

  /// True when the line is within a comment that began on a line of its own.
  bool read_comment(std::string_view line) {
    if (!in_comment_ && (!line.starts_with("<!--") || line.find("-->") != std::string_view::npos)) return false;
    in_comment_ = line.find("-->") == std::string_view::npos;
    return true;
  }

  bool read_setext(std::string_view line) {
    if (flavor_ != MarkdownFlavor::file || pending_.empty() || kind_ != BlockKind::paragraph) return false;
    if (!is_all(line, '=') && !(is_all(line, '-') && line.size() > 1)) return false;
    kind_ = BlockKind::heading;
    if (line.front() == '=') take_title();
    flush();
    return true;
  }

  void read_heading(std::string_view line, std::size_t mark) {
    flush();
    line.remove_suffix(line.size() - 1 - line.find_last_not_of(" #"));
    kind_ = BlockKind::heading;
    if (line[1] != '#') take_title();
    pending_ = line.substr(mark);
    flush();
  }

  /// The first heading of the first level is the title, unless front matter told it.
  void take_title() {
    if (!needs_title_) return;
    needs_title_ = false;
    kind_ = BlockKind::title;
  }

  void read_item(std::string_view line, std::size_t mark) {
    flush();
    const bool is_asterisk = line.front() == '*';
    line.remove_prefix(mark);
    // "* Some words in italics*" was one emphasised line.
    if (is_asterisk && line.ends_with('*') && std::ranges::count(line, '*') % 2 == 1) line.remove_suffix(1);
    kind_ = BlockKind::item;
    pending_ = line;
  }

  void read_table_row(std::string_view line) {
    flush();
    if (is_table_rule(line)) return;
    line.remove_prefix(1);
    while (!line.empty()) {
      const std::size_t end = std::min(line.find('|'), line.size());
      kind_ = BlockKind::item;
      pending_ = trimmed(line.substr(0, end));
      flush();
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }

  void read_text(std::string_view line, bool breaks_after) {
    if (!pending_.empty() && !runs_on(line)) flush();
    if (pending_.empty()) {
      kind_ = is_bold_heading(line) ? BlockKind::heading : BlockKind::paragraph;
    } else {
      pending_ += '\n';
      if (kind_ == BlockKind::heading) kind_ = BlockKind::paragraph;
    }
    pending_ += line;
    if (breaks_after && flavor_ == MarkdownFlavor::file) pending_ += '\\';  // CommonMark's other hard break
    last_size_ = line.size();
  }

  [[nodiscard]] bool runs_on(std::string_view line) const {
    if (flavor_ == MarkdownFlavor::file) return kind_ == BlockKind::item || last_size_ <= longest_wrapped_line;
    if (!is_wrapped_) return false;
    return u_islower(static_cast<UChar32>(first_character(line))) != 0 || !ends_sentence(pending_);
  }

  void flush() {
    if (pending_.ends_with('\\')) pending_.pop_back();
    const Span whole{0, static_cast<std::uint32_t>(pending_.size())};
    const std::size_t title = document_.blocks.size();
    for (const Span part : split_at_inline_bullets(pending_, whole)) {
      writer_.begin(part.begin == 0 ? kind_ : BlockKind::item);
      append_inline(std::string_view(pending_).substr(part.begin, part.size()), writer_);
    }
    writer_.begin(BlockKind::paragraph);
    if (kind_ == BlockKind::title && document_.blocks.size() > title)
      document_.title = document_.view(document_.blocks[title].span);
    pending_.clear();
    kind_ = BlockKind::paragraph;
    last_size_ = 0;
  }

  MarkdownFlavor flavor_;
  bool is_wrapped_;
  Document& document_;
  BlockWriter writer_;
  bool needs_title_;
  std::string pending_;  // the open paragraph or item, its lines joined by line ends
  BlockKind kind_ = BlockKind::paragraph;
  std::size_t last_size_ = 0;
  bool in_code_ = false;
  char fence_ = 0;
  bool in_comment_ = false;
};

}  // namespace

void read_markdown(std::string_view text, MarkdownFlavor flavor, Document& document, const SourceOptions& options) {
  bool is_wrapped = false;
  if (flavor == MarkdownFlavor::file)
    read_front_matter(text, document);
  else
    is_wrapped = LineLayout(text, lines_of(text)).is_wrapped();
  document.text.reserve(text.size());
  MarkdownReader(flavor, is_wrapped, document).read(text);
  read_block_header(document, options, true);
}

bool has_markdown(std::string_view text) {
  constexpr std::array<std::string_view, 4> anywhere = {"**", "](", "</", " -   "};
  if (std::ranges::any_of(anywhere, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; }))
    return true;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = trimmed(take_line(rest));
    if (line.empty()) continue;
    if (heading_mark(line) != 0 || is_rule(line)) return true;
    if ((line.front() == '-' || line.front() == '*') && item_mark(line) != 0) return true;
    const std::size_t star = line.find('*');  // *emphasis*
    if (star != std::string_view::npos && line.find('*', star + 2) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace dossier::ingest

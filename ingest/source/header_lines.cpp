#include "ingest/source/header_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "ingest/source/characters.h"
#include "ingest/source/dateline.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t most_header_lines = 12;
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_meta = 100;

bool is_capital(std::string_view word) { return u_isupper(static_cast<UChar32>(first_character(word))) != 0; }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(" \n"); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(" \n", end);
  }
  return words;
}

bool are_all_capital(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 10> small = {"and", "de", "von", "van", "der", "bin", "al", "del", "la", "of"};
  return std::ranges::all_of(
      words, [&](std::string_view word) { return is_capital(word) || std::ranges::find(small, word) != small.end(); });
}

/// "By Jane Doe", "Author: Jane Doe", "From: …": the label says what the line is.
bool has_author_label(std::string_view line) {
  constexpr std::array<std::string_view, 12> labels = {
      "author:", "authors:", "from:",  "to:",      "contact:", "source:",
      "email:",  "e-mail:",  "phone:", "subject:", "tel:",     "byline:"};
  const std::string lower = lower_ascii(line);
  if (std::ranges::any_of(labels, [&](std::string_view label) { return lower.starts_with(label); })) return true;
  if (!lower.starts_with("by ")) return false;
  const auto words = words_of(line.substr(3));
  return !words.empty() && words.size() <= 10 && are_all_capital(words);
}

/// "Turnbull, Malcolm"
bool is_inverted_name(std::string_view line) {
  const std::size_t comma = line.find(',');
  if (comma == std::string_view::npos || line.find(',', comma + 1) != std::string_view::npos) return false;
  const auto family = words_of(line.substr(0, comma));
  const auto given = words_of(line.substr(comma + 1));
  const auto is_name = [](std::string_view word) {
    return is_capital(word) && std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
  };
  return !family.empty() && family.size() <= 2 && !given.empty() && given.size() <= 3 &&
         std::ranges::all_of(family, is_name) && std::ranges::all_of(given, is_name);
}

bool is_notice(std::string_view line) {
  constexpr std::array<std::string_view, 6> notices = {"for immediate release", "press release", "media release",
                                                       "news release",          "statement",     "press statement"};
  std::string lower = lower_ascii(line);
  while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ')) lower.pop_back();
  return std::ranges::find(notices, lower) != notices.end();
}

bool is_meta(std::string_view line) {
  return length(line) <= longest_meta && (is_address(line) || has_author_label(line) || is_notice(line) ||
                                          (is_inverted_name(line) && !ends_sentence(line)));
}

bool looks_like_title(std::string_view line, bool before_blank, bool before_date) {
  if (length(line) >= longest_title || std::ranges::count(line, '\n') > 2) return false;
  const char32_t first = first_character(line);
  if (u_islower(static_cast<UChar32>(first)) != 0) return false;
  const char32_t last = last_character(line);
  if (last == ',' || last == ';' || last == ':') return false;
  if (std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) >= 'A'; })) return false;
  if (!ends_sentence(line) || before_date) return true;
  return before_blank && (last == '?' || last == '!');
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const std::string_view word : words_of(text)) line.append(line.empty() ? "" : " ").append(word);
  return line;
}

/// Same words, whatever stands between them.
bool is_same_title(std::string_view one, std::string_view other) {
  const auto a = words_of(trimmed(one));
  return !a.empty() && a == words_of(trimmed(other));
}

std::string note_on(const DateReading& reading, std::string_view line) {
  if (reading.ambiguous)
    return "the date \"" + std::string(line) + "\" can be read as day/month and as month/day; the document has no date";
  return "the date \"" + std::string(line) + "\" tells no year; the document has no date";
}

/// Goes down the lines; each is a title, meta, or the beginning of the body.
class HeaderReader {
 public:
  HeaderReader(const std::vector<HeaderLine>& lines, Document& document, const SourceOptions& options)
      : lines_(lines),
        document_(document),
        options_(options),
        title_is_known_(!document.title.empty()),
        date_is_known_(!document.date.empty()) {}

  Header read() {
    const std::size_t end = std::min(lines_.size(), most_header_lines);
    for (std::size_t i = 0; i < end; ++i) {
      const auto kind = kind_of(i);
      if (!kind) break;
      header_.kinds.push_back(*kind);
    }
    return std::move(header_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t i) const { return trimmed(document_.view(lines_[i].span)); }

  std::optional<BlockKind> kind_of(std::size_t i) {
    const std::string_view line = text(i);
    if (!has_title_ && title_is_known_ && is_same_title(line, document_.title)) return take_title(line);
    if (const auto date = read_date_line(line)) return take_date(*date, line);
    if (is_notice(line) || is_address(line)) return BlockKind::meta;
    if (has_title_ || title_is_known_) return is_meta(line) ? std::optional(BlockKind::meta) : std::nullopt;
    if (!lines_[i].may_be_title || i + 1 == lines_.size()) return std::nullopt;
    if (has_author_label(line)) return BlockKind::meta;
    const bool before_date = read_date_line(text(i + 1)).has_value();
    if (looks_like_title(line, lines_[i].before_blank, before_date)) return take_title(line);
    return std::nullopt;
  }

  BlockKind take_title(std::string_view line) {
    has_title_ = true;
    if (!title_is_known_) document_.title = on_one_line(line);
    return BlockKind::title;
  }

  BlockKind take_date(const DateReading& reading, std::string_view line) {
    if (date_is_known_ && !(date_is_of_update_ && !reading.updated)) return BlockKind::meta;
    std::string date = reading.edtf;
    if (date.empty() && reading.month != 0) date = with_year_of(reading, options_.date);
    if (date.empty()) {
      if (document_.date.empty()) header_.date_note = note_on(reading, line);
      return BlockKind::meta;
    }
    document_.date = date;
    date_is_known_ = true;
    date_is_of_update_ = reading.updated;
    header_.date_note.clear();
    return BlockKind::meta;
  }

  const std::vector<HeaderLine>& lines_;
  Document& document_;
  const SourceOptions& options_;
  Header header_;
  bool title_is_known_;
  bool has_title_ = false;
  bool date_is_known_;
  bool date_is_of_update_ = false;
};

}  // namespace

bool ends_sentence(std::string_view line) {
  line = trimmed(line);
  while (!line.empty()) {
    const char32_t last = last_character(line);
    if (last == '.' || last == '!' || last == '?' || last == U'…' || last == U'。' || last == U'！' || last == U'？')
      return true;
    const bool closes =
        last == '"' || last == '\'' || last == ')' || last == ']' || last == U'”' || last == U'’' || last == U'»';
    if (!closes) return false;
    line.remove_suffix(last < 0x80 ? 1 : last < 0x800 ? 2 : 3);
  }
  return false;
}

bool is_address(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.find_first_of(" \t\n") != std::string_view::npos || line.size() > 2048) return false;
  if (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.")) return true;
  const std::size_t at = line.find('@');
  return at != std::string_view::npos && at > 0 && line.find('.', at) != std::string_view::npos &&
         line.find('@', at + 1) == std::string_view::npos;
}

Header read_header(const std::vector<HeaderLine>& lines, Document& document, const SourceOptions& options) {
  return HeaderReader(lines, document, options).read();
}

void read_block_header(Document& document, const SourceOptions& options, bool may_have_title) {
  std::vector<HeaderLine> lines;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::item || lines.size() > most_header_lines) break;
    lines.push_back({block.span, false, may_have_title});
  }
  const Header header = read_header(lines, document, options);
  for (std::size_t i = 0; i < header.kinds.size(); ++i)
    if (document.blocks[i].kind != BlockKind::title) document.blocks[i].kind = header.kinds[i];
  std::size_t body = header.kinds.size();
  while (body < document.blocks.size() && document.blocks[body].kind == BlockKind::heading) ++body;
  split_dateline(document, body, options);
  settle_date(document, options, header.date_note);
}

void split_dateline(Document& document, std::size_t block, const SourceOptions& options) {
  if (block >= document.blocks.size() || document.blocks[block].kind != BlockKind::paragraph) return;
  const Span span = document.blocks[block].span;
  const auto dateline = read_dateline(document.view(span));
  if (!dateline) return;
  const auto size = static_cast<std::uint32_t>(dateline->size);
  document.blocks[block].span.begin = span.begin + size;
  const Span head{span.begin, span.begin + static_cast<std::uint32_t>(
                                               trimmed(document.view({span.begin, span.begin + size})).size())};
  document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(block), Block{BlockKind::meta, head});
  if (!document.date.empty() || !dateline->date) return;
  document.date = dateline->date->edtf;
  if (document.date.empty() && dateline->date->month != 0) document.date = with_year_of(*dateline->date, options.date);
}

void settle_date(Document& document, const SourceOptions& options, const std::string& note) {
  if (!document.date.empty()) return;
  document.date = options.date;
  if (document.date.empty() && !note.empty())
    options.diagnostics({Severity::note, Location{document.source}, note, "say the date with --date"});
}

}  // namespace dossier::ingest

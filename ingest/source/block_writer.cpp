#include "ingest/source/block_writer.h"

#include <algorithm>

#include "ingest/source/characters.h"
#include "ingest/source/header_lines.h"

namespace dossier::ingest {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// The first place from `at` on that is (or is not) blank. std::string_view's own search asks each byte five times.
std::size_t find_blank(std::string_view text, std::size_t at, bool blank) {
  while (at < text.size() && is_blank(text[at]) != blank) ++at;
  return at;
}

/// Words that stand one blank apart are taken at once.
std::size_t end_of_words(std::string_view text, std::size_t at) {
  for (;;) {
    at = find_blank(text, at, true);
    if (at + 1 >= text.size() || text[at] != ' ' || is_blank(text[at + 1])) return at;
    ++at;
  }
}

}  // namespace

void BlockWriter::begin(BlockKind kind) {
  end();
  kind_ = kind;
}

void BlockWriter::open() {
  if (!document_.text.empty()) document_.text += '\n';
  begin_ = document_.text.size();
  is_open_ = true;
  pending_ = 0;
}

void BlockWriter::append(std::string_view text) {
  while (!text.empty()) {
    const std::size_t word = find_blank(text, 0, false);
    if (word != 0 && pending_ == 0) pending_ = ' ';
    if (word == text.size()) return;
    if (!is_open_)
      open();
    else if (pending_ != 0 && document_.text.size() > begin_)
      document_.text += pending_;
    pending_ = 0;
    const std::size_t end = end_of_words(text, word);
    document_.text.append(text.substr(word, end - word));
    text.remove_prefix(end);
  }
}

void BlockWriter::line_break() { pending_ = '\n'; }

void BlockWriter::end() {
  pending_ = 0;
  if (!is_open_) return;
  is_open_ = false;
  std::string& text = document_.text;
  const std::string_view content = trimmed(std::string_view(text).substr(begin_));
  if (content.empty()) {
    text.resize(begin_ == 0 ? 0 : begin_ - 1);
    return;
  }
  const auto first = static_cast<std::size_t>(content.data() - text.data());
  text.resize(first + content.size());
  text.erase(begin_, first - begin_);
  compose(text, begin_);
  const Span span{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(text.size())};
  const bool is_meta = kind_ == BlockKind::paragraph && is_address(document_.view(span));
  document_.blocks.push_back({is_meta ? BlockKind::meta : kind_, span});
}

}  // namespace dossier::ingest

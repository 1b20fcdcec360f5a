#include "ingest/source/block_writer.h"

#include <algorithm>

#include "ingest/source/characters.h"
#include "ingest/source/header_lines.h"

namespace dossier::ingest {

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
  constexpr std::string_view blanks = " \t\n\r\f";
  while (!text.empty()) {
    const std::size_t word = text.find_first_not_of(blanks);
    if (word != 0 && pending_ == 0) pending_ = ' ';
    if (word == std::string_view::npos) return;
    if (!is_open_)
      open();
    else if (pending_ != 0 && document_.text.size() > begin_)
      document_.text += pending_;
    pending_ = 0;
    const std::size_t end = std::min(text.find_first_of(blanks, word), text.size());
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

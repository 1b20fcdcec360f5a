/// What the lines of a text are: whole paragraphs, or pieces of paragraphs that were wrapped at a column.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/source/document.h"

namespace dossier::ingest {

/// A line that is not blank.
struct TextLine {
  Span span;                              ///< without white space at the ends, and without a list mark
  std::uint32_t columns = 0;              ///< its length in code points, with mark and indentation
  std::uint32_t first_word = 0;           ///< the length of its first word
  std::uint16_t indent = 0;               ///< blanks before it
  bool after_blank = true;                ///< a blank line, or nothing, stands before
  BlockKind kind = BlockKind::paragraph;  ///< heading and item where a mark says so
};

/// The lines of `text`, with their marks read: "- ", "* ", "• ", "1. ", "(a) " begin items, "## " headings. Lines of
/// marks alone ("###", "-----", "* * *") are left out, as blank ones are.
[[nodiscard]] std::vector<TextLine> lines_of(std::string_view text);

/// How the lines of one document belong together.
class LineLayout {
 public:
  LineLayout(std::string_view text, const std::vector<TextLine>& lines);

  /// Lines are pieces of paragraphs.
  [[nodiscard]] bool is_wrapped() const noexcept { return width_ != 0; }

  /// `next` goes on with the paragraph of `line`, which stands before it.
  [[nodiscard]] bool continues(const TextLine& line, const TextLine& next) const;

 private:
  [[nodiscard]] bool is_filled(const TextLine& line, const TextLine& next) const noexcept;

  std::string_view text_;
  std::uint32_t width_ = 0;  // the column at which the text is wrapped; 0 when it is not
};

}  // namespace dossier::ingest

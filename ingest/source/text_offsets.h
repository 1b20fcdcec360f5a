/// Byte offsets of a text in the other units that people and standards count in: code points, lines and columns.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// Byte offset <-> code point offset, and line and column, for one UTF-8 text. Built once per document in one pass.
///
/// Why checkpoints: a document is asked about a few times per statement; one number every 64 bytes costs 6 % of the
/// text and leaves at most 64 bytes to count. A text of ASCII needs none at all.
class CodePointIndex {
 public:
  struct Position {
    std::uint32_t line = 1;    ///< counts from 1; lines end at "\n"
    std::uint32_t column = 1;  ///< counts from 1, in code points
    bool operator==(const Position&) const = default;
  };

  /// `text` is not copied and must outlive the index.
  explicit CodePointIndex(std::string_view text);

  /// How many code points the text has.
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }

  /// The code points before `byte`. An offset inside a character counts as its end; one past the text as its end.
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const noexcept;

  /// The byte at which code point number `code_point` begins; the text's size when there are not so many.
  [[nodiscard]] std::uint32_t byte(std::uint32_t code_point) const noexcept;

  [[nodiscard]] Position position(std::uint32_t byte) const noexcept;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte 64 * i; empty for ASCII
  std::vector<std::uint32_t> line_starts_;
  std::uint32_t size_ = 0;
};

}  // namespace dossier::ingest

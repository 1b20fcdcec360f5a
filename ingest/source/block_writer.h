/// Builds the text of a rendered document, block by block.
#pragma once

#include <string_view>

#include "ingest/source/document.h"

namespace dossier::ingest {

/// Appends to a Document's text and blocks. White space is collapsed as browsers do (CSS Text 3, 4.1.1): no-break
/// spaces stay. Blocks stand on lines of their own; each is in NFC.
class BlockWriter {
 public:
  explicit BlockWriter(Document& document) : document_(document) {}

  /// Ends the open block; the next is of this kind. A block without text leaves no trace.
  void begin(BlockKind kind);
  void append(std::string_view text);
  /// A line end within the block; dropped at its beginning and end.
  void line_break();
  void end();

  [[nodiscard]] BlockKind kind() const noexcept { return kind_; }

 private:
  void open();

  Document& document_;
  BlockKind kind_ = BlockKind::paragraph;
  bool is_open_ = false;
  char pending_ = 0;  // white space owed before the next word: ' ' or '\n'
  std::size_t begin_ = 0;
};

}  // namespace dossier::ingest

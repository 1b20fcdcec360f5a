/// A text and the places in it: what every source gives, whatever the file was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// A half-open range of bytes in a document's text.
struct Span {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  bool operator==(const Span&) const = default;
};

/// What a piece of the text is for.
enum class BlockKind : std::uint8_t {
  title,      ///< the document's title, where the text carries it
  meta,       ///< a line of date, author or address: not a sentence
  heading,    ///< a heading inside
  paragraph,
  item,       ///< a list item
};

/// A piece of text in which sentences are looked for: a sentence never crosses from one block into another.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};

/// One document. `text` is UTF-8 and is what every Span and every offset in the graph refers to. For plain text and
/// Markdown it is the file's own text, decoded; for HTML, what a reader sees.
struct Document {
  std::string id;        ///< unique in its batch: the file's stem, or the record's own id
  std::string source;    ///< where it came from: "news/a.txt", "news.jsonl.gz:17", "-"
  std::string title;
  std::string date;      ///< publication date, EDTF ("2022-01-24", "2022-01"); empty when not known
  std::string language = "en";
  std::string text;
  std::vector<Block> blocks;  ///< in text order, not overlapping

  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
};

}  // namespace dossier::ingest

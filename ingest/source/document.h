/// A text and the places in it: what every source gives, whatever the file was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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
  title,    ///< the document's title, where the text carries it
  meta,     ///< a line of date, author or address: not a sentence
  heading,  ///< a heading inside
  paragraph,
  item,  ///< a list item
};

/// A piece of text in which sentences are looked for: a sentence never crosses from one block into another.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
};

/// One document. `text` is what every Span and every offset in the graph refers to. For plain text it is the file's own
/// text, decoded; for HTML and Markdown (files, and records that have its marks) what a reader sees: markup would stand
/// between the words of a sentence. A line end within a block is white space.
///
/// Always so: UTF-8, in Normalization Form C; lines end with "\n"; no control characters but "\n" and tab. NFC may make
/// offsets differ from those in a file that is not: the quote, not the offset, finds the place there.
struct Document {
  std::string id;      ///< unique in its batch: the file's stem, or the record's own id
  std::string source;  ///< where it came from: "news/a.txt", "news.jsonl.gz:17", "-"
  std::string title;   ///< from a field, markup or the text; the text has a block of kind title where it carries it
  std::string date;    ///< publication date, EDTF ("2022-01-24", "2022-01"); empty when not known
  std::string language = "en";
  std::string text;
  std::vector<Block> blocks;  ///< in text order, not overlapping, none empty
  std::string url = {};       ///< where a reader finds it, if the document says so: a record's "url", a canonical link

  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
};

/// A text that is one paragraph and nothing else: a sentence that somebody gives.
[[nodiscard]] inline Document one_paragraph(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  return document;
}

}  // namespace dossier::ingest

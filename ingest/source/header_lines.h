/// The lines with which a document begins before its sentences: title, date, author, address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/document.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest {

/// One line, or one block of a rendered page, at the beginning of a document.
struct HeaderLine {
  Span span;
  bool before_blank = false;  ///< a blank line, or the end of the text, follows
  bool may_be_title = true;   ///< false where the line is known to run on into the next
};

/// How the leading lines were read: `kinds[i]` is the kind of line i; the lines after are the body.
struct Header {
  std::vector<BlockKind> kinds;
  std::string date_note;  ///< why the date line found gives no date; empty when it does, or when there is none
};

/// Reads as many of the leading `lines` as are title or meta, and sets the document's title and date where it has none.
/// At most a dozen lines are looked at. A title that is known already is looked for word by word.
[[nodiscard]] Header read_header(const std::vector<HeaderLine>& lines, Document& document,
                                 const SourceOptions& options);

/// The same for a rendered document, on its blocks: sets their kinds, the title (unless `may_have_title` is false), the
/// dateline and the date.
void read_block_header(Document& document, const SourceOptions& options, bool may_have_title);

/// Splits a dateline ("SEOUL, Jan. 24 (Yonhap) -- ") off the first paragraph, as a block of its own, and takes its date
/// where the document has none. `block` is the index of that paragraph.
void split_dateline(Document& document, std::size_t block, const SourceOptions& options);

/// Gives the document the date of the options where it has none of its own, and tells `note` where there is none at
/// all.
void settle_date(Document& document, const SourceOptions& options, const std::string& note);

/// The line ends as a sentence does (closing quotes and brackets aside).
[[nodiscard]] bool ends_sentence(std::string_view line);

/// The line is an e-mail or web address and nothing else.
[[nodiscard]] bool is_address(std::string_view line);

}  // namespace dossier::ingest

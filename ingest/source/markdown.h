/// Markdown -> what a reader sees.
#pragma once

#include <string_view>

#include "ingest/source/document.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest {

enum class MarkdownFlavor {
  file,    ///< CommonMark, with front matter, setext headings, and lines that run on until a blank one
  record,  ///< marks found in the text of a record: whether lines run on is decided as for plain text
};

/// Renders `text` (tidied) into the document: marks of headings, lists, quotes, emphasis, links and raw HTML are gone;
/// code blocks, images, comments and link definitions too; the cells of tables are items. Front matter (YAML between
/// "---", TOML between "+++") gives title, date and language and is not in the text.
///
/// Why light: no tree is built, nested blocks are flat, and a text that only looks like Markdown loses next to nothing.
void read_markdown(std::string_view text, MarkdownFlavor flavor, Document& document, const SourceOptions& options);

/// The text has marks that a reader is not meant to see: "## ", "**", "](", "- " at a line's beginning, "<u>".
[[nodiscard]] bool has_markdown(std::string_view text);

}  // namespace dossier::ingest

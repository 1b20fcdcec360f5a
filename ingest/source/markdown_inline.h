/// The marks within a paragraph of Markdown: emphasis, links, code, entities, raw HTML.
#pragma once

#include <string_view>

#include "ingest/source/block_writer.h"

namespace dossier::ingest {

/// Appends `text` to the writer as a reader sees it (CommonMark 0.30, chapter 6, with these liberties: doubled
/// asterisks are marks even when they do not pair, and raw HTML of blocks ends the block). Time grows with the text's
/// size alone.
void append_inline(std::string_view text, BlockWriter& writer);

}  // namespace dossier::ingest

/// The marks before list items and headings, as people type them and as Markdown has them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/source/document.h"

namespace dossier::ingest {

/// A line of marks alone, "###", "-----", "* * *", "____": a rule, or the end mark of a press release.
[[nodiscard]] bool is_rule(std::string_view line);

/// The size of a list mark with the blanks after it, "- ", "• ", "1. ", "(iv) "; 0 when the line begins with none.
[[nodiscard]] std::size_t item_mark(std::string_view line);

/// The size of "## " and its like (CommonMark 0.30, 4.2); 0 when the line is no heading, or an empty one.
[[nodiscard]] std::size_t heading_mark(std::string_view line);

/// Where the items are that pandoc and other converters left in one line: "First. -   Second. -   Third."
[[nodiscard]] std::vector<Span> split_at_inline_bullets(std::string_view text, Span span);

}  // namespace dossier::ingest

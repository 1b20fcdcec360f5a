/// One JSON record -> a Document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/source/document.h"
#include "ingest/source/document_stream.h"

namespace dossier::ingest {

/// Reads the record of one line, an object with "text" (or "body", or "content") and, if it has them, "id", "title",
/// "date", "url" and "language"; other fields are nothing to us. `document.source` is set and names the line; `place`
/// is used for diagnostics. The text is rendered as Markdown when it has marks of it. Nothing (and a diagnostic) when
/// the line is not such a record.
[[nodiscard]] std::optional<Document> read_record(std::string_view line, const Location& place,
                                                  const SourceOptions& options);

/// The line is the first of a JSON value that goes on over more lines: not JSON lines at all.
[[nodiscard]] bool begins_longer_json(std::string_view line);

}  // namespace dossier::ingest

/// What a store holds: its columns, and whoever owns their bytes.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/file/mapped_file.h"
#include "graph/store/columns.h"
#include "graph/term/prefixes.h"

namespace dossier::graph {

/// Two texts that belong together: a datatype and a language, a prefix and its IRI.
using TextPair = std::pair<std::string_view, std::string_view>;

/// The pairs as the file keeps them: their number, then for each text its length and its bytes (32-bit numbers).
[[nodiscard]] std::vector<char> encode(std::span<const TextPair> pairs);
/// The pairs, as views into `bytes`; nothing when `bytes` are not exactly what `encode` writes.
[[nodiscard]] std::optional<std::vector<TextPair>> decode(std::span<const char> bytes);

/// The inside of a Store. Only this room and graph/view look at it.
struct Contents {
  /// Takes freshly built columns.
  explicit Contents(OwnedColumns&& built);
  /// Takes the columns of a mapped file, which have been verified.
  Contents(MappedFile&& file, const Columns& verified);

  std::optional<MappedFile> mapped;
  OwnedColumns owned;
  Columns columns;                      // views into one of the two above
  std::vector<TextPair> literal_types;  // views into columns.types
  Prefixes prefixes;
};

}  // namespace dossier::graph

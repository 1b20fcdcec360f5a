/// A store on the disk: the .kg file (docs/format.md).
#pragma once

#include <filesystem>

#include "graph/store/store.h"

namespace dossier::graph {

/// Writes the store beside the target and renames it into place. The same store gives the same bytes.
/// Throws Error(io).
void save(const Store& store, const std::filesystem::path& file);

/// Opens a .kg file in place (mmap). Throws Error(io) when it cannot be read, Error(bad_input) when it is not a .kg
/// file, is of a format version this program does not know, is cut short, or a checksum does not fit.
[[nodiscard]] Store open_store(const std::filesystem::path& file);

}  // namespace dossier::graph

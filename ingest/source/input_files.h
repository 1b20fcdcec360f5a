/// Which files are read: the inputs of the command line, folders opened up, each with its kind and id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/document_stream.h"

namespace dossier::ingest {

enum class FileKind { text, markdown, html, json_lines };

/// One file to read. A JSON lines file gives many documents; `id` is then what ids of records without one begin with.
struct InputFile {
  std::filesystem::path path;    ///< "-" for standard input
  std::optional<FileKind> kind;  ///< nothing where only the first bytes can tell
  std::string id;
  std::uint64_t size = 0;  ///< on the disk; 0 for standard input
};

/// The files of `inputs`, in their order; those of a folder by path, byte for byte. No file twice. Hidden files are
/// passed over, links to folders are not followed, and what is left out in a folder is told in one note.
/// Throws Error(io) for an input that does not exist, and Error(bad_input) for a folder without any document.
[[nodiscard]] std::vector<InputFile> find_input_files(const std::vector<std::filesystem::path>& inputs,
                                                      const SourceOptions& options);

/// By the extension, ".gz" aside.
[[nodiscard]] std::optional<FileKind> kind_of_name(const std::filesystem::path& path);

/// By the first bytes: JSON lines, HTML, else text.
[[nodiscard]] FileKind kind_of_bytes(std::string_view bytes);

}  // namespace dossier::ingest

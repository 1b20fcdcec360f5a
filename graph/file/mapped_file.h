/// A file read in place, through the page cache.
#pragma once

#include <filesystem>
#include <string_view>

namespace dossier::graph {

/// The bytes of a file, mapped read-only for as long as the object lives. An empty file gives an empty view.
class MappedFile {
 public:
  /// Throws Error(io) when the file cannot be opened, read or is a folder.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace dossier::graph

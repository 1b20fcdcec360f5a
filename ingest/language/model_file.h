/// The file of trained models: named sections, read in place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::ingest {

/// Little-endian; sections begin at multiples of 64 bytes.
///
///     offset  bytes
///          0      8  "DOSSLANG"
///          8      4  version, 1
///         12      4  number of sections
///         16      8  size of the file
///         24      8  checksum of everything behind offset 32: `checksum` below
///         32     40  a section: its name (its first 23 bytes, zeros behind), offset (8), size (8); then the next
///
/// Sections stand one behind another, in the order of the list, and fill the file.
class ModelFile {
 public:
  /// Keeps the view, copies nothing. `source` is the name in messages. Throws Error(bad_input) when the bytes are no model, a
  /// model of another version, cut off or damaged.
  ModelFile(std::string_view bytes, const std::string& source);

  /// A section's bytes. Throws Error(bad_input) when there is none of the name.
  [[nodiscard]] std::string_view section(std::string_view name) const;
  /// A section as an array. Throws Error(bad_input) when it is no whole number of elements.
  template <class T>
  [[nodiscard]] std::span<const T> array(std::string_view name) const {
    const std::string_view bytes = section(name);
    if (bytes.size() % sizeof(T) != 0) refuse("its section " + std::string(name) + " has a wrong size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  /// Throws Error(bad_input) with the source as its place: "not a usable language model: REASON".
  [[noreturn]] void refuse(const std::string& reason) const;
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }

  [[nodiscard]] static std::uint64_t checksum(std::string_view bytes) noexcept;

 private:
  std::string_view bytes_;
  std::string source_;
  std::vector<std::pair<std::string_view, std::string_view>> sections_;
};

/// Puts sections into the bytes of a model file, in the order given. The first 23 bytes of their names must differ.
[[nodiscard]] std::string model_bytes(std::span<const std::pair<std::string, std::string>> sections);

}  // namespace dossier::ingest

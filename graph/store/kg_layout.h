/// The head of a .kg file, byte by byte (docs/format.md).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace dossier::graph::kg {

static_assert(std::endian::native == std::endian::little, "the .kg file is used in place and is little-endian");

/// The first byte is no text; the line ends show what a transfer in text mode would do to them (as in PNG).
inline constexpr std::array<char, 8> magic = {'\x89', 'D', 'K', 'G', '\r', '\n', '\x1A', '\n'};
inline constexpr std::uint32_t byte_order = 0x01020304;
inline constexpr std::uint32_t version = 1;
inline constexpr std::size_t section_count = 24;
inline constexpr std::size_t alignment = 8;

/// Where a column is. CRC-32 as in zlib and PNG.
struct Section {
  std::uint64_t offset = 0, size = 0;
  std::uint32_t checksum = 0, zero = 0;
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t byte_order = 0, version = 0;
  std::uint64_t file_size = 0, quads = 0;
  std::uint32_t iris = 0, blanks = 0, literals = 0, sections = 0;
  std::array<Section, section_count> table{};
  std::uint32_t checksum = 0;  ///< of everything before it
  std::uint32_t zero = 0;
};
static_assert(sizeof(Section) == 24 && sizeof(Header) == 48 + 24 * section_count + 8);

[[nodiscard]] constexpr std::uint64_t aligned(std::uint64_t offset) {
  return (offset + alignment - 1) / alignment * alignment;
}

/// CRC-32 of some bytes.
[[nodiscard]] std::uint32_t checksum(const void* bytes, std::size_t size);

}  // namespace dossier::graph::kg

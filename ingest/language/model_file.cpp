#include "ingest/language/model_file.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "graph/error/error.h"
#include "ingest/language/hashing.h"

namespace dossier::ingest {
namespace {

static_assert(std::endian::native == std::endian::little, "models are read in place");

constexpr std::string_view magic = "DOSSLANG";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 32, entry_size = 40, name_size = 24, alignment = 64;

constexpr std::size_t aligned(std::size_t n) { return (n + alignment - 1) / alignment * alignment; }

template <class T>
T number(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

}  // namespace

std::uint64_t ModelFile::checksum(std::string_view bytes) noexcept {
  // four independent chains of eight bytes each, for speed
  std::uint64_t lanes[4] = {hash_seed, hash_seed + 1, hash_seed + 2, hash_seed + 3};
  std::size_t i = 0;
  for (; i + 32 <= bytes.size(); i += 32)
    for (std::size_t k = 0; k < 4; ++k) lanes[k] = std::rotl((lanes[k] ^ number<std::uint64_t>(bytes, i + 8 * k)) * 0x9e3779b97f4a7c15U, 29);
  std::uint64_t sum = hash_of(bytes.substr(i));
  for (const std::uint64_t lane : lanes) sum = mixed(sum ^ lane);
  return mixed(sum ^ bytes.size());
}

ModelFile::ModelFile(std::string_view bytes, const std::string& source) : bytes_(bytes), source_(source) {
  if (bytes.size() < header_size || bytes.substr(0, magic.size()) != magic) refuse("it is no model file");
  if (const auto found = number<std::uint32_t>(bytes, 8); found != version)
    refuse("it has version " + std::to_string(found) + ", and this program reads version " + std::to_string(version));
  const std::size_t count = number<std::uint32_t>(bytes, 12);
  if (number<std::uint64_t>(bytes, 16) != bytes.size()) refuse("it is cut off, or something was added to it");
  if (checksum(bytes.substr(header_size)) != number<std::uint64_t>(bytes, 24)) refuse("it is damaged: its checksum is wrong");
  // The number of sections is not in the checksum: the sections must fill the file.
  const auto damaged_list = [this] { refuse("its list of sections is damaged"); };
  if (count > (bytes.size() - header_size) / entry_size) damaged_list();
  std::size_t end = aligned(header_size + count * entry_size);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = header_size + i * entry_size;
    const std::string_view name = bytes.substr(at, name_size);
    const auto offset = number<std::uint64_t>(bytes, at + name_size), size = number<std::uint64_t>(bytes, at + name_size + 8);
    if (name.front() == '\0' || offset != end || offset > bytes.size() || size > bytes.size() - offset) damaged_list();
    sections_.emplace_back(name.substr(0, name.find('\0')), bytes.substr(offset, size));
    end = aligned(offset + size);
  }
  if (end != bytes.size()) damaged_list();
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const auto& [known, bytes] : sections_)
    if (known == name.substr(0, name_size - 1)) return bytes;
  refuse("it has no section " + std::string(name));
}

void ModelFile::refuse(const std::string& reason) const {
  throw Error(ErrorKind::bad_input, Location{source_}, "not a usable language model: " + reason);
}

std::string model_bytes(std::span<const std::pair<std::string, std::string>> sections) {
  std::string bytes(aligned(header_size + sections.size() * entry_size), '\0');
  std::memcpy(bytes.data(), magic.data(), magic.size());
  put(bytes, 8, version);
  put(bytes, 12, static_cast<std::uint32_t>(sections.size()));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, content] = sections[i];
    assert(!name.empty() && std::ranges::none_of(sections.first(i), [&](const auto& s) { return s.first.substr(0, name_size - 1) == name.substr(0, name_size - 1); }));
    const std::size_t at = header_size + i * entry_size;
    std::memcpy(bytes.data() + at, name.data(), std::min(name.size(), name_size - 1));
    put(bytes, at + name_size, static_cast<std::uint64_t>(bytes.size()));
    put(bytes, at + name_size + 8, static_cast<std::uint64_t>(content.size()));
    bytes += content;
    bytes.resize(aligned(bytes.size()), '\0');
  }
  put(bytes, 16, static_cast<std::uint64_t>(bytes.size()));
  put(bytes, 24, ModelFile::checksum(std::string_view(bytes).substr(header_size)));
  return bytes;
}

}  // namespace dossier::ingest

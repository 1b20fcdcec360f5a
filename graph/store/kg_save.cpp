#include <zlib.h>

#include <ostream>
#include <span>
#include <vector>

#include "graph/file/output_file.h"
#include "graph/store/contents.h"
#include "graph/store/kg_file.h"
#include "graph/store/kg_layout.h"

namespace dossier::graph {

std::uint32_t kg::checksum(const void* bytes, std::size_t size) {
  return static_cast<std::uint32_t>(::crc32_z(0, static_cast<const Bytef*>(bytes), size));
}

namespace {

using Bytes = std::span<const char>;

std::vector<Bytes> bytes_of(const Columns& columns) {
  std::vector<Bytes> all;
  visit_columns(columns, columns.quads(), [&all](const char*, const auto& column, std::uint64_t) {
    all.emplace_back(reinterpret_cast<const char*>(column.data()), column.size_bytes());
  });
  return all;
}

kg::Header header_of(const Columns& columns, const std::vector<Bytes>& sections) {
  kg::Header header;
  header.magic = kg::magic;
  header.byte_order = kg::byte_order;
  header.version = kg::version;
  header.quads = columns.quads();
  header.iris = columns.iris;
  header.blanks = columns.blanks;
  header.literals = columns.literals;
  header.sections = kg::section_count;
  std::uint64_t offset = sizeof header;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    header.table[i] = {offset, sections[i].size(), kg::checksum(sections[i].data(), sections[i].size()), 0};
    offset = kg::aligned(offset + sections[i].size());
  }
  header.file_size = offset;
  header.checksum = kg::checksum(&header, offsetof(kg::Header, checksum));
  return header;
}

}  // namespace

void save(const Store& store, const std::filesystem::path& file) {
  const std::vector<Bytes> sections = bytes_of(store.columns());
  const kg::Header header = header_of(store.columns(), sections);
  OutputFile output(file);
  std::ostream& out = output.stream();
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  for (const Bytes section : sections) {
    out.write(section.data(), static_cast<std::streamsize>(section.size()));
    const char padding[kg::alignment] = {};
    out.write(padding, static_cast<std::streamsize>(kg::aligned(section.size()) - section.size()));
  }
  output.commit();
}

}  // namespace dossier::graph

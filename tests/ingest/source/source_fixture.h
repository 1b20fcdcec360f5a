/// Files written by hand into a folder that goes away, and what the sources say about them.
#pragma once

#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/document_stream.h"

namespace dossier::ingest {

/// Collects diagnostics, each as "warning file:1:2: message".
struct Told {
  std::vector<std::string> lines;

  [[nodiscard]] SourceOptions options(std::string date = {}) {
    SourceOptions options;
    options.date = std::move(date);
    options.diagnostics = [this](const Diagnostic& diagnostic) {
      const char* const severities[] = {"note", "warning", "error"};
      lines.push_back(std::string(severities[static_cast<int>(diagnostic.severity)]) + ' ' +
                      to_string(diagnostic.location) + ": " + diagnostic.message);
    };
    return options;
  }
  [[nodiscard]] bool has(std::string_view part) const {
    for (const std::string& line : lines)
      if (line.find(part) != std::string::npos) return true;
    return false;
  }
};

/// A folder of its own for each test, and readers for what is in it.
struct SourceFixture {
  std::filesystem::path folder;
  Told told;

  SourceFixture() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dossier-source-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
  }
  ~SourceFixture() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  SourceFixture(const SourceFixture&) = delete;
  SourceFixture& operator=(const SourceFixture&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    auto path = folder / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  /// All documents of the inputs; `failed` is kept.
  std::vector<Document> read(const std::vector<std::filesystem::path>& inputs, SourceOptions options) {
    DocumentStream stream(inputs, std::move(options));
    std::vector<Document> documents;
    while (auto document = stream.next()) documents.push_back(*std::move(document));
    failed = stream.failed();
    return documents;
  }
  std::vector<Document> read(const std::vector<std::filesystem::path>& inputs) { return read(inputs, told.options()); }

  std::uint64_t failed = 0;
};

/// One gzip member.
inline std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  ::deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(::deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  ::deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  ::deflateEnd(&stream);
  return packed;
}

/// The blocks, one a line: "T: title", "M:", "H:", "P:", "I:"; line ends within shown as "/".
inline std::string blocks_of(const Document& document) {
  std::string shown;
  for (const Block& block : document.blocks) {
    std::string text(document.view(block.span));
    for (char& c : text)
      if (c == '\n') c = '/';
    shown += std::string(1, "TMHPI"[static_cast<int>(block.kind)]) + ": " + text + '\n';
  }
  return shown;
}

/// What must be true of every Document. An empty string when it is.
inline std::string fault_of(const Document& document) {
  if (document.id.empty()) return "no id";
  if (document.blocks.empty()) return "no blocks";
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.span.begin < end || block.span.empty() || block.span.end > document.text.size()) return "blocks overlap";
    end = block.span.end;
  }
  for (const char c : document.text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return "control character";
  return {};
}

}  // namespace dossier::ingest

/// Files, folders and standard input -> Documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/error/diagnostic.h"
#include "ingest/source/document.h"

namespace dossier::ingest {

struct SourceOptions {
  std::string date;    ///< the publication date where a document does not tell its own; EDTF or empty
  std::string source;  ///< replaces the source of standard input ("-")
  DiagnosticSink diagnostics;
  /// A document or record with more bytes than this is told and skipped, without being held in memory;
  /// for HTML, a quarter of it.
  std::uint64_t largest_document = std::uint64_t{256} << 20U;
};

/// Reads documents one after the other, in a fixed order (inputs as given, folders by path), streaming.
///
/// Known by extension, else by their first bytes: .txt, .md, .html/.htm, .jsonl (also .gz), folders of them and "-".
/// An input that is not readable as what it claims to be is told to `diagnostics`, counted in `failed`, and skipped.
class DocumentStream {
 public:
  /// Throws Error(io) when an input named on the command line does not exist, and Error(bad_input) when a folder
  /// holds no document.
  DocumentStream(const std::vector<std::filesystem::path>& inputs, SourceOptions options);
  ~DocumentStream();
  DocumentStream(DocumentStream&&) noexcept;

  /// The next document; nothing at the end.
  [[nodiscard]] std::optional<Document> next();

  /// For a progress bar: bytes of input consumed so far and in all (0 when not known, as for standard input).
  [[nodiscard]] std::uint64_t bytes_done() const noexcept;
  [[nodiscard]] std::uint64_t bytes_total() const noexcept;
  /// How many inputs (files or records) could not be read.
  [[nodiscard]] std::uint64_t failed() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::ingest

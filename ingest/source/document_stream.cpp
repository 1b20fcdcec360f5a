#include "ingest/source/document_stream.h"

#include <string_view>
#include <unordered_set>

#include "graph/error/error.h"
#include "ingest/source/byte_reader.h"
#include "ingest/source/encoding.h"
#include "ingest/source/html.h"
#include "ingest/source/input_files.h"
#include "ingest/source/json_lines.h"
#include "ingest/source/markdown.h"
#include "ingest/source/plain_text.h"
#include "ingest/source/text_offsets.h"

namespace dossier::ingest {
namespace {

constexpr std::uint64_t html_share = 4;  // a page's tree takes sixteen times the page: a quarter of the others' limit

std::string in_mebibytes(std::uint64_t size) { return std::to_string(size >> 20U) + " MiB"; }

std::string too_large(const char* what, std::uint64_t limit) {
  return std::string(what) + " larger than " +
         (limit >> 20U > 0 ? in_mebibytes(limit) : std::to_string(limit) + " bytes") +
         ", the most that one document may have";
}

}  // namespace

struct DocumentStream::State {
  SourceOptions options;
  std::vector<InputFile> files;
  std::size_t next_file = 0;
  std::unordered_set<std::string> ids;
  std::uint64_t done = 0;  // bytes of the files read to their end
  std::uint64_t failed = 0;

  // The JSON lines file that is open, if one is.
  std::unique_ptr<ByteReader> bytes;
  std::unique_ptr<LineReader> lines;

  void tell(Severity severity, Location place, std::string message, std::string hint = {}) {
    options.diagnostics({severity, std::move(place), std::move(message), std::move(hint)});
  }
  void fail(Location place, std::string message, std::string hint = {}) {
    ++failed;
    tell(Severity::error, std::move(place), std::move(message), std::move(hint));
  }

  [[nodiscard]] const InputFile& file() const { return files[next_file - 1]; }
  [[nodiscard]] std::string source() const {
    return file().path == "-" && !options.source.empty() ? options.source : file().path.string();
  }

  std::optional<Document> open_next();
  std::optional<Document> read_whole(FileKind kind);
  std::optional<Document> next_record();
  bool is_record_line(const LineReader::Line& line);
  void close();
  void tell_decoding(const Decoded& decoded);
  void make_unique(Document& document, std::uint64_t line);
};

/// Opens the next file: a document, or nothing when it is one of records, or when it cannot be read.
std::optional<Document> DocumentStream::State::open_next() {
  ++next_file;
  try {
    bytes = std::make_unique<ByteReader>(file().path);
  } catch (const Error& error) {  // the file was there when the inputs were checked; others may be good
    fail(error.location(), error.what());
    return std::nullopt;
  }
  const std::string_view begin = bytes->peek();
  if (const auto format = binary_format(begin)) {
    fail({source()}, "is " + *format + ", which Dossier does not read yet");
  } else if (const FileKind kind = file().kind.value_or(kind_of_bytes(begin)); kind != FileKind::json_lines) {
    auto document = read_whole(kind);
    close();
    return document;
  } else if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF")) {
    fail({source()}, "is in UTF-16; JSON lines are UTF-8", "convert it: iconv -f UTF-16 -t UTF-8");
  } else {
    lines = std::make_unique<LineReader>(*bytes, options.largest_document);
    return std::nullopt;
  }
  close();
  return std::nullopt;
}

void DocumentStream::State::close() {
  done += file().size;
  lines.reset();
  bytes.reset();
}

void DocumentStream::State::tell_decoding(const Decoded& decoded) {
  if (decoded.encoding != "UTF-8" && decoded.confidence < 100)
    tell(
        Severity::warning, {source()},
        "is not UTF-8; read as " + decoded.encoding + " (confidence " + std::to_string(decoded.confidence) + " of 100)",
        "convert it to UTF-8 if letters look wrong");
  if (decoded.replaced == 0) return;
  const auto place = CodePointIndex(decoded.text).position(static_cast<std::uint32_t>(decoded.first_replaced));
  tell(Severity::warning, {source(), place.line, place.column},
       "has " + std::to_string(decoded.replaced) + (decoded.replaced == 1 ? " place" : " places") +
           " that cannot be read as " + decoded.encoding + ", the first of them here; replaced by U+FFFD");
}

std::optional<Document> DocumentStream::State::read_whole(FileKind kind) {
  const Location place{source()};
  const std::uint64_t limit = kind == FileKind::html ? options.largest_document / html_share : options.largest_document;
  const bool is_too_large = !bytes->is_gzip() && file().size > limit;
  auto content = is_too_large ? std::nullopt : bytes->read_all(limit);
  if (!content) {
    fail(place, bytes->failure().empty() ? too_large("is", limit) : bytes->failure());
    return std::nullopt;
  }
  const std::string declared = kind == FileKind::html ? declared_encoding(*content) : std::string();
  auto decoded = decode(*std::move(content), declared);
  if (!decoded) {
    fail(place, "is not text in any encoding that Dossier knows");
    return std::nullopt;
  }
  tell_decoding(*decoded);
  Document document;
  document.id = file().id;
  document.source = place.source;
  switch (kind) {
    case FileKind::markdown:
      read_markdown(decoded->text, MarkdownFlavor::file, document, options);
      break;
    case FileKind::html:
      read_html(std::move(decoded->text), document, options);
      break;
    default:
      read_plain_text(std::move(decoded->text), document, options);
  }
  if (document.blocks.empty()) {
    fail(place, "has no text");
    return std::nullopt;
  }
  make_unique(document, 0);
  return document;
}

/// False for blank lines, and (told) for what cannot be a record.
bool DocumentStream::State::is_record_line(const LineReader::Line& line) {
  if (line.too_long) {
    fail({source(), line.number}, too_large("the record is", options.largest_document));
    return false;
  }
  return line.text.find_first_not_of(" \t\r") != std::string_view::npos;
}

/// The next record of the open file; closes it at its end.
std::optional<Document> DocumentStream::State::next_record() {
  while (auto line = lines->next()) {
    if (!is_record_line(*line)) continue;
    if (line->number == 1 && line->text.starts_with("\xEF\xBB\xBF")) line->text.remove_prefix(3);
    if (line->number == 1 && begins_longer_json(line->text)) {
      fail({source(), 1}, "holds one JSON value over several lines; JSON lines have one object a line",
           "jq -c '.[]' makes them of an array");
      close();
      return std::nullopt;
    }
    auto document = read_record(line->text, {source(), line->number}, options);
    if (!document) {
      ++failed;
      continue;
    }
    make_unique(*document, line->number);
    return document;
  }
  if (!bytes->failure().empty()) fail({source()}, bytes->failure());
  close();
  return std::nullopt;
}

/// Gives records without an id one, and ids that were seen before a number.
void DocumentStream::State::make_unique(Document& document, std::uint64_t line) {
  if (document.id.empty()) document.id = file().id + '-' + std::to_string(line);
  if (ids.insert(document.id).second) return;
  std::uint64_t number = 2;
  while (!ids.insert(document.id + '-' + std::to_string(number)).second) ++number;
  tell(Severity::note, {source(), line},
       "the id \"" + document.id + "\" is taken; this document is \"" + document.id + '-' + std::to_string(number) +
           '"');
  document.id += '-' + std::to_string(number);
}

DocumentStream::DocumentStream(const std::vector<std::filesystem::path>& inputs, SourceOptions options)
    : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  if (!state_->options.diagnostics) state_->options.diagnostics = [](const Diagnostic&) {};
  state_->files = find_input_files(inputs, state_->options);
}

DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;

std::optional<Document> DocumentStream::next() {
  State& state = *state_;
  for (;;) {
    if (state.lines != nullptr) {
      if (auto document = state.next_record()) return document;
    } else if (state.next_file < state.files.size()) {
      if (auto document = state.open_next()) return document;
    } else {
      return std::nullopt;
    }
  }
}

std::uint64_t DocumentStream::bytes_done() const noexcept {
  return state_->done + (state_->bytes ? state_->bytes->consumed() : 0);
}

std::uint64_t DocumentStream::bytes_total() const noexcept {
  std::uint64_t total = 0;
  for (const InputFile& file : state_->files) {
    if (file.path == "-") return 0;
    total += file.size;
  }
  return total;
}

std::uint64_t DocumentStream::failed() const noexcept { return state_->failed; }

}  // namespace dossier::ingest

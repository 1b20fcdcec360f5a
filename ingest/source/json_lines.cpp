#include "ingest/source/json_lines.h"

#include <boost/json.hpp>

#include "ingest/source/characters.h"
#include "ingest/source/dateline.h"
#include "ingest/source/markdown.h"
#include "ingest/source/plain_text.h"

namespace dossier::ingest {
namespace {

namespace json = boost::json;

/// `at` counts bytes in the line, Location counts code points from 1.
Location place_in(const Location& place, std::string_view line, std::size_t at) {
  return {place.source, place.line, length(line.substr(0, at)) + 1};
}

void tell(const SourceOptions& options, Severity severity, Location place, std::string message, std::string hint = {}) {
  options.diagnostics({severity, std::move(place), std::move(message), std::move(hint)});
}

std::optional<json::value> parse(std::string_view line, const Location& place, const SourceOptions& options) {
  json::parser parser;
  boost::system::error_code problem;
  const std::size_t at = parser.write_some(line, problem);
  if (!problem && at == line.size()) return parser.release();
  if (!problem) {
    tell(options, Severity::error, place_in(place, line, at), "text after the end of the record");
    return std::nullopt;
  }
  tell(options, Severity::error, place_in(place, line, at), "not JSON: " + problem.message());
  return std::nullopt;
}

/// A string or a number as it would be written; empty for all else.
std::string field(const json::object& record, std::string_view name) {
  const json::value* const value = record.if_contains(name);
  if (value == nullptr) return {};
  if (value->is_string()) {
    std::string text(value->get_string());
    tidy(text);
    return text;
  }
  return value->is_number() ? json::serialize(*value) : std::string();
}

const json::string* text_of(const json::object& record) {
  for (const char* name : {"text", "body", "content"})
    if (const json::value* value = record.if_contains(name); value != nullptr && value->is_string())
      return &value->get_string();
  return nullptr;
}

std::string on_one_line(std::string_view text) {
  std::string line(trimmed(text));
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return line;
}

void read_fields(const json::object& record, Document& document, const Location& place, const SourceOptions& options) {
  document.id = on_one_line(field(record, "id"));
  document.title = on_one_line(field(record, "title"));
  document.url = on_one_line(field(record, "url"));
  const std::string language = on_one_line(field(record, "language"));
  if (!language.empty()) document.language = language;
  const std::string date = on_one_line(field(record, "date"));
  document.date = date_of_field(date);
  if (!date.empty() && document.date.empty())
    tell(options, Severity::note, place, "the date \"" + date.substr(0, 60) + "\" is not understood",
         "write it as 2022-01-24");
}

/// A page of pictures still says what its title says.
void read_title_as_text(Document& document, const Location& place, const SourceOptions& options) {
  tell(options, Severity::note, place, "the record has no text; only its title is read");
  document.text = document.title;
  document.blocks.push_back({BlockKind::title, {0, static_cast<std::uint32_t>(document.text.size())}});
}

}  // namespace

std::optional<Document> read_record(std::string_view line, const Location& place, const SourceOptions& options) {
  const auto value = parse(line, place, options);
  if (!value) return std::nullopt;
  const json::object* const record = value->if_object();
  const json::string* const content = record == nullptr ? nullptr : text_of(*record);
  if (content == nullptr) {
    tell(options, Severity::error, place, record == nullptr ? "not a JSON object" : "the record has no \"text\"",
         "each line is an object like {\"id\": …, \"title\": …, \"date\": …, \"text\": …}");
    return std::nullopt;
  }
  Document document;
  document.source = to_string(place);
  read_fields(*record, document, place, options);
  std::string text(*content);
  tidy(text);
  if (has_markdown(text))
    read_markdown(text, MarkdownFlavor::record, document, options);
  else
    read_plain_text(std::move(text), document, options);
  if (document.blocks.empty() && !document.title.empty()) read_title_as_text(document, place, options);
  if (!document.blocks.empty()) return document;
  tell(options, Severity::warning, place, "the record has no text");
  return std::nullopt;
}

bool begins_longer_json(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('{') && !line.starts_with('[')) return false;
  json::stream_parser parser;
  boost::system::error_code problem;
  parser.write(line.data(), line.size(), problem);
  return !problem && !parser.done();
}

}  // namespace dossier::ingest

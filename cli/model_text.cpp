#include "cli/model_text.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>

#include "cli/table.h"
#include "graph/error/error.h"
#include "ingest/language/kernels.h"

namespace dossier::cli {
namespace {

namespace json = boost::json;

/// "wordWidth" -> "word width"
std::string words_of(std::string_view key) {
  std::string words;
  for (const char c : key) {
    if (c >= 'A' && c <= 'Z') words += {' ', static_cast<char>(c - 'A' + 'a')};
    else words += c;
  }
  return words;
}

/// A number, a text or what else stands in one cell; members of an object one behind another.
std::string in_a_cell(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_double()) {
    const double number = value.get_double();
    return std::abs(number) >= 1000 || number == std::floor(number) ? fmt::format("{:.0f}", number) : fmt::format("{:.2f}", number);
  }
  if (!value.is_object()) return json::serialize(value);
  std::string text;
  for (const auto& [key, part] : value.get_object()) text += (text.empty() ? "" : ", ") + words_of(key) + ' ' + in_a_cell(part);
  return text;
}

void add_group(Table& table, std::string_view title, const json::value& group) {
  table.add_section("");
  table.add_section(words_of(title));
  if (group.is_object())
    for (const auto& [key, value] : group.get_object()) table.add({"  " + words_of(key), in_a_cell(value)});
  if (!group.is_array()) return;
  for (const json::value& file : group.get_array()) {  // {"file": …, "checksum": …}
    const auto* row = file.if_object();
    if (row != nullptr && row->contains("file") && row->contains("checksum")) table.add({"  " + in_a_cell(row->at("file")), in_a_cell(row->at("checksum"))});
    else table.add({"  " + in_a_cell(file), ""});
  }
}

}  // namespace

json::object about_model(const ingest::LanguageModel& model, const std::filesystem::path& file) {
  boost::system::error_code fault;
  const json::value about = json::parse(json::string_view(model.about()), fault);
  if (fault || !about.is_object())
    throw Error(ErrorKind::bad_input, Location{file.empty() ? "built-in model" : file.string()}, "does not say how it was made");
  json::object out{{"file", file.empty() ? "built in" : file.string()}, {"bytes", model.size()}, {"instructions", ingest::name_of(ingest::best_instructions())}};
  for (const auto& [key, value] : about.get_object()) out[key] = value;
  return out;
}

void print_model(const json::object& about, const Terminal& terminal, std::ostream& out) {
  Table table({{"what"}, {"value"}});
  for (const auto& [key, value] : about)
    if (!value.is_structured()) table.add({words_of(key), in_a_cell(value)});
  for (const auto& [key, value] : about)
    if (value.is_structured()) add_group(table, key, value);
  table.print(out, terminal, false);
}

}  // namespace dossier::cli

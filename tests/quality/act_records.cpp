#include "tests/quality/act_records.h"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

namespace dossier::ingest::test {
namespace {

/// Where `words` stand in the text from `from` on, white space aside; else from its start.
Span place_of(std::string_view text, std::string words, std::size_t from) {
  while (!words.empty() && std::isspace(static_cast<unsigned char>(words.back())) != 0) words.pop_back();
  while (!words.empty() && std::isspace(static_cast<unsigned char>(words.front())) != 0) words.erase(0, 1);
  std::size_t at = text.find(words, from);
  if (at == std::string_view::npos) at = text.find(words);
  if (at == std::string_view::npos || words.empty()) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// Reads "The (SRC: Red Cross) (LOC: in (TAR: Iraq)) …"; brackets of the text itself have no role.
void read_marks(const std::string& markup, Record& record) {
  struct Open {
    std::string role;
    std::string words;
  };
  std::vector<Open> open;
  std::size_t cursor = 0;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    const std::size_t colon = markup.find(':', i);
    const bool marked = markup[i] == '(' && colon != std::string::npos && colon - i <= 8 && markup.find_first_not_of("SRCTAEVLO/", i + 1) == colon;
    if (marked) {
      open.push_back({markup.substr(i + 1, colon - i - 1), {}});
      i = colon;
    } else if (markup[i] == '(' && !open.empty()) {
      open.push_back({});
    } else if (markup[i] == ')' && !open.empty()) {
      const Open done = open.back();
      open.pop_back();
      const Span span = done.role.empty() ? Span() : place_of(record.text, done.words, cursor);
      if (!span.empty()) record.marks.push_back({done.role, span}), cursor = open.empty() ? span.end : cursor;
      if (!open.empty()) open.back().words += done.words;
    } else if (!open.empty()) {
      open.back().words += markup[i];
    }
  }
}

}  // namespace

std::vector<Record> read_plover_records(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  std::vector<Record> records;
  const boost::json::value lines = boost::json::parse(all.str());
  for (const auto& one : lines.as_array()) {
    Record record;
    const std::string id(one.at("id").as_string());
    record.number = static_cast<unsigned>(std::stoul(id.substr(id.rfind('-') + 1)));
    record.label = one.at("event").as_string();
    if (record.label == "DOCUMENT") continue;
    record.text = one.at("text").as_string();
    record.date = one.at("date").as_string();
    const boost::json::value& info = one.at("textInfo");  // a text alone in one record
    read_marks(std::string(info.is_object() ? info.at("markup").as_string() : info.as_string()), record);
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<Record> read_act_records(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::vector<Record> records;
  for (std::string line; std::getline(in, line);) {
    const boost::json::value one = boost::json::parse(line);
    Record record{static_cast<unsigned>(one.at("id").as_int64()), std::string(one.at("event").as_string()), std::string(one.at("text").as_string()), "2019-05-03", {}};
    const auto mark = [&](const char* role, const boost::json::value& words) {
      if (const Span span = place_of(record.text, std::string(words.as_string()), 0); !span.empty()) record.marks.push_back({role, span});
    };
    for (const auto& words : one.at("actor").as_array()) mark("SRC", words);
    for (const auto& words : one.at("recipient").as_array()) mark("TAR", words);
    mark("EVT", one.at("trigger"));
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace dossier::ingest::test

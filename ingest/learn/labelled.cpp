#include "ingest/learn/labelled.h"

#include <boost/json.hpp>
#include <map>

#include "graph/error/error.h"
#include "graph/file/mapped_file.h"

namespace dossier::ingest {
namespace {

namespace json = boost::json;

/// Byte offsets of a text's code points.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) {
    for (std::uint32_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) bytes_.push_back(i);
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  [[nodiscard]] std::optional<Span> bytes(std::int64_t begin, std::int64_t end) const {
    if (begin < 0 || end <= begin || end >= static_cast<std::int64_t>(bytes_.size())) return std::nullopt;
    return Span{bytes_[static_cast<std::size_t>(begin)], bytes_[static_cast<std::size_t>(end)]};
  }

 private:
  std::vector<std::uint32_t> bytes_;
};

class LabelledReader {
 public:
  std::vector<LabelledText> run(std::span<const std::filesystem::path> files) {
    for (const std::filesystem::path& file : files) {
      by_sentence_.clear();
      read(file);
    }
    return std::move(texts_);
  }

 private:
  void read(const std::filesystem::path& path) {
    const graph::MappedFile file(path);
    place_ = {path.string(), 0, 0};
    for (std::string_view rest = file.bytes(); !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      ++place_.line;
      if (const std::string_view line = rest.substr(0, end); line.find_first_not_of(" \t\r") != std::string_view::npos) read_line(line);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void read_line(std::string_view line) {
    json::error_code problem;
    const json::value value = json::parse(line, problem);
    if (problem) fail("not JSON: " + problem.message());
    if (!value.is_object()) fail("not a JSON object");
    const json::object& record = value.get_object();
    if (record.contains("passages")) return read_knowledge_net(record);
    if (record.contains("sent")) return read_text2kg(record);
    if (record.contains("text")) return read_own(record);
    fail("a labelled text needs \"text\" and \"facts\"");
  }

  void read_own(const json::object& record) {
    LabelledText text;
    text.text = string(record, "text");
    text.id = record.contains("id") ? string(record, "id") : std::to_string(place_.line);
    text.group = record.contains("group") ? string(record, "group") : text.id;
    const CodePoints points(text.text);
    for (const json::value& each : array(record, "facts")) {
      const json::object& fact = object(each);
      text.facts.push_back({string(fact, "p"), string(fact, "s"), string(fact, "o"), span(fact, "sSpan", points), span(fact, "oSpan", points)});
    }
    if (record.contains("asked")) text.asked = strings(record, "asked");
    texts_.push_back(std::move(text));
  }

  void read_knowledge_net(const json::object& record) {
    for (const json::value& each : array(record, "passages")) {
      const json::object& passage = object(each);
      LabelledText text;
      text.id = string(passage, "passageId");
      text.group = string(record, "documentId");
      text.text = string(passage, "passageText");
      text.asked = strings(passage, "exhaustivelyAnnotatedProperties");
      const CodePoints points(text.text);
      const std::int64_t start = number(passage, "passageStart");
      for (const json::value& one : array(passage, "facts")) {
        const json::object& fact = object(one);
        const auto place = [&](const char* from, const char* to) { return points.bytes(number(fact, from) - start, number(fact, to) - start); };
        text.facts.push_back({string(fact, "propertyId"), string(fact, "subjectText"), string(fact, "objectText"), place("subjectStart", "subjectEnd"),
                              place("objectStart", "objectEnd")});
      }
      texts_.push_back(std::move(text));
    }
  }

  void read_text2kg(const json::object& record) {
    const std::string sentence = string(record, "sent");
    const auto [at, is_new] = by_sentence_.emplace(sentence, texts_.size());
    if (is_new) texts_.push_back({string(record, "id"), string(record, "id"), sentence, {}, {}});
    texts_[at->second].facts.push_back({string(record, "rel_label"), string(record, "sub_label"), string(record, "obj_label"), {}, {}});
  }

  [[noreturn]] void fail(const std::string& message) const { throw Error(ErrorKind::bad_input, place_, message); }

  const json::object& object(const json::value& value) const {
    if (!value.is_object()) fail("an object is expected where there is none");
    return value.get_object();
  }

  const json::array& array(const json::object& record, std::string_view key) const {
    const json::value* value = record.if_contains(key);
    if (value == nullptr || !value->is_array()) fail("no list \"" + std::string(key) + "\"");
    return value->get_array();
  }

  std::string string(const json::object& record, std::string_view key) const {
    const json::value* value = record.if_contains(key);
    if (value == nullptr || !value->is_string()) fail("no text \"" + std::string(key) + "\"");
    return std::string(value->get_string());
  }

  std::vector<std::string> strings(const json::object& record, std::string_view key) const {
    std::vector<std::string> result;
    for (const json::value& each : array(record, key)) {
      if (!each.is_string()) fail("\"" + std::string(key) + "\" is not a list of texts");
      result.emplace_back(each.get_string());
    }
    return result;
  }

  std::int64_t number(const json::object& record, std::string_view key) const {
    const json::value* value = record.if_contains(key);
    if (value == nullptr || !value->is_int64()) fail("no whole number \"" + std::string(key) + "\"");
    return value->get_int64();
  }

  std::optional<Span> span(const json::object& record, std::string_view key, const CodePoints& points) const {
    if (!record.contains(key)) return std::nullopt;
    const json::array& ends = array(record, key);
    if (ends.size() != 2 || !ends[0].is_int64() || !ends[1].is_int64()) fail("\"" + std::string(key) + "\" is not [begin, end]");
    auto found = points.bytes(ends[0].get_int64(), ends[1].get_int64());
    if (!found) fail("\"" + std::string(key) + "\" lies outside of the text");
    return found;
  }

  std::vector<LabelledText> texts_;
  std::map<std::string, std::size_t, std::less<>> by_sentence_;
  Location place_;
};

}  // namespace

std::vector<LabelledText> read_labelled(std::span<const std::filesystem::path> files) { return LabelledReader().run(files); }

}  // namespace dossier::ingest

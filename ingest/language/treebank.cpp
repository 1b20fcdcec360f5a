#include "ingest/language/treebank.h"

#include <array>
#include <charconv>
#include <fstream>
#include <optional>

#include "graph/error/error.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t columns = 10;
using Columns = std::array<std::string_view, columns>;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// The value of `key` in a column of "A=x|B=y"; nothing when it is not there.
std::optional<std::string_view> feature(std::string_view column, std::string_view key) {
  while (!column.empty()) {
    const std::size_t bar = column.find('|');
    const std::string_view part = column.substr(0, bar);
    if (part.size() > key.size() && part.starts_with(key) && part[key.size()] == '=')
      return part.substr(key.size() + 1);
    column = bar == std::string_view::npos ? std::string_view() : column.substr(bar + 1);
  }
  return std::nullopt;
}

/// One walk over a file.
class Reader {
 public:
  Reader(std::istream& in, std::string_view source) : in_(in), source_(source) {}

  std::vector<TreebankSentence> run() {
    std::string line;
    while (std::getline(in_, line)) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.empty()) {
        finish();
      } else if (line.front() == '#') {
        comment(line);
      } else {
        row(line);
      }
    }
    if (in_.bad()) throw Error(ErrorKind::io, Location{source_, line_}, "cannot be read");
    finish();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorKind::bad_input, Location{source_, line_}, message);
  }

  void comment(std::string_view line) {
    const auto value = [&](std::string_view key) -> std::optional<std::string_view> {
      if (!line.starts_with(key)) return std::nullopt;
      const std::string_view rest = line.substr(key.size());
      if (rest.starts_with(" = ")) return rest.substr(3);
      return rest.empty() || rest.front() == ' ' ? std::optional(rest) : std::nullopt;
    };
    if (const auto id = value("# sent_id")) current_.id = *id;
    if (const auto text = value("# text")) current_.text = *text;
    if (value("# newpar")) current_.new_paragraph = true;
    if (value("# newdoc")) current_.new_document = true;
  }

  void row(std::string_view line) {
    Columns column;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      if (count < columns) column[count] = line.substr(at, tab - at);
      ++count;
      at = tab + 1;
    }
    if (count != columns) fail("a word has " + std::to_string(count) + " columns instead of 10");
    for (const std::string_view text : column)
      if (text.empty()) fail("a column is empty");
    if (column[0].find('.') != std::string_view::npos) return;
    if (column[0].find('-') != std::string_view::npos) return range(column);
    word(column);
  }

  /// "3-4 don't": the words 3 and 4 are one surface token.
  void range(const Columns& column) {
    const std::size_t dash = column[0].find('-');
    const auto first = number(column[0].substr(0, dash)), last = number(column[0].substr(dash + 1));
    if (!first || !last || *first >= *last || *first != current_.words.size() + 1 || *first <= range_last_)
      fail("\"" + std::string(column[0]) + "\" is no range of words");
    range_last_ = *last;
    range_space_ = feature(column[9], "SpaceAfter") != "No";
  }

  void word(const Columns& column) {
    const auto id = number(column[0]), head = number(column[6]);
    if (id != current_.words.size() + 1) fail("words are not numbered in sequence: \"" + std::string(column[0]) + "\"");
    if (!head) fail("\"" + std::string(column[6]) + "\" is no head");
    TreebankWord result{std::string(column[1]),
                        std::string(column[2]),
                        std::string(column[3]),
                        std::string(column[4]),
                        *head,
                        std::string(column[7]),
                        true,
                        surface_,
                        {}};
    if (*id < range_last_) {
      result.space_after = false;
    } else {
      result.space_after = *id == range_last_ ? range_space_ : feature(column[9], "SpaceAfter") != "No";
      ++surface_;
    }
    if (const auto name = feature(column[9], "Name")) result.name = *name;
    current_.words.push_back(std::move(result));
  }

  void finish() {
    if (!current_.words.empty()) {
      if (range_last_ > current_.words.size()) fail("a range of words goes beyond the sentence");
      if (!is_tree(current_.words)) fail("the heads of sentence \"" + current_.id + "\" are no tree");
      sentences_.push_back(std::move(current_));
    } else if (current_.new_document || current_.new_paragraph || !current_.id.empty()) {
      fail("a sentence has no words");
    }
    current_ = {};
    surface_ = range_last_ = 0;
  }

  std::istream& in_;
  std::string source_;
  std::uint64_t line_ = 0;
  std::uint32_t surface_ = 0, range_last_ = 0;
  bool range_space_ = true;
  TreebankSentence current_;
  std::vector<TreebankSentence> sentences_;
};

}  // namespace

std::vector<TreebankSentence> read_treebank(std::istream& in, std::string_view source) {
  return Reader(in, source).run();
}

std::vector<TreebankSentence> read_treebank(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::io, Location{path.string()}, "cannot be opened");
  return read_treebank(in, path.string());
}

bool is_tree(const std::vector<TreebankWord>& words) {
  // A word is settled once it is known to reach the root; each is walked over once.
  std::vector<std::uint8_t> state(words.size() + 1, 0);  // 0 not seen, 1 on the way, 2 settled
  std::size_t roots = 0;
  std::vector<std::uint32_t> way;
  for (std::uint32_t i = 1; i <= words.size(); ++i) {
    if (words[i - 1].head > words.size()) return false;
    roots += words[i - 1].head == 0 ? 1U : 0U;
    way.clear();
    std::uint32_t at = i;
    for (; at != 0 && state[at] == 0; at = words[at - 1].head) {
      state[at] = 1;
      way.push_back(at);
    }
    if (at != 0 && state[at] == 1) return false;
    for (const std::uint32_t seen : way) state[seen] = 2;
  }
  return roots == 1;
}

}  // namespace dossier::ingest

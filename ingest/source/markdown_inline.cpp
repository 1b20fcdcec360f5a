#include "ingest/source/markdown_inline.h"

#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t longest_tag = 4096;
constexpr std::size_t longest_target = 4096;
constexpr std::size_t deepest_target = 32;  // parentheses in an address (CommonMark 6.3 allows this bound)

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_punctuation(char c) { return c > ' ' && c < 0x7F && !is_word(c); }

/// Where the next character stands that may be a mark; one look at a table per byte, most of which are letters.
std::size_t find_mark(std::string_view text, std::size_t at) {
  static constexpr auto is_mark = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("\\`*_~![]<&")) table[static_cast<unsigned char>(c)] = true;
    return table;
  }();
  while (at < text.size() && !is_mark[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

void append_character(char32_t character, std::string& out) {
  if (character == 0 || character > 0x10FFFF || U_IS_SURROGATE(character)) character = 0xFFFD;
  if (character < 0x20 || character == 0x7F) character = ' ';
  std::array<char, 4> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<std::uint32_t>(character));
  out.append(bytes.data(), size);
}

/// Reads "&amp;", "&#8217;", "&#x2019;" at `at`; the size read, or 0.
std::size_t read_entity(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t end = text.substr(0, at + 34).find(';', at);
  if (end == std::string_view::npos || end < at + 2) return 0;
  const std::string name(text.substr(at + 1, end - at - 1));
  if (name.front() == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const char* const begin = name.data() + (hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [rest, problem] = std::from_chars(begin, name.data() + name.size(), value, hex ? 16 : 10);
    if (problem != std::errc() || rest != name.data() + name.size()) return 0;
    append_character(value, out);
  } else {
    const htmlEntityDesc* const entity = ::htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return 0;
    append_character(entity->value, out);
  }
  return end + 1 - at;
}

/// A stretch of the paragraph, or a mark that may turn out to be text.
struct Piece {
  enum class Kind { text, run, bracket, line_break, block_break } kind = Kind::text;
  std::string text;
  bool can_open = false, can_close = false;  // of runs
  bool is_image = false;                     // of brackets: "!["
};

/// Cuts the paragraph into pieces, pairs the marks, and writes what is left.
class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  void write(BlockWriter& writer) {
    while (at_ < text_.size()) step();
    pair_runs();
    for (const Piece& piece : pieces_) {
      if (piece.kind == Piece::Kind::line_break)
        writer.line_break();
      else if (piece.kind == Piece::Kind::block_break)
        writer.begin(writer.kind());
      else
        writer.append(piece.text);
    }
  }

 private:
  void step() {
    switch (text_[at_]) {
      case '\\':
        return read_escape();
      case '`':
        return read_code();
      case '*':
      case '_':
      case '~':
        return read_run();
      case '!':
        return text_.substr(at_, 2) == "![" ? open_bracket(true) : add_text(1);
      case '[':
        return open_bracket(false);
      case ']':
        return close_bracket();
      case '<':
        return read_tag();
      case '&':
        return read_reference();
      default:
        return add_text(find_mark(text_, at_ + 1) - at_);
    }
  }

  void add_text(std::size_t size) {
    add_text(text_.substr(at_, size));
    at_ += size;
  }
  void add_text(std::string_view text) {
    if (pieces_.empty() || pieces_.back().kind != Piece::Kind::text) pieces_.emplace_back();
    pieces_.back().text.append(text);
  }
  void add_mark(Piece::Kind kind, std::size_t size) {
    pieces_.push_back({kind, std::string(text_.substr(at_, size))});
    at_ += size;
  }

  void read_escape() {
    if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') return add_mark(Piece::Kind::line_break, 2);
    if (at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) ++at_;
    add_text(1);
  }

  void read_reference() {
    std::string character;
    const std::size_t size = read_entity(text_, at_, character);
    if (size == 0) return add_text(1);
    add_text(character);
    at_ += size;
  }

  void read_code() {
    const std::size_t size = std::min(text_.find_first_not_of('`', at_), text_.size()) - at_;
    const std::size_t begin = at_ + size;
    const std::size_t end = size <= code_ends_.size() ? find_code_end(begin, size) : std::string_view::npos;
    if (end == std::string_view::npos) return add_text(size);
    add_text(text_.substr(begin, end - begin));
    at_ = end + size;
  }

  /// Where a run of exactly `size` backquotes begins; a failed search is not repeated, or time would grow as a square.
  std::size_t find_code_end(std::size_t from, std::size_t size) {
    if (code_ends_[size - 1]) return std::string_view::npos;
    for (std::size_t run = text_.find('`', from); run != std::string_view::npos; run = text_.find('`', run)) {
      const std::size_t end = std::min(text_.find_first_not_of('`', run), text_.size());
      if (end - run == size) return run;
      run = end;
    }
    code_ends_[size - 1] = true;
    return std::string_view::npos;
  }

  void read_run() {
    const char mark = text_[at_];
    const std::size_t end = std::min(text_.find_first_not_of(mark, at_), text_.size());
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = end == text_.size() ? ' ' : text_[end];
    if (mark == '~' && end - at_ != 2) return add_text(end - at_);
    add_mark(Piece::Kind::run, end - at_);
    Piece& run = pieces_.back();
    run.can_open = !is_space(after) && (mark != '_' || !is_word(before));
    run.can_close = !is_space(before) && (mark != '_' || !is_word(after));
  }

  void open_bracket(bool is_image) {
    if (text_.substr(at_, 2) == "[^") {  // a footnote's mark
      const std::size_t end = text_.substr(0, at_ + 40).find(']', at_);
      if (end != std::string_view::npos) {
        at_ = end + 1;
        return;
      }
    }
    brackets_.push_back(pieces_.size());
    add_mark(Piece::Kind::bracket, is_image ? 2 : 1);
    pieces_.back().is_image = is_image;
  }

  void close_bracket() {
    if (brackets_.empty()) return add_text(1);
    const std::size_t open = brackets_.back();
    brackets_.pop_back();
    const std::size_t size = target_size();
    if (size == 0) return add_text(1);
    if (pieces_[open].is_image)
      pieces_.resize(open);
    else
      pieces_[open].text.clear();
    at_ += 1 + size;
  }

  /// The size of "(address "title")" or "[label]" after the bracket at `at_`; 0 when it is not a link.
  [[nodiscard]] std::size_t target_size() const {
    const std::string_view rest = text_.substr(at_ + 1, longest_target);
    if (rest.starts_with('[')) {
      const std::size_t end = rest.find(']');
      return end == std::string_view::npos ? 0 : end + 1;
    }
    if (!rest.starts_with('(')) return 0;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '\\')
        ++i;
      else if (rest[i] == '(' && ++depth > deepest_target)
        return 0;
      else if (rest[i] == ')' && --depth == 0)
        return i + 1;
    }
    return 0;
  }

  void read_tag() {
    if (text_.substr(at_, 4) == "<!--") {
      const std::size_t end = text_.find("-->", at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 3;
      return;
    }
    const std::size_t end = text_.substr(0, at_ + longest_tag).find('>', at_);
    const std::string_view inside =
        end == std::string_view::npos ? std::string_view() : text_.substr(at_ + 1, end - at_ - 1);
    if (inside.empty() || inside.find('<') != std::string_view::npos) return add_text(1);
    if (inside.find_first_of(" \n") == std::string_view::npos && inside.find_first_of(":@") != std::string_view::npos)
      add_text(inside);
    else if (!is_letter(inside.front()) && inside.front() != '/')
      return add_text(1);
    else
      add_break(inside);
    at_ = end + 1;
  }

  void add_break(std::string_view tag) {
    constexpr std::array<std::string_view, 20> blocks = {
        "p",  "div", "tr", "td", "th", "li",      "ul",         "ol",         "table",  "h1",
        "h2", "h3",  "h4", "h5", "h6", "section", "blockquote", "figcaption", "figure", "hr"};
    if (tag.front() == '/') tag.remove_prefix(1);
    const std::string name = lower_ascii(tag.substr(0, tag.find_first_of(" \n\t/")));
    if (name == "br")
      pieces_.push_back({Piece::Kind::line_break, {}});
    else if (std::ranges::find(blocks, name) != blocks.end())
      pieces_.push_back({Piece::Kind::block_break, {}});
  }

  /// Pairs each closing run with the last open one of its mark, and drops as much of both as they share.
  void pair_runs() {
    std::array<std::vector<Piece*>, 3> open;
    for (Piece& piece : pieces_) {
      if (piece.kind != Piece::Kind::run) continue;
      auto& stack = open[piece.text.front() == '*' ? 0 : piece.text.front() == '_' ? 1 : 2];
      while (piece.can_close && !piece.text.empty() && !stack.empty()) {
        Piece& opener = *stack.back();
        const std::size_t shared = std::min(opener.text.size(), piece.text.size());
        opener.text.resize(opener.text.size() - shared);
        piece.text.resize(piece.text.size() - shared);
        if (opener.text.empty()) stack.pop_back();
      }
      if (piece.can_open && !piece.text.empty()) stack.push_back(&piece);
    }
    drop_loose_asterisks();
  }

  /// Converters write "**Note: **text" and "*name *text": marks that pair for their author, if not by the rules.
  void drop_loose_asterisks() {
    std::vector<Piece*> loose;
    for (Piece& piece : pieces_) {
      if (piece.kind != Piece::Kind::run || !piece.text.starts_with('*')) continue;
      // Emphasis over several paragraphs begins or ends at an edge of this one.
      if (&piece == &pieces_.front() || &piece == &pieces_.back() || piece.text.size() > 1) {
        piece.text.clear();
        continue;
      }
      if (piece.can_open != piece.can_close) loose.push_back(&piece);
    }
    if (loose.size() % 2 == 0)
      for (Piece* piece : loose) piece->text.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> brackets_;  // of pieces_: "[" that may begin a link
  std::array<bool, 32> code_ends_{};   // [n - 1]: no run of n backquotes is left
};

}  // namespace

void append_inline(std::string_view text, BlockWriter& writer) {
  if (find_mark(text, 0) == text.size()) return writer.append(text);
  InlineReader(text).write(writer);
}

}  // namespace dossier::ingest

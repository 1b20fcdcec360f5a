#include "graph/rdf/turtle_tokens.h"

#include <algorithm>
#include <cstdint>

#include "graph/rdf/iri_text.h"
#include "graph/rdf/writable.h"

namespace dossier::graph {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
/// PN_CHARS_U and PN_CHARS; every character past ASCII counts as a letter, as Raptor has it.
bool is_name_start(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name_character(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits)
    value = value * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  return value;
}

void append_utf8(std::uint32_t point, std::string& out) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | point >> 6U);
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | point >> 12U);
    byte(0x80U | (point >> 6U & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | point >> 18U);
    byte(0x80U | (point >> 12U & 0x3FU));
    byte(0x80U | (point >> 6U & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

/// Reads one token. `position` runs over the text; a scan that needs more than there is gives `starved`.
class Scan {
 public:
  Scan(std::string_view text, std::size_t at, bool last, bool lines)
      : text_(text), position_(at), last_(last), lines_(lines) {}

  std::optional<Token> run() {
    skip_blank();
    begin_ = position_;
    if (position_ == text_.size()) {
      if (!last_) return std::nullopt;
      return Token{TokenKind::end, begin_, begin_};
    }
    const TokenKind kind = token();
    if (starved_) return std::nullopt;
    return Token{kind, begin_, position_};
  }

 private:
  [[noreturn]] void fail(std::string message) const { fail(begin_, std::move(message)); }
  [[noreturn]] static void fail(std::size_t at, std::string message) { throw Fault{at, std::move(message)}; }

  /// Whether there is a byte here; when there is not, and there may be one later, the token is starved.
  bool more() {
    if (position_ < text_.size()) return true;
    starved_ = starved_ || !last_;
    return false;
  }
  [[nodiscard]] char here() const { return text_[position_]; }
  bool here_is(char c) { return more() && here() == c; }

  void skip_blank() {
    for (; position_ < text_.size(); ++position_) {
      const char c = here();
      if (c == '#') {
        const std::size_t end = text_.find_first_of("\r\n", position_);
        if (end == std::string_view::npos && !last_) return;  // read again once the line is whole
        position_ = std::min(end, text_.size());
        if (position_ == text_.size()) return;
        --position_;
      } else if (c != ' ' && c != '\t' && (lines_ || (c != '\n' && c != '\r'))) {
        return;
      }
    }
  }

  TokenKind token() {
    const char c = here();
    if (lines_) {
      if (c == '\n' || c == '\r') return punctuation(TokenKind::line_end);
      if (c != '<' && c != '_' && c != '"' && c != '@' && c != '^' && c != '.' && c != '#') unexpected();
    }
    switch (c) {
      case '<': return iri();
      case '"':
      case '\'': return string();
      case '@': return language();
      case '^': return type_marks();
      case ',': return punctuation(TokenKind::comma);
      case ';': return punctuation(TokenKind::semicolon);
      case '[': return punctuation(TokenKind::open_bracket);
      case ']': return punctuation(TokenKind::close_bracket);
      case '(': return punctuation(TokenKind::open_list);
      case ')': return punctuation(TokenKind::close_list);
      case '{': return punctuation(TokenKind::open_graph);
      case '}': return punctuation(TokenKind::close_graph);
      case '#': starved_ = true; return TokenKind::end;  // the rest of a comment is still to come
      case '_': return blank();
      case '.': return dot();
      default: break;
    }
    if (is_digit(c) || c == '+' || c == '-') return number();
    if (is_name_start(c) || c == ':') return name();
    unexpected();
  }

  [[noreturn]] void unexpected() const {
    std::size_t size = 1;
    while (begin_ + size < text_.size() && (static_cast<unsigned char>(text_[begin_ + size]) & 0xC0U) == 0x80U) ++size;
    const bool control = static_cast<unsigned char>(text_[begin_]) < 0x20;
    fail(control ? "unexpected control character" : "unexpected '" + std::string(text_.substr(begin_, size)) + "'");
  }

  TokenKind punctuation(TokenKind kind) {
    ++position_;
    return kind;
  }

  /// A dot ends a statement unless a number begins with it.
  TokenKind dot() {
    if (lines_) return punctuation(TokenKind::dot);
    if (position_ + 1 == text_.size() && !last_) {
      starved_ = true;
      return TokenKind::dot;
    }
    if (position_ + 1 < text_.size() && is_digit(text_[position_ + 1])) return number();
    return punctuation(TokenKind::dot);
  }

  /// `\uXXXX` or `\UXXXXXXXX`, standing on the `u`: the code point.
  std::uint32_t unicode_escape() {
    const std::size_t start = position_ - 1, count = here() == 'u' ? 4 : 8;
    ++position_;
    const std::string_view digits = text_.substr(position_, count);
    if (!std::ranges::all_of(digits, is_hex)) fail(start, "a \\u escape needs 4 and a \\U escape 8 hexadecimal digits");
    if (digits.size() < count) {
      position_ = text_.size();
      if (more() || last_) fail(start, "a \\u escape needs 4 and a \\U escape 8 hexadecimal digits");
      return 0;
    }
    position_ += count;
    const std::uint32_t point = hex_value(digits);
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) fail(start, "the escape stands for no character");
    return point;
  }

  TokenKind iri() {
    for (++position_; more(); ++position_) {
      const char c = here();
      if (c == '>') {
        ++position_;
        if (lines_ && !has_scheme(text_.substr(begin_ + 1))) fail("a relative IRI is not allowed here");
        return TokenKind::iri;
      }
      if (c == '\\') {
        const std::size_t start = position_++;
        if (!more()) break;
        if (here() != 'u' && here() != 'U') fail(start, "an IRI knows no escapes but \\u and \\U");
        const std::uint32_t point = unicode_escape();
        if (starved_) break;
        if (point < 0x80 && !is_iri_character(static_cast<char>(point)))
          fail(start, "the escape stands for a character that no IRI may have");
        --position_;
      } else if (!is_iri_character(c)) {
        if (c == '\n' || c == '\r') fail("the IRI has no '>' on its line");
        fail(position_, c == ' ' ? "an IRI cannot have a space in it" : "an IRI cannot have this character in it");
      }
    }
    if (!starved_) fail("the IRI has no '>'");
    return TokenKind::iri;
  }

  TokenKind string() {
    const char quote = here();
    const std::string_view three = text_.substr(begin_, 3);
    if (!lines_ && !last_ && three.size() < 3 && std::ranges::all_of(three, [quote](char c) { return c == quote; })) {
      starved_ = true;
      return TokenKind::string;
    }
    const bool is_long = !lines_ && three.size() == 3 && three[1] == quote && three[2] == quote;
    position_ += is_long ? 3 : 1;
    const char stops[] = {quote, '\\', is_long ? quote : '\n', is_long ? quote : '\r'};
    for (;;) {
      position_ = std::min(text_.find_first_of(std::string_view(stops, 4), position_), text_.size());
      if (!more()) break;
      if (here() == '\\') {
        escape();
        if (starved_) break;
      } else if (here() != quote) {
        fail("the string has no closing quote on its line");
      } else if (!is_long) {
        ++position_;
        return TokenKind::string;
      } else if (text_.substr(position_, 3) == text_.substr(begin_, 3)) {
        position_ += 3;
        return TokenKind::string;
      } else if (position_ + 3 > text_.size() && !last_) {
        starved_ = true;
        break;
      } else {
        ++position_;
      }
    }
    if (!starved_) fail("the string has no closing quotes");
    return TokenKind::string;
  }

  void escape() {
    const std::size_t start = position_++;
    if (!more()) return;
    if (here() == 'u' || here() == 'U')
      unicode_escape();
    else if (std::string_view("tbnrf\"'\\").find(here()) == std::string_view::npos)
      fail(start, "a string knows no such escape");
    else
      ++position_;
  }

  TokenKind language() {
    for (++position_; more() && (is_letter(here()) || is_digit(here()) || here() == '-');) ++position_;
    const std::string_view tag = text_.substr(begin_ + 1, position_ - begin_ - 1);
    if (tag.size() > longest_language_tag)
      fail("the language tag is longer than " + std::to_string(longest_language_tag) + " bytes");
    if (!starved_ && !is_language_tag(tag)) fail("this is not a language tag");
    return TokenKind::language;
  }

  TokenKind type_marks() {
    ++position_;
    if (!here_is('^') && !starved_) fail("unexpected '^'");
    ++position_;
    return TokenKind::type_marks;
  }

  /// Names may have dots inside; one at the end belongs to what follows.
  void give_back_dots(std::size_t least) {
    while (position_ > least && text_[position_ - 1] == '.') --position_;
  }

  TokenKind blank() {
    ++position_;
    if (!here_is(':')) {
      if (starved_) return TokenKind::blank;
      fail("a blank node is written _: and a name");
    }
    ++position_;
    if (!more() || !(is_name_start(here()) || is_digit(here()))) {
      if (starved_) return TokenKind::blank;
      fail("a blank node is written _: and a name");
    }
    while (more() && (is_name_character(here()) || here() == '.')) ++position_;
    give_back_dots(begin_ + 3);
    return TokenKind::blank;
  }

  TokenKind number() {
    if (here() == '+' || here() == '-') ++position_;
    std::size_t digits = skip_digits();
    if (here_is('.')) {
      const std::size_t before = position_++;
      const std::size_t fraction = skip_digits();
      digits += fraction;
      if (!starved_ && fraction == 0 && !(more() && (here() | 0x20) == 'e')) position_ = before;
    }
    if (starved_) return TokenKind::number;
    if (digits == 0) fail("a number needs digits");
    if (more() && (here() | 0x20) == 'e') {
      ++position_;
      if (more() && (here() == '+' || here() == '-')) ++position_;
      if (skip_digits() == 0 && !starved_) fail("the exponent has no digits");
    }
    return TokenKind::number;
  }

  std::size_t skip_digits() {
    const std::size_t start = position_;
    while (more() && is_digit(here())) ++position_;
    return position_ - start;
  }

  /// A word, or a name with a prefix: PNAME_NS or PNAME_LN.
  TokenKind name() {
    while (more() && (is_name_character(here()) || here() == '.')) ++position_;
    if (starved_) return TokenKind::name;
    if (!here_is(':')) {
      give_back_dots(begin_);
      return TokenKind::word;
    }
    if (position_ > begin_ && text_[position_ - 1] == '.') fail("a prefix cannot end in a dot");
    const std::size_t local = ++position_;
    while (more() && local_character(position_ == local)) continue;
    if (position_ > local && text_[position_ - 1] == '.' && text_[position_ - 2] != '\\') give_back_dots(local);
    return TokenKind::name;
  }

  bool local_character(bool first) {
    const char c = here();
    if (c == '%') {
      const std::size_t start = position_++;
      for (int i = 0; i < 2 && more(); ++i, ++position_)
        if (!is_hex(here())) fail(start, "a '%' in a name needs two hexadecimal digits");
      if (!starved_ && position_ != start + 3) fail(start, "a '%' in a name needs two hexadecimal digits");
      return true;
    }
    if (c == '\\') {
      const std::size_t start = position_++;
      if (more() && std::string_view("_~.-!$&'()*+,;=/?#@%").find(here()) == std::string_view::npos)
        fail(start, "a name knows no such escape");
      if (more()) ++position_;
      return true;
    }
    const bool allowed = is_name_start(c) || is_digit(c) || c == ':' || (!first && (c == '-' || c == '.'));
    if (allowed) ++position_;
    return allowed;
  }

  std::string_view text_;
  std::size_t position_;
  std::size_t begin_ = 0;
  bool last_, lines_;
  bool starved_ = false;
};

}  // namespace

TurtleTokens::TurtleTokens(Syntax syntax) noexcept : lines_(syntax == Syntax::ntriples || syntax == Syntax::nquads) {}

std::optional<Token> TurtleTokens::next(std::string_view text, std::size_t at, bool last) const {
  return Scan(text, at, last, lines_).run();
}

std::string iri_of(std::string_view token) {
  std::string out;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    if (token[i] != '\\') {
      out += token[i];
      continue;
    }
    const std::size_t digits = token[i + 1] == 'u' ? 4 : 8;
    append_utf8(hex_value(token.substr(i + 2, digits)), out);
    i += 1 + digits;
  }
  return out;
}

}  // namespace dossier::graph

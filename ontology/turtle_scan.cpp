#include "ontology/turtle_scan.h"

#include <algorithm>

#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view marks = ".;,[](){}";

/// The quotes that open a string: three of a kind, or one.
std::string_view opening(std::string_view token) {
  const std::string_view three = token.substr(0, 3);
  return three == R"(""")" || three == "'''" ? three : token.substr(0, 1);
}

/// The value of `count` hexadecimal digits at `at`, as far as they are there.
char32_t hexadecimal(std::string_view text, std::size_t at, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  char32_t value = 0;
  for (const char digit : text.substr(std::min(at, text.size()), count))
    value = value * 16 + static_cast<char32_t>(digits.find(static_cast<char>(digit | 0x20)) % digits.size());
  return value;
}

}  // namespace

void TurtleScan::advance() {
  line_ += static_cast<std::uint64_t>(std::ranges::count(token(), '\n'));
  begin_ = end_;
  skip_blanks();
  if (begin_ >= text_.size()) {
    end_ = begin_;
    kind_ = TurtleToken::end;
    return;
  }
  const char first = text_[begin_];
  if (first == '<') {
    kind_ = TurtleToken::iri;
    end_ = std::min(text_.find('>', begin_), text_.size() - 1) + 1;
  } else if (first == '"' || first == '\'') {
    kind_ = TurtleToken::string;
    end_ = end_of_string();
  } else if (marks.find(first) != std::string_view::npos) {
    kind_ = TurtleToken::mark;
    end_ = begin_ + 1;
  } else {
    kind_ = first == '@' ? TurtleToken::keyword : TurtleToken::name;
    end_ = std::max(end_of_name(), begin_ + 1);
  }
}

void TurtleScan::skip_blanks() {
  while (begin_ < text_.size()) {
    if (text_[begin_] == '#') {
      begin_ = std::min(text_.find('\n', begin_), text_.size());
    } else if (blanks.find(text_[begin_]) != std::string_view::npos) {
      line_ += text_[begin_++] == '\n' ? 1 : 0;
    } else {
      return;
    }
  }
}

std::size_t TurtleScan::end_of_string() const {
  const std::string_view quotes = opening(text_.substr(begin_));
  for (std::size_t at = begin_ + quotes.size(); at < text_.size(); ++at) {
    if (text_[at] == '\\') {
      ++at;
    } else if (text_.substr(at, quotes.size()) == quotes) {
      // """ may be preceded by up to two more quotes, which belong to the text
      while (quotes.size() == 3 && at + 3 < text_.size() && text_[at + 3] == quotes[0]) ++at;
      return at + quotes.size();
    }
  }
  return text_.size();
}

std::size_t TurtleScan::end_of_name() const {
  constexpr std::string_view stops = " \t\r\n;,[](){}\"'<#";
  std::size_t at = begin_ + 1;
  for (; at < text_.size() && stops.find(text_[at]) == std::string_view::npos; ++at)
    if (text_[at] == '\\' && at + 1 < text_.size()) ++at;
  while (at > begin_ + 1 && text_[at - 1] == '.') --at;  // the full stop after a name
  return at;
}

std::string text_of_string(std::string_view token) {
  const std::size_t quotes = opening(token).size();
  const std::string_view inside = token.substr(quotes, token.size() < 2 * quotes ? 0 : token.size() - 2 * quotes);
  std::string text;
  for (std::size_t at = 0; at < inside.size(); ++at) {
    if (inside[at] != '\\' || at + 1 == inside.size()) {
      text += inside[at];
      continue;
    }
    const char escape = inside[++at];
    constexpr std::string_view letters = "tbnrf";
    if (const auto control = letters.find(escape); control != std::string_view::npos) {
      text += "\t\b\n\r\f"[control];
    } else if (escape == 'u' || escape == 'U') {
      const std::size_t digits = escape == 'u' ? 4 : 8;
      append_utf8(hexadecimal(inside, at + 1, digits), text);
      at += digits;
    } else {
      text += escape;
    }
  }
  return text;
}

}  // namespace dossier::ontology

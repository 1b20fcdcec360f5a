/// Turtle cut into tokens, for finding places in it. Private to ontology/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::ontology {

enum class TurtleToken : std::uint8_t {
  iri,      ///< `<…>`
  name,     ///< a prefixed name, a number or a bare word
  string,   ///< with its quotes
  keyword,  ///< `@prefix`, `@base`, `@en`
  mark,     ///< one character: . ; , [ ] ( ) { }
  end,
};

/// Walks from token to token. What the grammar forbids gives some tokens or other, and always an end.
class TurtleScan {
 public:
  explicit TurtleScan(std::string_view text, std::size_t begin = 0) : text_(text), begin_(begin), end_(begin) {
    advance();
  }

  void advance();

  [[nodiscard]] TurtleToken kind() const noexcept { return kind_; }
  [[nodiscard]] std::string_view token() const noexcept { return text_.substr(begin_, end_ - begin_); }
  [[nodiscard]] bool is(char mark) const noexcept { return kind_ == TurtleToken::mark && text_[begin_] == mark; }
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return end_; }
  /// Of the token's first byte, counting from 1 where the scan began.
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

 private:
  void skip_blanks();
  [[nodiscard]] std::size_t end_of_string() const;
  [[nodiscard]] std::size_t end_of_name() const;

  std::string_view text_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t line_ = 1;
  TurtleToken kind_ = TurtleToken::end;
};

/// What a string token says: without quotes, escapes resolved.
[[nodiscard]] std::string text_of_string(std::string_view token);

}  // namespace dossier::ontology

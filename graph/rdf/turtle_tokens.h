/// The tokens of Turtle, TriG, N-Triples and N-Quads. Private to graph/rdf.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graph/rdf/syntax.h"

namespace dossier::graph {

enum class TokenKind : unsigned char {
  iri,         ///< `<…>`
  name,        ///< `ex:a`, `ex:`, `:a`
  blank,       ///< `_:b`
  string,      ///< any of the four kinds, with its quotes
  language,    ///< `@en`, also `@prefix` and `@base`: the grammar knows which
  type_marks,  ///< `^^`
  number,      //
  word,        ///< letters alone: `a`, `true`, `PREFIX`, …
  dot,
  comma,
  semicolon,
  open_bracket,
  close_bracket,
  open_list,
  close_list,
  open_graph,
  close_graph,
  line_end,  ///< N-Triples and N-Quads only
  end,       ///< the text is over
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0, end = 0;  ///< half-open byte range in the text
};

/// What is wrong with a text, and where in it.
struct Fault {
  std::size_t at = 0;
  std::string message;
};

/// Cuts a text, all of which is valid UTF-8, into tokens (RDF 1.1 Turtle, section 6.5; N-Triples, section 7).
class TurtleTokens {
 public:
  explicit TurtleTokens(Syntax syntax) noexcept;

  /// The first token at or after `at`. Nothing when the text ends too early to tell and `last` is not set.
  /// Throws Fault for what is no token.
  [[nodiscard]] std::optional<Token> next(std::string_view text, std::size_t at, bool last) const;

 private:
  bool lines_;  // line ends are tokens; no names, numbers and long strings
};

/// The text of an IRI token between its angle brackets, with its escapes resolved.
[[nodiscard]] std::string iri_of(std::string_view token);

}  // namespace dossier::graph

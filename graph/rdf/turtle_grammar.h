/// Which tokens may follow each other. Private to graph/rdf.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "graph/rdf/syntax.h"
#include "graph/rdf/turtle_tokens.h"

namespace dossier::graph {

/// What a token does in its sentence, as far as a reader of the whole has to know.
enum class Role : unsigned char {
  plain,
  directive,    ///< a keyword: `@prefix`, `BASE`, …
  prefix_name,  ///< the name that a directive declares
  prefix_iri,   ///< its namespace
  base_iri,
  directive_end,  ///< the dot after a directive, if it has one
  graph_name,     ///< TriG: an IRI or a name, known as such only when the `{` follows
  graph_keyword,  ///< TriG: GRAPH
  graph_open,     ///< TriG: `{`
  statement_end,  ///< between two statements, outside and inside of graphs alike
};

/// Takes tokens one by one and refuses the first that cannot stand where it stands.
///
/// Why a grammar of our own in front of Raptor's: Raptor names the line of an error but not its column, reads on past
/// it, accepts some of what Turtle forbids, and recurses as deep as the text does.
class Grammar {
 public:
  /// Brackets and lists may nest this deep; Raptor's stack ends at about 2,000.
  static constexpr std::size_t deepest = 500;

  Grammar() = default;
  Grammar(const Grammar&) = delete;
  Grammar& operator=(const Grammar&) = delete;
  virtual ~Grammar() = default;

  /// The next token and its text. Throws Fault, placed at the token, when it is not allowed.
  virtual Role take(const Token& token, std::string_view text) = 0;
  /// Whether a string was the last token, so that `@…` is a language tag.
  [[nodiscard]] virtual bool after_string() const noexcept = 0;

  [[nodiscard]] static std::unique_ptr<Grammar> of(Syntax syntax);
};

}  // namespace dossier::graph

/// Where in a text of Turtle, TriG, N-Triples or N-Quads something is said. Private to ontology/.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::ontology {

class TurtleScan;

/// A line and a column (in code points), both counting from 1.
struct TextPlace {
  std::uint64_t line = 0, column = 0;
};

/// Finds lines for messages: the RDF parser tells none per triple.
///
/// A light scan of our own, for text that the parser has found to be right: it knows tokens, prefixes, a base and where
/// statements begin and end, and nothing else of the grammar. Lines count from 1. `text` must outlive it.
class DeclarationLines {
 public:
  explicit DeclarationLines(std::string_view text);

  /// The statement that gives the subject a type, else the first about it.
  [[nodiscard]] std::optional<std::uint64_t> line_of(std::string_view subject) const;
  /// The first place in a statement about the subject that has this IRI as predicate or object, however deep.
  [[nodiscard]] std::optional<std::uint64_t> line_of_iri(std::string_view subject, std::string_view iri) const;
  /// The first place in a statement about the subject that has a literal of this text: its opening quote.
  [[nodiscard]] std::optional<TextPlace> place_of_literal(std::string_view subject, std::string_view text) const;

 private:
  struct Statement {
    std::size_t begin = 0, end = 0;  ///< bytes, from the subject to the full stop
    std::uint64_t line = 0;
    bool typed = false;
  };
  using Statements = std::vector<Statement>;

  void read_prefix(TurtleScan& scan);
  void read_base(TurtleScan& scan);
  void read_statement(TurtleScan& scan);
  [[nodiscard]] bool is_type(const TurtleScan& scan) const;
  [[nodiscard]] std::uint64_t column_of(std::size_t byte) const;
  [[nodiscard]] const Statements& about(std::string_view subject) const;
  [[nodiscard]] std::string resolved(std::string_view token) const;
  [[nodiscard]] std::string absolute(std::string_view iri) const;

  std::string_view text_;
  std::string base_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::map<std::string, Statements, std::less<>> statements_;  // by subject
  /// Line and byte of the literals of subjects that were asked for: a class may have a thousand examples.
  mutable std::map<std::string, std::map<std::string, std::pair<std::uint64_t, std::size_t>, std::less<>>, std::less<>> literals_;
};

}  // namespace dossier::ontology

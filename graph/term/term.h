/// RDF terms: what a graph is made of (RDF 1.1 Concepts, section 3).
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <variant>

namespace dossier::graph {

/// An absolute IRI, without angle brackets.
struct Iri {
  std::string value;
  auto operator<=>(const Iri&) const = default;
};

/// A blank node; the label, without "_:", has meaning only inside its own document.
struct BlankNode {
  std::string label;
  auto operator<=>(const BlankNode&) const = default;
};

/// A literal. `datatype` is always set: xsd:string for a plain one, rdf:langString when `language` is not empty.
/// Language tags are kept as written, and compared as written.
struct Literal {
  std::string lexical;
  std::string datatype;
  std::string language;

  /// A plain string.
  explicit Literal(std::string text);
  static Literal typed(std::string lexical, std::string_view datatype);
  static Literal tagged(std::string text, std::string_view language);
  auto operator<=>(const Literal&) const = default;

 private:
  Literal() = default;
};

/// A term that owns its text.
using Term = std::variant<Iri, BlankNode, Literal>;

enum class TermKind : unsigned char { iri, blank, literal };

/// A term whose text belongs to somebody else (a dictionary, a parser's buffer, a Term). Cheap to copy;
/// must not outlive that owner. Ordered by kind (IRIs, blank nodes, literals), then by text.
struct TermView {
  TermKind kind = TermKind::iri;
  std::string_view text;      ///< the IRI, the blank node's label or the literal's lexical form
  std::string_view datatype;  ///< literals only
  std::string_view language;  ///< language-tagged literals only

  TermView() = default;
  TermView(const Term& term);          // NOLINT(google-explicit-constructor): a view of a term is a term
  TermView(const Iri& iri);            // NOLINT
  TermView(const BlankNode& blank);    // NOLINT
  TermView(const Literal& literal);    // NOLINT

  static TermView iri(std::string_view text);
  static TermView blank(std::string_view label);
  static TermView literal(std::string_view lexical);  ///< xsd:string
  static TermView typed(std::string_view lexical, std::string_view datatype);
  static TermView tagged(std::string_view text, std::string_view language);

  [[nodiscard]] bool is_iri() const noexcept { return kind == TermKind::iri; }
  [[nodiscard]] bool is_blank() const noexcept { return kind == TermKind::blank; }
  [[nodiscard]] bool is_literal() const noexcept { return kind == TermKind::literal; }

  /// A copy that owns its text.
  [[nodiscard]] Term own() const;

  auto operator<=>(const TermView&) const = default;
};

/// The term as N-Triples writes it: `<iri>`, `_:b`, `"text"@en`. For messages, tests and line-based syntaxes.
[[nodiscard]] std::string to_ntriples(const TermView& term);

}  // namespace dossier::graph

#include "graph/term/term.h"

#include "graph/term/escape.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {

Literal::Literal(std::string text) : lexical(std::move(text)), datatype(xsd::string) {}

Literal Literal::typed(std::string lexical, std::string_view datatype) {
  Literal literal;
  literal.lexical = std::move(lexical);
  literal.datatype = datatype;
  return literal;
}

Literal Literal::tagged(std::string text, std::string_view language) {
  Literal literal;
  literal.lexical = std::move(text);
  literal.datatype = rdf::lang_string;
  literal.language = language;
  return literal;
}

TermView::TermView(const Term& term) {
  *this = std::visit([](const auto& one) { return TermView(one); }, term);
}
TermView::TermView(const Iri& iri) : kind(TermKind::iri), text(iri.value) {}
TermView::TermView(const BlankNode& blank) : kind(TermKind::blank), text(blank.label) {}
TermView::TermView(const Literal& literal)
    : kind(TermKind::literal), text(literal.lexical), datatype(literal.datatype), language(literal.language) {}

TermView TermView::iri(std::string_view text) {
  TermView view;
  view.text = text;
  return view;
}

TermView TermView::blank(std::string_view label) {
  TermView view;
  view.kind = TermKind::blank;
  view.text = label;
  return view;
}

TermView TermView::literal(std::string_view lexical) { return typed(lexical, xsd::string); }

TermView TermView::typed(std::string_view lexical, std::string_view datatype) {
  TermView view;
  view.kind = TermKind::literal;
  view.text = lexical;
  view.datatype = datatype;
  return view;
}

TermView TermView::tagged(std::string_view text, std::string_view language) {
  TermView view = typed(text, rdf::lang_string);
  view.language = language;
  return view;
}

Term TermView::own() const {
  switch (kind) {
    case TermKind::iri: return Iri{std::string(text)};
    case TermKind::blank: return BlankNode{std::string(text)};
    case TermKind::literal: break;
  }
  if (!language.empty()) return Literal::tagged(std::string(text), language);
  return Literal::typed(std::string(text), datatype);
}

std::string to_ntriples(const TermView& term) {
  std::string out;
  append_ntriples(term, out);
  return out;
}

}  // namespace dossier::graph

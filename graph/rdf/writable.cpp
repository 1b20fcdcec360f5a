#include "graph/rdf/writable.h"

#include <algorithm>

#include "graph/error/error.h"
#include "graph/rdf/iri_text.h"

namespace dossier::graph {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[noreturn]] void refuse(const char* what, std::string_view text) {
  throw Error(ErrorKind::bad_input, std::string(what) + ": '" + std::string(text) + "'");
}

void require_iri(std::string_view iri) {
  if (!is_absolute_iri(iri)) refuse("cannot write what is not an absolute IRI", iri);
}

void require_term(const TermView& term) {
  if (term.is_iri()) {
    require_iri(term.text);
  } else if (term.is_blank()) {
    if (!is_blank_label(term.text)) refuse("cannot write the blank node label", term.text);
  } else if (!term.language.empty()) {
    if (!is_language_tag(term.language)) refuse("cannot write the language tag", term.language);
  } else {
    require_iri(term.datatype);
  }
}

}  // namespace

bool is_blank_label(std::string_view label) noexcept {
  const auto inner = [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  if (label.empty() || !inner(label.front()) || label.front() == '-' || label.back() == '.') return false;
  return std::ranges::all_of(label, [&](char c) { return inner(c) || c == '.'; });
}

bool is_language_tag(std::string_view tag) noexcept {
  if (tag.empty() || tag.size() > longest_language_tag || tag.back() == '-') return false;
  bool first = true;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (tag[i] == '-') {
      if (i == 0 || tag[i - 1] == '-') return false;
      first = false;
    } else if (!is_letter(tag[i]) && (first || !is_digit(tag[i]))) {
      return false;
    }
  }
  return true;
}

void require_writable(const QuadView& quad) {
  if (quad.subject.is_literal()) refuse("a literal cannot be a subject", quad.subject.text);
  if (!quad.predicate.is_iri()) refuse("only an IRI can be a predicate", quad.predicate.text);
  if (quad.graph && quad.graph->is_literal()) refuse("a literal cannot name a graph", quad.graph->text);
  require_term(quad.subject);
  require_term(quad.predicate);
  require_term(quad.object);
  if (quad.graph) require_term(*quad.graph);
}

}  // namespace dossier::graph

#include "graph/term/escape.h"

#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

void append_unicode_escape(unsigned char byte, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  out += "\\u00";
  out += digits[byte >> 4U];
  out += digits[byte & 15U];
}

}  // namespace

void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  for (const char character : text) {
    switch (character) {
      case '\t': out += "\\t"; break;
      case '\b': out += "\\b"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\f': out += "\\f"; break;
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      default: {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7F)
          append_unicode_escape(byte, out);
        else
          out += character;
      }
    }
  }
  out += '"';
}

void append_iri_reference(std::string_view iri, std::string& out) {
  out += '<';
  for (const char character : iri) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte <= 0x20 || std::string_view("<>\"{}|^`\\").find(character) != std::string_view::npos)
      append_unicode_escape(byte, out);
    else
      out += character;
  }
  out += '>';
}

void append_ntriples(const TermView& term, std::string& out) {
  switch (term.kind) {
    case TermKind::iri: append_iri_reference(term.text, out); break;
    case TermKind::blank: out.append("_:").append(term.text); break;
    case TermKind::literal:
      append_quoted(term.text, out);
      if (!term.language.empty())
        out.append("@").append(term.language);
      else if (term.datatype != xsd::string) {
        out += "^^";
        append_iri_reference(term.datatype, out);
      }
      break;
  }
}

}  // namespace dossier::graph

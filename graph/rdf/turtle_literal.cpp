#include "graph/rdf/turtle_literal.h"

#include "graph/term/escape.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  return count;
}

/// The datatype that Turtle gives the text when it stands bare, or nothing when it is no number.
std::string_view datatype_of_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  text.remove_prefix(whole);
  if (text.empty()) return whole > 0 ? xsd::integer : std::string_view();
  std::size_t fraction = 0;
  if (text.front() == '.') {
    fraction = count_digits(text.substr(1));
    if (fraction == 0) return {};  // "1." would end the sentence
    text.remove_prefix(1 + fraction);
    if (text.empty()) return xsd::decimal;
  }
  if (whole + fraction == 0 || (text.front() != 'e' && text.front() != 'E')) return {};
  text.remove_prefix(1);
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  return !text.empty() && count_digits(text) == text.size() ? xsd::double_ : std::string_view();
}

bool stands_bare(const TermView& literal) {
  if (literal.datatype == xsd::boolean) return literal.text == "true" || literal.text == "false";
  return !literal.datatype.empty() && datatype_of_number(literal.text) == literal.datatype;
}

/// Between `"""`: line ends and tabs stay, a quote is escaped where three could meet.
void append_long_quoted(std::string_view text, std::string& out) {
  out += "\"\"\"";
  std::size_t start = 0;
  const auto copy_until = [&](std::size_t end) {
    if (end == start) return;
    std::string piece;
    append_quoted(text.substr(start, end - start), piece);
    out.append(piece, 1, piece.size() - 2);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool lone_quote =
        text[i] == '"' && i + 1 < text.size() && text[i + 1] != '"' && (i == 0 || text[i - 1] != '"');
    if (text[i] != '\n' && text[i] != '\t' && !lone_quote) continue;
    copy_until(i);
    out += text[i];
    start = i + 1;
  }
  copy_until(text.size());
  out += "\"\"\"";
}

}  // namespace

void append_turtle_literal(const TermView& literal, std::string& out,
                           const std::function<std::string(std::string_view)>& spell) {
  if (literal.language.empty() && stands_bare(literal)) {
    out += literal.text;
    return;
  }
  if (literal.text.find('\n') == std::string_view::npos)
    append_quoted(literal.text, out);
  else
    append_long_quoted(literal.text, out);
  if (!literal.language.empty())
    out.append("@").append(literal.language);
  else if (literal.datatype != xsd::string)
    out.append("^^").append(spell(literal.datatype));
}

}  // namespace dossier::graph

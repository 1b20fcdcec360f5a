#include "ontology/declaration_lines.h"

#include <algorithm>

#include "graph/term/vocabulary.h"
#include "ontology/turtle_scan.h"

namespace dossier::ontology {
namespace {

bool is_word(const TurtleScan& scan, std::string_view lower) {
  const std::string_view token = scan.token();
  return scan.kind() == TurtleToken::name &&
         std::ranges::equal(token, lower, [](char a, char b) { return static_cast<char>(a | 0x20) == b; });
}

bool is_prefix_directive(const TurtleScan& scan) { return scan.token() == "@prefix" || is_word(scan, "prefix"); }
bool is_base_directive(const TurtleScan& scan) { return scan.token() == "@base" || is_word(scan, "base"); }

std::string_view without_brackets(std::string_view iri) {
  return iri.size() < 2 ? std::string_view() : iri.substr(1, iri.size() - 2);
}

/// The name without the backslashes of PN_LOCAL_ESC.
std::string unescaped(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == '\\' && at + 1 < name.size()) ++at;
    plain += name[at];
  }
  return plain;
}

}  // namespace

DeclarationLines::DeclarationLines(std::string_view text) : text_(text) {
  TurtleScan scan(text_);
  while (scan.kind() != TurtleToken::end) {
    if (is_prefix_directive(scan)) {
      read_prefix(scan);
    } else if (is_base_directive(scan)) {
      read_base(scan);
    } else if (scan.is('.') || scan.is('{') || scan.is('}') || is_word(scan, "graph")) {
      scan.advance();
    } else {
      read_statement(scan);
    }
  }
}

void DeclarationLines::read_prefix(TurtleScan& scan) {
  scan.advance();
  std::string name(scan.token());
  if (name.ends_with(':')) name.pop_back();
  scan.advance();
  prefixes_.insert_or_assign(name, absolute(without_brackets(scan.token())));
  scan.advance();
}

void DeclarationLines::read_base(TurtleScan& scan) {
  scan.advance();
  base_ = absolute(without_brackets(scan.token()));
  scan.advance();
}

void DeclarationLines::read_statement(TurtleScan& scan) {
  const std::string subject = scan.kind() == TurtleToken::mark ? std::string() : resolved(scan.token());
  Statement statement{scan.begin(), scan.begin(), scan.line(), false};
  std::size_t depth = 0;
  for (; scan.kind() != TurtleToken::end; scan.advance()) {
    if (scan.is('[') || scan.is('(')) ++depth;
    if (depth > 0 && (scan.is(']') || scan.is(')'))) --depth;
    if (depth == 0 && (scan.is('.') || scan.is('{') || scan.is('}'))) break;
    if (depth == 0 && is_type(scan)) statement.typed = true;
    statement.end = scan.end();
  }
  if (!subject.empty() && !scan.is('{')) statements_[subject].push_back(statement);  // before "{": a graph's name
}

bool DeclarationLines::is_type(const TurtleScan& scan) const {
  const std::string_view token = scan.token();
  if (scan.kind() == TurtleToken::name && token == "a") return true;
  return (token.ends_with("type") || token.ends_with("type>")) && resolved(token) == graph::rdf::type;
}

std::optional<std::uint64_t> DeclarationLines::line_of(std::string_view subject) const {
  const Statements& statements = about(subject);
  if (statements.empty()) return std::nullopt;
  const auto typed = std::ranges::find_if(statements, &Statement::typed);
  return typed != statements.end() ? typed->line : statements.front().line;
}

std::optional<std::uint64_t> DeclarationLines::line_of_iri(std::string_view subject, std::string_view iri) const {
  for (const Statement& statement : about(subject)) {
    TurtleScan scan(text_.substr(0, statement.end), statement.begin);
    scan.advance();  // past the subject
    for (; scan.kind() != TurtleToken::end; scan.advance()) {
      const bool may_be_it = scan.kind() == TurtleToken::iri || scan.kind() == TurtleToken::name;
      if (may_be_it && resolved(scan.token()) == iri) return statement.line + scan.line() - 1;
    }
  }
  return std::nullopt;
}

std::optional<TextPlace> DeclarationLines::place_of_literal(std::string_view subject, std::string_view text) const {
  const auto [entry, is_new] = literals_.try_emplace(std::string(subject));
  auto& places = entry->second;
  if (is_new)
    for (const Statement& statement : about(subject))
      for (TurtleScan scan(text_.substr(0, statement.end), statement.begin); scan.kind() != TurtleToken::end; scan.advance())
        if (scan.kind() == TurtleToken::string) places.try_emplace(text_of_string(scan.token()), statement.line + scan.line() - 1, scan.begin());
  const auto found = places.find(text);
  if (found == places.end()) return std::nullopt;
  return TextPlace{found->second.first, column_of(found->second.second)};
}

std::uint64_t DeclarationLines::column_of(std::size_t byte) const {
  const std::string_view before = text_.substr(0, byte);
  const std::size_t line_end = before.rfind('\n');
  const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };  // inside a code point
  return 1 + line.size() - static_cast<std::size_t>(std::ranges::count_if(line, continues));
}

const DeclarationLines::Statements& DeclarationLines::about(std::string_view subject) const {
  static const Statements none;
  const auto found = statements_.find(subject);
  return found == statements_.end() ? none : found->second;
}

std::string DeclarationLines::resolved(std::string_view token) const {
  if (token.starts_with('<')) return absolute(without_brackets(token));
  const std::size_t colon = token.find(':');
  if (colon == std::string_view::npos) return {};
  const auto prefix = prefixes_.find(token.substr(0, colon));
  if (prefix == prefixes_.end()) return {};
  return prefix->second + unescaped(token.substr(colon + 1));
}

/// Relative IRIs of the usual kinds, "#a" and "a"; without an @base, they stay as they are.
std::string DeclarationLines::absolute(std::string_view iri) const {
  if (base_.empty() || iri.find(':') != std::string_view::npos) return std::string(iri);
  if (iri.empty() || iri.starts_with('#')) return base_.substr(0, base_.find('#')).append(iri);
  return base_.substr(0, base_.rfind('/') + 1).append(iri);
}

}  // namespace dossier::ontology

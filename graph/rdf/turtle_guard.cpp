#include "graph/rdf/turtle_guard.h"

#include <algorithm>
#include <utility>

#include "graph/error/error.h"
#include "graph/rdf/carried_text.h"
#include "graph/rdf/iri_text.h"

namespace dossier::graph {
namespace {

constexpr std::size_t document_size = std::size_t{1} << 18U;
constexpr std::size_t nowhere = std::string::npos;

RaptorOptions raptor_options(const ReadOptions& options) {
  return {options.syntax,      options.base.empty() ? std::string(no_base) : options.base,
          options.source,      options.blank_prefix,
          options.diagnostics, false};
}

std::size_t count_lines(std::string_view text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

}  // namespace

TurtleGuard::TurtleGuard(const ReadOptions& options, QuadSink& sink)
    : lines_(options.syntax == Syntax::ntriples || options.syntax == Syntax::nquads),
      source_(options.source),
      base_(options.base),
      sink_(sink),
      raptor_(raptor_options(options), sink),
      tokens_(options.syntax),
      grammar_(Grammar::of(options.syntax)) {}

void TurtleGuard::feed(std::string_view chunk) {
  text_ += chunk;
  if (text_.size() < wanted_) return;
  const TextCheck check = check_text(std::string_view(text_).substr(checked_));
  checked_ += check.good;
  read_tokens(false);
  if (check.bad) fail({checked_, "the text is not UTF-8"});
  drop_read_text();
  // A token that needs more text is scanned again from its start, so wait until there is twice as much.
  constexpr std::size_t large = std::size_t{1} << 16U;
  wanted_ = text_.size() > large ? 2 * text_.size() : 0;
}

std::uint64_t TurtleGuard::finish() {
  wanted_ = 0;
  feed({});
  if (checked_ < text_.size()) fail({checked_, "the text ends in the middle of a character"});
  read_tokens(true);
  hand_over(true);
  return raptor_.quads();
}

void TurtleGuard::read_tokens(bool last) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // a byte order mark, which means nothing in UTF-8
  if (at_start_ && (checked_ >= mark.size() || last)) {
    if (text_.starts_with(mark)) read_ = mark.size();
    at_start_ = false;
  }
  if (at_start_) return;
  try {
    for (;;) {
      const auto token = tokens_.next(std::string_view(text_).substr(0, checked_), read_, last);
      if (!token) return;
      take(*token);
      if (token->kind == TokenKind::end) return;
    }
  } catch (const Fault& fault) {
    fail(fault);
  }
}

void TurtleGuard::take(const Token& token) {
  const std::string_view text = std::string_view(text_).substr(token.begin, token.end - token.begin);
  const Role role = grammar_->take(token, text);
  copy_gap(token.begin);
  read_ = token.end;
  const std::size_t start = piece_.size();
  switch (role) {
    case Role::graph_open: return open_graph();
    case Role::graph_keyword: return;  // Raptor does not know it
    case Role::graph_name: name_at_ = start; break;
    case Role::directive: return;
    case Role::prefix_name: declared_ = text; return;
    case Role::prefix_iri: return declare_prefix(absolute(text, token.begin));
    case Role::base_iri: return declare_base(absolute(text, token.begin));
    case Role::directive_end: return end_statement(false);
    case Role::statement_end:
    case Role::plain: break;
  }
  if (token.kind == TokenKind::iri) require_base(token, text);
  if (token.kind == TokenKind::name) require_prefix(token, text);
  if (token.kind == TokenKind::language && lines_) raptor_.expect_language(text.substr(1));
  if (token.kind == TokenKind::string && must_be_carried(text))
    piece_ += carried(text);
  else if (token.kind == TokenKind::iri && !lines_ && has_scheme(text.substr(1)))
    text.find('\\') == nowhere ? append_iri(text.substr(1, text.size() - 2)) : append_iri(iri_of(text));
  else if (token.kind == TokenKind::line_end || (token.kind == TokenKind::end && lines_))
    piece_ += '\n';  // Raptor loses lines that end in \r\n after a comment, and a last one that has no end
  else
    piece_ += text;
  if (token.kind == TokenKind::blank) piece_ += ' ';  // in N-Triples, Raptor takes a dot after it for part of it
  if (role == Role::statement_end) end_statement(text == "}");
}

/// White space and comments become as many line ends as they have, so that Raptor counts lines as the input does.
void TurtleGuard::copy_gap(std::size_t to) {
  if (to == read_) return;
  const std::size_t lines = count_lines(std::string_view(text_).substr(read_, to - read_));
  piece_.append(std::max<std::size_t>(lines, 1), lines > 0 ? '\n' : ' ');
}

void TurtleGuard::append_iri(std::string_view iri) {
  const bool plain = iri.find("/.") == std::string_view::npos && iri.find(":.") == std::string_view::npos;
  piece_ += '<';
  if (plain && !is_carried(iri))
    piece_ += iri;
  else
    piece_ += carried_iri(iri);
  piece_ += '>';
}

void TurtleGuard::append_prefix(std::string_view name, std::string_view iri) {
  piece_.append("@prefix ").append(name).append(" ");
  append_iri(iri);
  piece_ += " . ";
}

/// Directives go to Raptor in the one form that it reads everywhere, with their IRIs resolved.
void TurtleGuard::declare_prefix(const std::string& iri) {
  append_prefix(declared_, iri);
  complete_ = piece_.size();
  sink_.prefix(std::string_view(declared_).substr(0, declared_.size() - 1), iri);
  prefixes_.insert_or_assign(declared_, iri);
}

void TurtleGuard::declare_base(std::string iri) {
  piece_.append("@base <").append(iri).append("> . ");
  complete_ = piece_.size();
  base_ = std::move(iri);
}

void TurtleGuard::require_base(const Token& token, std::string_view text) const {
  if (base_.empty() && !has_scheme(text.substr(1))) throw Fault{token.begin, "a relative IRI, and there is no base"};
}

void TurtleGuard::require_prefix(const Token& token, std::string_view text) const {
  const std::string_view prefix = text.substr(0, text.find(':') + 1);
  if (!prefixes_.contains(prefix)) throw Fault{token.begin, "the prefix '" + std::string(prefix) + "' is not declared"};
}

std::string TurtleGuard::absolute(std::string_view iri_token, std::size_t at) const {
  std::string iri = iri_of(iri_token);
  if (has_scheme(iri)) return iri;
  if (base_.empty()) throw Fault{at, "a relative IRI, and there is no base"};
  return raptor_.resolve(iri, base_);
}

/// The name goes right before the `{`, as Raptor wants it; a blank node's goes as an IRI, because Raptor knows no
/// other.
void TurtleGuard::open_graph() {
  std::string name;
  std::size_t lines = 0;
  if (name_at_ != nowhere) {
    lines = count_lines(std::string_view(piece_).substr(name_at_));
    name = piece_.substr(name_at_);
    name.erase(name.find_last_not_of(" \n") + 1);
    piece_.resize(name_at_);
  }
  if (name.starts_with("_:")) name = blank_graph(kept_label(std::string_view(name).substr(2)));
  if (name.starts_with('[')) name = blank_graph("anong" + std::to_string(++anonymous_graphs_));
  graph_ = std::move(name);
  in_graph_ = true;
  name_at_ = nowhere;
  piece_.append(graph_).append("{").append(lines, '\n');
  complete_ = piece_.size();
}

std::string TurtleGuard::blank_graph(const std::string& label) { return '<' + std::string(blank_graphs) + label + '>'; }

void TurtleGuard::end_statement(bool closes_graph) {
  name_at_ = nowhere;
  in_graph_ = in_graph_ && !closes_graph;
  complete_ = piece_.size();
  // Twice what a document begins with: many prefixes must not be told again for each statement.
  if (piece_.size() >= std::max(document_size, 2 * head_)) hand_over(false);
}

/// Gives Raptor the whole statements and begins the next document, or ends the input.
void TurtleGuard::hand_over(bool last) {
  piece_.resize(complete_);
  if (lines_) return hand_over_lines(last);
  next_line_ += count_lines(piece_);
  if (in_graph_) piece_ += '}';
  if (!piece_.empty()) raptor_.feed(piece_);
  raptor_.finish(next_line_, base_.empty() ? no_base : std::string_view(base_));
  begin_document();
}

/// Lines are one document, and the last line end is kept for the next piece: Raptor frees what it has read only when
/// a piece ends inside of a line.
void TurtleGuard::hand_over_lines(bool last) {
  const std::size_t kept = last || piece_.empty() ? 0 : 1;
  raptor_.feed(std::string_view(piece_).substr(0, piece_.size() - kept));
  piece_.erase(0, piece_.size() - kept);
  complete_ = piece_.size();
  if (last) raptor_.finish(1, no_base);
}

void TurtleGuard::begin_document() {
  piece_.clear();
  for (const auto& [name, iri] : prefixes_) append_prefix(name, iri);
  if (in_graph_) piece_.append(graph_).append("{ ");
  head_ = complete_ = piece_.size();
}

void TurtleGuard::drop_read_text() {
  start_.advance(std::string_view(text_).substr(0, read_));
  text_.erase(0, read_);
  checked_ -= read_;
  read_ = 0;
}

/// What was whole before the fault goes to Raptor first: it may find an earlier one.
void TurtleGuard::fail(const Fault& fault) {
  const Location place = location(fault.at);
  hand_over(true);
  throw Error(ErrorKind::bad_input, place, fault.message);
}

Location TurtleGuard::location(std::size_t at) const {
  TextPosition position = start_;
  std::string_view before = std::string_view(text_).substr(0, at);
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (start_.line == 1 && start_.column == 1 && before.starts_with(mark)) before.remove_prefix(mark.size());
  position.advance(before);
  return {source_, position.line, position.column};
}

}  // namespace dossier::graph

#include "graph/rdf/turtle_grammar.h"

#include <vector>

namespace dossier::graph {
namespace {

/// "expected an object, found '.'"
[[noreturn]] void refuse(const Token& token, std::string_view text, std::string_view expected) {
  constexpr std::size_t most = 40;
  std::string message = "expected " + std::string(expected);
  if (token.kind == TokenKind::end) {
    message += ", found the end of the text";
  } else if (token.kind == TokenKind::line_end) {
    message += ", found the end of the line";
  } else {
    std::size_t size = text.size();
    if (size > most) {
      size = most;
      while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    }
    std::string shown(text.substr(0, size));
    for (char& c : shown)
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    message += ", found '" + shown + (size < text.size() ? "…'" : "'");
  }
  throw Fault{token.begin, std::move(message)};
}

bool same_word(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] | 0x20) != lower[i]) return false;
  return true;
}

/// N-Triples and N-Quads: one statement a line.
class LineGrammar : public Grammar {
 public:
  explicit LineGrammar(bool quads) : quads_(quads) {}

  Role take(const Token& token, std::string_view text) override {
    const TokenKind kind = token.kind;
    switch (state_) {
      case State::subject:
        if (kind == TokenKind::line_end || kind == TokenKind::end) return Role::plain;
        if (kind != TokenKind::iri && kind != TokenKind::blank) refuse(token, text, "a subject");
        return go(State::predicate);
      case State::predicate:
        if (kind != TokenKind::iri) refuse(token, text, "a predicate");
        return go(State::object);
      case State::object:
        if (kind == TokenKind::string) return go(State::after_string);
        if (kind != TokenKind::iri && kind != TokenKind::blank) refuse(token, text, "an object");
        return go(State::graph);
      case State::after_string:
        if (kind == TokenKind::language) return go(State::graph);
        if (kind == TokenKind::type_marks) return go(State::datatype);
        return after_object(token, text);
      case State::datatype:
        if (kind != TokenKind::iri) refuse(token, text, "a datatype");
        return go(State::graph);
      case State::graph: return after_object(token, text);
      case State::dot:
        if (kind != TokenKind::dot) refuse(token, text, "'.'");
        return go(State::line_end);
      case State::line_end: break;
    }
    if (kind != TokenKind::line_end && kind != TokenKind::end) refuse(token, text, "the end of the line");
    state_ = State::subject;
    return Role::statement_end;
  }

  [[nodiscard]] bool after_string() const noexcept override { return state_ == State::after_string; }

 private:
  enum class State { subject, predicate, object, after_string, datatype, graph, dot, line_end };

  Role go(State state) {
    state_ = state;
    return Role::plain;
  }

  Role after_object(const Token& token, std::string_view text) {
    if (token.kind == TokenKind::dot) return go(State::line_end);
    if (!quads_) refuse(token, text, "'.'");
    if (token.kind != TokenKind::iri && token.kind != TokenKind::blank) refuse(token, text, "a graph or '.'");
    return go(State::dot);
  }

  bool quads_;
  State state_ = State::subject;
};

/// Turtle (section 6.5 of RDF 1.1 Turtle) and TriG (section 4.5 of RDF 1.1 TriG), as a machine with a stack.
class TurtleGrammar : public Grammar {
 public:
  explicit TurtleGrammar(bool graphs) : graphs_(graphs) {}

  Role take(const Token& token, std::string_view text) override {
    switch (state_) {
      case State::statement: return statement(token, text);
      case State::prefix_name:
        if (token.kind != TokenKind::name || text.find(':') + 1 != text.size()) refuse(token, text, "a prefix and ':'");
        return go(State::prefix_iri, Role::prefix_name);
      case State::prefix_iri:
      case State::base_iri: {
        if (token.kind != TokenKind::iri) refuse(token, text, "an IRI between '<' and '>'");
        const Role role = state_ == State::prefix_iri ? Role::prefix_iri : Role::base_iri;
        return go(dotted_ ? State::directive_dot : State::statement, role);
      }
      case State::directive_dot:
        if (token.kind != TokenKind::dot) refuse(token, text, "'.'");
        return go(State::statement, Role::directive_end);
      case State::graph_name: return graph_name(token, text);
      case State::graph_close_bracket:
        if (token.kind != TokenKind::close_bracket) refuse(token, text, "']'");
        return go(State::graph_open);
      case State::graph_open:
        if (token.kind != TokenKind::open_graph) refuse(token, text, "'{'");
        return open_graph();
      case State::verb_or_graph:
        if (graphs_ && !in_graph_ && token.kind == TokenKind::open_graph) return open_graph();
        return verb(token, text, graphs_ && !in_graph_ ? "a predicate or '{'" : "a predicate");
      case State::verb: return verb(token, text, "a predicate");
      case State::verb_or_end: return verb_or_end(token, text);
      case State::after_bracket_subject:
        if (token.kind == TokenKind::semicolon) refuse(token, text, "a predicate or '.'");
        return verb_or_end(token, text);
      case State::first_in_bracket:
        if (token.kind == TokenKind::close_bracket) return close(true);
        return verb(token, text, "a predicate or ']'");
      case State::object: return object(token, text, "an object");
      case State::item:
        if (token.kind == TokenKind::close_list) return close(false);
        return object(token, text, "an object or ')'");
      case State::after_string:
        if (token.kind == TokenKind::language) return go(after_object());
        if (token.kind == TokenKind::type_marks) return go(State::datatype);
        state_ = after_object();
        return take(token, text);
      case State::datatype:
        if (token.kind != TokenKind::iri && token.kind != TokenKind::name) refuse(token, text, "a datatype");
        return go(after_object());
      case State::after_object: break;
    }
    if (token.kind == TokenKind::comma) return go(State::object);
    return end_of_objects(token, text);
  }

  [[nodiscard]] bool after_string() const noexcept override { return state_ == State::after_string; }

 private:
  enum class State {
    statement,
    prefix_name,
    prefix_iri,
    base_iri,
    directive_dot,
    graph_name,
    graph_close_bracket,
    graph_open,
    verb_or_graph,
    verb,         // a predicate must come
    verb_or_end,  // after ";": a predicate, another ";" or the end
    after_bracket_subject,
    first_in_bracket,  // after '['
    object,
    item,  // in '(': an object or the end
    after_string,
    datatype,
    after_object,
  };
  /// A bracket or list that is open, and what it will be when it closes.
  struct Open {
    bool list;
    bool subject;
  };

  Role go(State state, Role role = Role::plain) {
    state_ = state;
    return role;
  }

  Role statement(const Token& token, std::string_view text) {
    switch (token.kind) {
      case TokenKind::iri:
      case TokenKind::name:
      case TokenKind::blank: return go(State::verb_or_graph, graphs_ && !in_graph_ ? Role::graph_name : Role::plain);
      case TokenKind::open_bracket: return open(token, {false, true});
      case TokenKind::open_list: return open(token, {true, true});
      case TokenKind::end:
        if (!in_graph_) return Role::statement_end;
        refuse(token, text, "a subject or '}'");
      case TokenKind::close_graph:
        if (in_graph_) return close_graph();
        break;
      case TokenKind::open_graph:
        if (graphs_ && !in_graph_) return open_graph();
        break;
      case TokenKind::language:
      case TokenKind::word:
        if (!in_graph_) return directive(token, text);
        break;
      default: break;
    }
    refuse(token, text, in_graph_ ? "a subject or '}'" : "a subject or a directive");
  }

  Role directive(const Token& token, std::string_view text) {
    dotted_ = token.kind == TokenKind::language;
    if (dotted_ ? text == "@prefix" : same_word(text, "prefix")) return go(State::prefix_name, Role::directive);
    if (dotted_ ? text == "@base" : same_word(text, "base")) return go(State::base_iri, Role::directive);
    if (graphs_ && !dotted_ && same_word(text, "graph")) return go(State::graph_name, Role::graph_keyword);
    refuse(token, text, "a subject or a directive");
  }

  Role graph_name(const Token& token, std::string_view text) {
    if (token.kind == TokenKind::open_bracket) return go(State::graph_close_bracket, Role::graph_name);
    if (token.kind != TokenKind::iri && token.kind != TokenKind::name && token.kind != TokenKind::blank)
      refuse(token, text, "the name of a graph");
    return go(State::graph_open, Role::graph_name);
  }

  Role open_graph() {
    in_graph_ = true;
    return go(State::statement, Role::graph_open);
  }

  Role close_graph() {
    in_graph_ = false;
    return go(State::statement, Role::statement_end);
  }

  Role verb(const Token& token, std::string_view text, std::string_view expected) {
    const bool is_verb =
        token.kind == TokenKind::iri || token.kind == TokenKind::name || (token.kind == TokenKind::word && text == "a");
    if (!is_verb) refuse(token, text, expected);
    return go(State::object);
  }

  Role verb_or_end(const Token& token, std::string_view text) {
    const bool is_verb = token.kind == TokenKind::iri || token.kind == TokenKind::name || token.kind == TokenKind::word;
    return is_verb ? verb(token, text, "a predicate") : end_of_objects(token, text);
  }

  Role object(const Token& token, std::string_view text, std::string_view expected) {
    switch (token.kind) {
      case TokenKind::iri:
      case TokenKind::name:
      case TokenKind::blank:
      case TokenKind::number: return go(after_object());
      case TokenKind::string: return go(State::after_string);
      case TokenKind::word:
        if (text == "true" || text == "false") return go(after_object());
        break;
      case TokenKind::open_bracket: return open(token, {false, false});
      case TokenKind::open_list: return open(token, {true, false});
      default: break;
    }
    refuse(token, text, expected);
  }

  /// What may come once an object is whole.
  [[nodiscard]] State after_object() const {
    return !open_.empty() && open_.back().list ? State::item : State::after_object;
  }

  Role end_of_objects(const Token& token, std::string_view text) {
    if (token.kind == TokenKind::semicolon) return go(State::verb_or_end);
    if (!open_.empty()) {
      if (token.kind != TokenKind::close_bracket) refuse(token, text, "',', ';' or ']'");
      return close(false);
    }
    if (token.kind == TokenKind::dot) return go(State::statement, Role::statement_end);
    if (in_graph_ && token.kind == TokenKind::close_graph) return close_graph();
    refuse(token, text, in_graph_ ? "',', ';', '.' or '}'" : "',', ';' or '.'");
  }

  Role open(const Token& token, Open what) {
    if (open_.size() == deepest)
      throw Fault{token.begin, "brackets and lists nest deeper than " + std::to_string(deepest) + " levels"};
    open_.push_back(what);
    const bool may_be_graph = graphs_ && !in_graph_ && open_.size() == 1 && what.subject && !what.list;
    return go(what.list ? State::item : State::first_in_bracket, may_be_graph ? Role::graph_name : Role::plain);
  }

  Role close(bool empty_bracket) {
    const Open closed = open_.back();
    open_.pop_back();
    if (!closed.subject) return go(after_object());
    if (closed.list) return go(State::verb);
    // `[] .` says nothing and is no statement; `[ ex:p ex:o ] .` is one.
    return go(empty_bracket ? State::verb_or_graph : State::after_bracket_subject);
  }

  bool graphs_;
  bool in_graph_ = false;
  bool dotted_ = false;  // the directive is to end with a dot
  State state_ = State::statement;
  std::vector<Open> open_;
};

}  // namespace

std::unique_ptr<Grammar> Grammar::of(Syntax syntax) {
  if (syntax == Syntax::ntriples || syntax == Syntax::nquads)
    return std::make_unique<LineGrammar>(syntax == Syntax::nquads);
  return std::make_unique<TurtleGrammar>(syntax == Syntax::trig);
}

}  // namespace dossier::graph

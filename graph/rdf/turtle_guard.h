/// What stands between a text of the Turtle family and Raptor. Private to graph/rdf.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "graph/rdf/raptor_parser.h"
#include "graph/rdf/text_position.h"
#include "graph/rdf/turtle_grammar.h"
#include "graph/rdf/turtle_tokens.h"

namespace dossier::graph {

/// Reads a text of whole tokens and statements out of chunks, refuses what is wrong with its line and column, and
/// hands Raptor what is right, in documents of some hundred statements each.
///
/// Why small documents: Raptor's Turtle parser holds a document whole until its end and reads past its first error.
/// Each begins with the prefixes and the base that are in force, and blank nodes keep their names from one to the
/// next, so that nobody can tell where the cuts are.
class TurtleGuard {
 public:
  TurtleGuard(const ReadOptions& options, QuadSink& sink);

  /// The next chunk of the input.
  void feed(std::string_view chunk);
  /// The input is over. Returns the number of quads.
  std::uint64_t finish();

 private:
  void read_tokens(bool last);
  void take(const Token& token);
  void copy_gap(std::size_t to);
  void declare_prefix(const std::string& iri);
  void declare_base(std::string iri);
  void append_iri(std::string_view iri);
  void append_prefix(std::string_view name, std::string_view iri);
  void require_base(const Token& token, std::string_view text) const;
  void require_prefix(const Token& token, std::string_view text) const;
  [[nodiscard]] std::string absolute(std::string_view iri_token, std::size_t at) const;
  void open_graph();
  [[nodiscard]] static std::string blank_graph(const std::string& label);
  void end_statement(bool closes_graph);
  void hand_over(bool last);
  void hand_over_lines(bool last);
  void begin_document();
  void drop_read_text();
  [[noreturn]] void fail(const Fault& fault);
  [[nodiscard]] Location location(std::size_t at) const;

  bool lines_;  // N-Triples or N-Quads
  std::string source_;
  std::string base_;  // empty: there is none
  QuadSink& sink_;
  RaptorParser raptor_;
  TurtleTokens tokens_;
  std::unique_ptr<Grammar> grammar_;

  std::string text_;         // what was read and not yet dropped
  TextPosition start_;       // of text_
  std::size_t checked_ = 0;  // up to here text_ is UTF-8
  std::size_t read_ = 0;     // up to here text_ was cut into tokens
  std::size_t wanted_ = 0;   // read on when there is this much: a long token is not scanned again for each chunk
  bool at_start_ = true;

  std::string piece_;                                         // for Raptor
  std::size_t complete_ = 0;                                  // up to here piece_ has whole statements
  std::size_t head_ = 0;         // the prefixes and the open graph that piece_ begins with
  std::uint64_t next_line_ = 1;                               // where the document after this one begins
  std::map<std::string, std::string, std::less<>> prefixes_;  // "ex:" -> namespace
  std::string declared_;                                      // the name in the directive that is being read
  std::size_t name_at_ = std::string::npos;                   // where in piece_ the possible name of a graph begins
  std::string graph_;                                         // the open graph as Raptor is told it, or empty
  bool in_graph_ = false;
  unsigned anonymous_graphs_ = 0;
};

}  // namespace dossier::graph

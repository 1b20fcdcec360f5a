/// Raptor 2 behind a C++ face. Private to graph/rdf; raptor_parser.cpp alone includes raptor2.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "graph/rdf/reader.h"

namespace dossier::graph {

/// What Raptor is told besides the text.
struct RaptorOptions {
  Syntax syntax = Syntax::turtle;
  std::string base;           ///< where the first document starts; never empty
  std::string source;         ///< what messages call the input
  std::string blank_prefix;   ///< put before each blank node label
  DiagnosticSink warnings;    ///< may be empty
  bool tell_prefixes = true;  ///< whether the sink is told the prefixes
};

/// Raptor wants a base always; this one stands for none.
inline constexpr std::string_view no_base = "x-dossier-no-base:/";
/// Before the label of a blank node that names a graph: Raptor's TriG knows only IRIs there.
inline constexpr std::string_view blank_graphs = "x-dossier-blank-graph:";

/// A label that an input gives a blank node, made unlike "anon1", "anon2", …, which are given to those without one.
[[nodiscard]] std::string kept_label(std::string_view label);

/// Feeds text to Raptor and what Raptor understands to a sink.
///
/// Why no exception can cross Raptor's frames: the callbacks keep what was thrown, make Raptor stop, and `feed`
/// and `finish` throw it again once Raptor has returned.
class RaptorParser {
 public:
  RaptorParser(RaptorOptions options, QuadSink& sink);
  ~RaptorParser();
  RaptorParser(RaptorParser&&) noexcept;
  RaptorParser& operator=(RaptorParser&&) noexcept;

  /// The next piece of the document. Throws Error(bad_input) at the first error, and whatever the sink throws.
  void feed(std::string_view text);
  /// The document is over; the next `feed` begins another one, which starts at line `line` of the input and at `base`.
  void finish(std::uint64_t line, std::string_view base);
  /// Tells the next language tag that the text has. Raptor lower-cases those of N-Triples and N-Quads; because each
  /// statement there has at most one and they come in order, the tags that were told can take their place again.
  void expect_language(std::string_view tag);

  /// `reference` against `base` (RFC 3986, section 5).
  [[nodiscard]] std::string resolve(std::string_view reference, std::string_view base) const;

  /// The quads given to the sink so far.
  [[nodiscard]] std::uint64_t quads() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph

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
};

/// What stands in the text that Raptor is given for something that Raptor would damage.
class Substitutions {
 public:
  Substitutions() = default;
  Substitutions(const Substitutions&) = delete;
  Substitutions& operator=(const Substitutions&) = delete;
  virtual ~Substitutions() = default;
  /// The language tag that was meant.
  [[nodiscard]] virtual std::string_view language(std::string_view written) const { return written; }
  /// The label of the blank node that a graph's IRI stands for, or empty.
  [[nodiscard]] virtual std::string_view blank_graph(std::string_view iri) const {
    (void)iri;
    return {};
  }
};

/// Feeds text to Raptor and what Raptor understands to a sink.
///
/// Why no exception can cross Raptor's frames: the callbacks keep what was thrown, make Raptor stop, and `feed`
/// and `finish` throw it again once Raptor has returned.
class RaptorParser {
 public:
  RaptorParser(RaptorOptions options, QuadSink& sink, const Substitutions& substitutions);
  ~RaptorParser();
  RaptorParser(RaptorParser&&) noexcept;
  RaptorParser& operator=(RaptorParser&&) noexcept;

  /// The next piece of the document. Throws Error(bad_input) at the first error, and whatever the sink throws.
  void feed(std::string_view text);
  /// The document is over; the next `feed` begins another one, which starts at line `line` of the input and at `base`.
  void finish(std::uint64_t line, std::string_view base);
  /// Keeps the declarations of prefixes from the sink while `quiet` is set.
  void be_quiet(bool quiet);

  /// `reference` against `base` (RFC 3986, section 5).
  [[nodiscard]] std::string resolve(std::string_view reference, std::string_view base) const;

  /// The quads given to the sink so far.
  [[nodiscard]] std::uint64_t quads() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph

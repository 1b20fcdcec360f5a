/// RDF text as quads and back, for the tests of graph/rdf.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error/error.h"
#include "graph/rdf/isomorphism.h"
#include "graph/rdf/reader.h"
#include "graph/rdf/writer.h"

namespace dossier::graph::test {

/// Keeps all that it is told.
class Collector : public QuadSink {
 public:
  void prefix(std::string_view name, std::string_view iri) override { prefixes.declare(name, iri); }
  void quad(const QuadView& quad) override { quads.push_back(OwnedQuad::of(quad)); }

  std::vector<OwnedQuad> quads;
  Prefixes prefixes;
};

inline std::vector<OwnedQuad> quads_of(const std::string& text, Syntax syntax,
                                       std::string base = "http://example.org/base") {
  std::istringstream in(text);
  Collector collector;
  ReadOptions options;
  options.syntax = syntax;
  options.base = std::move(base);
  const std::uint64_t count = read_rdf(in, options, collector);
  BOOST_TEST(count == collector.quads.size());
  return collector.quads;
}

inline std::vector<OwnedQuad> turtle(const std::string& text) {
  return quads_of("@prefix : <http://ex.org/> . " + text, Syntax::turtle);
}

inline std::string text_of(const std::vector<OwnedQuad>& quads, Syntax syntax,
                           const Prefixes& prefixes = Prefixes::usual()) {
  std::ostringstream out;
  WriteOptions options;
  options.syntax = syntax;
  options.prefixes = prefixes;
  const auto writer = make_writer(out, options);
  for (const OwnedQuad& quad : quads) writer->quad(quad.view());
  writer->finish();
  return out.str();
}

/// The quads as N-Quads lines, sorted: for messages and for comparing what has no blank nodes.
inline std::string lines_of(const std::vector<OwnedQuad>& quads) {
  std::vector<std::string> lines;
  for (const OwnedQuad& quad : quads) lines.push_back(text_of({quad}, Syntax::nquads));
  std::ranges::sort(lines);
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

/// The error that reading the text ends in, or nothing.
inline std::optional<Error> error_of(const std::string& text, Syntax syntax,
                                     std::string base = "http://example.org/base") {
  try {
    std::istringstream in(text);
    Collector collector;
    ReadOptions options;
    options.syntax = syntax;
    options.base = std::move(base);
    read_rdf(in, options, collector);
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

/// "2:14 expected an object, found '.'", or "" when there is no error.
inline std::string complaint(const std::string& text, Syntax syntax,
                             const std::string& base = "http://example.org/base") {
  const auto error = error_of(text, syntax, base);
  if (!error) return "";
  return std::to_string(error->location().line) + ":" + std::to_string(error->location().column) + " " + error->what();
}

}  // namespace dossier::graph::test

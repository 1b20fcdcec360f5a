/// RDF text -> quads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "graph/error/diagnostic.h"
#include "graph/rdf/syntax.h"
#include "graph/term/quad.h"

namespace dossier::graph {

struct ReadOptions {
  Syntax syntax = Syntax::turtle;
  std::string base;             ///< the base IRI; when empty, the file's own address
  std::string source = "-";     ///< what messages call the input
  std::string blank_prefix;     ///< put before each blank node label, so that two files' nodes stay apart
  DiagnosticSink diagnostics;   ///< takes warnings; may be empty
};

/// Reads all of `in` and feeds `sink` in input order, streaming. Returns the number of quads.
///
/// Throws Error(bad_input) with line and column at the first syntax error, invalid UTF-8 or over-long language tag;
/// what the sink throws passes through unchanged.
std::uint64_t read_rdf(std::istream& in, const ReadOptions& options, QuadSink& sink);

/// The same for a file, whose name also becomes `source` and, when it is empty, `base`.
/// Throws Error(io) when it cannot be opened.
std::uint64_t read_rdf_file(const std::filesystem::path& file, ReadOptions options, QuadSink& sink);

}  // namespace dossier::graph

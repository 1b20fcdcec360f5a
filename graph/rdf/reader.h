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
  std::string base;            ///< what relative IRIs are relative to; may be empty
  std::string source = "-";    ///< what messages call the input
  std::string blank_prefix;    ///< put before each blank node label, so that two files' nodes stay apart
  DiagnosticSink diagnostics;  ///< takes warnings; may be empty
};

/// Reads all of `in` and feeds `sink` in input order, streaming. Returns the number of quads.
///
/// Throws Error(bad_input) at the first fault: with line and column where the text itself is wrong, with the line alone
/// where RDF/XML is well-formed but says nothing. Statements before the fault have reached the sink by then. What the
/// sink throws passes through unchanged. A relative IRI is a fault when there is no base.
///
/// Blank nodes keep their labels, after `blank_prefix`; those without get "anon1", "anon2", … (a label that begins with
/// "anon" gets an "_" after it, so that they never meet). Nothing else is read: no network, no other file, no entity
/// from outside. Limits: language tags of 255 bytes, 500 levels of brackets and lists; in RDF/XML 256 levels of
/// elements and ten million bytes a text, and Raptor takes `/./` and `/../` out of IRIs there.
std::uint64_t read_rdf(std::istream& in, const ReadOptions& options, QuadSink& sink);

/// The same for a file, whose name also becomes `source` and, when it is empty, `base`; a name that ends in .gz is
/// unpacked. Throws Error(io) when it cannot be opened.
std::uint64_t read_rdf_file(const std::filesystem::path& file, ReadOptions options, QuadSink& sink);

}  // namespace dossier::graph

/// What stands between an RDF/XML text and Raptor. Private to graph/rdf.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "graph/rdf/reader.h"

namespace dossier::graph {

/// Reads the XML with libxml2 before Raptor does, and refuses what Raptor would stumble over: what is not well-formed,
/// language tags that are none or too long, references to other files, entities that expand without end (libxml2's
/// own limits), elements deeper than 256 and texts longer than ten million bytes (the same).
///
/// Why a parser and not a search for `xml:lang`: entities and character references can spell an attribute's value.
class XmlGuard {
 public:
  XmlGuard(const ReadOptions& options, QuadSink& sink);
  ~XmlGuard();
  XmlGuard(XmlGuard&&) noexcept;
  XmlGuard& operator=(XmlGuard&&) noexcept;

  /// The next chunk of the input.
  void feed(std::string_view chunk);
  /// The input is over. Returns the number of quads.
  std::uint64_t finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph

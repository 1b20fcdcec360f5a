// Any bytes are read or refused; what was read can be written, and what was written says the same.
// The first byte chooses the syntax. Build with clang and -DDOSSIER_FUZZ=ON for libFuzzer; the test
// graph.rdf.mutations runs a fixed set of mutations through the same function everywhere.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "graph/error/error.h"
#include "graph/rdf/isomorphism.h"
#include "graph/rdf/reader.h"
#include "graph/rdf/writer.h"

using namespace dossier::graph;

namespace {

struct Collector : QuadSink {
  void quad(const QuadView& quad) override { quads.push_back(OwnedQuad::of(quad)); }
  std::vector<OwnedQuad> quads;
};

std::vector<OwnedQuad> read(const std::string& text, Syntax syntax) {
  std::istringstream in(text);
  Collector collector;
  ReadOptions options;
  options.syntax = syntax;
  options.base = "http://example.org/";
  read_rdf(in, options, collector);
  return collector.quads;
}

void check_written(const std::vector<OwnedQuad>& quads, Syntax syntax) {
  std::ostringstream out;
  WriteOptions options;
  options.syntax = syntax;
  try {
    const auto writer = make_writer(out, options);
    for (const OwnedQuad& quad : quads) writer->quad(quad.view());
    writer->finish();
    if (isomorphic(quads, read(out.str(), syntax))) return;
  } catch (const dossier::Error& error) {
    std::fprintf(stderr, "%s: %s\n", to_string(error.location()).c_str(), error.what());
  }
  std::fprintf(stderr, "what was written says something else:\n%s\n", out.str().c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t many = 60;  // quads, past which the comparison takes more time than it finds
  if (size == 0) return 0;
  const Syntax syntax = all_syntaxes()[bytes[0] % all_syntaxes().size()];
  std::vector<OwnedQuad> quads;
  try {
    quads = read(std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1), syntax);
  } catch (const dossier::Error&) {
    return 0;
  }
  if (quads.size() > many) return 0;
  check_written(quads, Syntax::trig);
  check_written(quads, Syntax::nquads);
  return 0;
}

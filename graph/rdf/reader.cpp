#include "graph/rdf/reader.h"

#include <fstream>
#include <istream>
#include <vector>

#include "graph/error/error.h"
#include "graph/rdf/raptor_parser.h"

namespace dossier::graph {

std::uint64_t read_rdf(std::istream& in, const ReadOptions& options, QuadSink& sink) {
  const Substitutions none;
  RaptorParser parser({options.syntax, options.base.empty() ? "x:/" : options.base, options.source,
                       options.blank_prefix, options.diagnostics},
                      sink, none);
  std::vector<char> chunk(1U << 16U);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0)
    parser.feed({chunk.data(), static_cast<std::size_t>(in.gcount())});
  parser.finish(1, "x:/");
  return parser.quads();
}

std::uint64_t read_rdf_file(const std::filesystem::path& file, ReadOptions options, QuadSink& sink) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::io, Location{file.string(), 0, 0}, "cannot read");
  options.source = file.string();
  if (options.base.empty()) options.base = "file://" + std::filesystem::absolute(file).string();
  return read_rdf(in, options, sink);
}

}  // namespace dossier::graph

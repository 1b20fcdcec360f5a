#include "graph/rdf/reader.h"

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <vector>

#include "graph/error/error.h"
#include "graph/rdf/turtle_guard.h"
#include "graph/rdf/xml_guard.h"

namespace dossier::graph {
namespace {

template <typename Guard>
std::uint64_t read(std::istream& in, const ReadOptions& options, QuadSink& sink) {
  constexpr std::size_t chunk_size = std::size_t{1} << 16U;
  Guard guard(options, sink);
  std::vector<char> chunk(chunk_size);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0)
    guard.feed({chunk.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) throw Error(ErrorKind::io, Location{options.source, 0, 0}, "cannot read on");
  return guard.finish();
}

/// The file's own address, with what an IRI cannot have raw as %XX.
std::string address_of(const std::filesystem::path& file) {
  constexpr std::string_view digits = "0123456789ABCDEF", raw = "-._~/";
  std::string address = "file://";
  for (const char character : std::filesystem::absolute(file).lexically_normal().string()) {
    const auto byte = static_cast<unsigned char>(character);
    const bool plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                       (character >= '0' && character <= '9') || raw.find(character) != std::string_view::npos;
    if (plain)
      address += character;
    else
      (address += '%').append({digits[byte >> 4U], digits[byte & 15U]});
  }
  return address;
}

[[noreturn]] void fail(const std::filesystem::path& file, int reason) {
  throw Error(ErrorKind::io, Location{file.string(), 0, 0}, std::string("cannot read: ") + std::strerror(reason));
}

}  // namespace

std::uint64_t read_rdf(std::istream& in, const ReadOptions& options, QuadSink& sink) {
  return options.syntax == Syntax::rdfxml ? read<XmlGuard>(in, options, sink) : read<TurtleGuard>(in, options, sink);
}

std::uint64_t read_rdf_file(const std::filesystem::path& file, ReadOptions options, QuadSink& sink) {
  if (std::filesystem::is_directory(file)) fail(file, EISDIR);
  errno = 0;
  std::ifstream plain(file, std::ios::binary);
  if (!plain) fail(file, errno == 0 ? EIO : errno);
  options.source = file.string();
  if (options.base.empty()) options.base = address_of(file);
  if (file.extension() != ".gz") return read_rdf(plain, options, sink);
  boost::iostreams::filtering_istream unpacked;
  unpacked.exceptions(std::ios::badbit);
  unpacked.push(boost::iostreams::gzip_decompressor());
  unpacked.push(plain);
  try {
    return read_rdf(unpacked, options, sink);
  } catch (const boost::iostreams::gzip_error&) {
    throw Error(ErrorKind::bad_input, Location{file.string(), 0, 0}, "this is not a whole gzip file");
  }
}

}  // namespace dossier::graph

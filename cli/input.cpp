#include "cli/input.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <istream>
#include <streambuf>
#include <vector>

#include "cli/interrupt.h"
#include "graph/error/error.h"
#include "graph/rdf/reader.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/store/kg_layout.h"
#include "ontology/nearest_name.h"

namespace dossier::cli {
namespace {

/// Standard input, whose first bytes can be looked at before they are read.
class StandardInputBuffer : public std::streambuf {
 public:
  StandardInputBuffer() { StandardInputBuffer::underflow(); }
  [[nodiscard]] std::string_view begin() const { return {eback(), static_cast<std::size_t>(egptr() - eback())}; }

 protected:
  int_type underflow() override {
    ssize_t size = 0;
    do {
      size = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
    } while (size < 0 && errno == EINTR && InterruptWatch::signal() == 0);
    InterruptWatch::check();
    if (size < 0) throw Error(ErrorKind::io, Location{"-"}, std::string("cannot be read: ") + std::strerror(errno));
    setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_[0]);
  }

 private:
  std::array<char, 1 << 16> buffer_{};
};

std::string first_bytes(const std::filesystem::path& file, std::size_t count) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(count, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// Whether the first line looks like one of N-Quads: `<s> <p> … .`, no prefixes, no directives.
bool looks_like_lines(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const auto end = line.find_last_not_of(" \t\r");
  if (end == std::string_view::npos || line[end] != '.') return false;
  if (!line.starts_with("<") && !line.starts_with("_:")) return false;
  const auto second = line.find_first_not_of(" \t", std::min(line.find_first_of(" \t"), line.size()));
  return second != std::string_view::npos && line[second] == '<';
}

/// TriG reads all Turtle, N-Quads all N-Triples.
graph::Syntax syntax_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (bytes.starts_with("<?xml") || bytes.starts_with("<!") || bytes.starts_with("<rdf:RDF"))
    return graph::Syntax::rdfxml;
  return looks_like_lines(bytes) ? graph::Syntax::nquads : graph::Syntax::trig;
}

}  // namespace

bool is_kg_file(const std::filesystem::path& file) {
  if (file == "-") return false;
  if (file.extension() == ".kg") return true;
  if (graph::syntax_of(file) || !std::filesystem::is_regular_file(file)) return false;
  constexpr auto& magic = graph::kg::magic;
  return first_bytes(file, magic.size()) == std::string_view(magic.data(), magic.size());
}

std::optional<graph::Syntax> syntax_asked_for(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (const auto syntax = graph::syntax_named(name)) return syntax;
  std::vector<std::string> known;
  for (const graph::Syntax syntax : graph::all_syntaxes()) known.emplace_back(graph::name_of(syntax));
  const auto near = ontology::nearest_names(name, known, 1);
  throw Error(ErrorKind::usage, "unknown RDF syntax '" + name + "'",
              near.empty() ? "one of turtle, trig, ntriples, nquads, rdfxml" : "did you mean '" + near.front() + "'?");
}

std::uint64_t read_rdf_input(const std::filesystem::path& file, const std::optional<graph::Syntax>& from,
                             graph::QuadSink& sink, Messages& messages) {
  graph::ReadOptions options;
  options.diagnostics = messages.sink();
  InterruptibleSink interruptible(sink);
  if (file == "-") {
    StandardInputBuffer buffer;
    std::istream in(&buffer);
    in.exceptions(std::ios::badbit);  // lets what the buffer throws through
    options.syntax = from.value_or(syntax_of_bytes(buffer.begin()));
    return graph::read_rdf(in, options, interruptible);
  }
  const auto by_name = from ? from : graph::syntax_of(file);
  options.syntax = by_name ? *by_name : syntax_of_bytes(first_bytes(file, 4096));
  return graph::read_rdf_file(file, options, interruptible);
}

graph::Store open_graph(const std::filesystem::path& file, Messages& messages) {
  if (file != "-" && !std::filesystem::exists(file))
    throw Error(ErrorKind::io, Location{file.string()}, "no such graph",
                "make it: dossier build FILES -g " + file.string());
  if (is_kg_file(file)) return graph::open_store(file);
  graph::Builder builder;
  read_rdf_input(file, std::nullopt, builder, messages);
  return builder.build();
}

}  // namespace dossier::cli

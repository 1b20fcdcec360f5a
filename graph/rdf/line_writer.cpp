#include "graph/rdf/line_writer.h"

#include <array>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <string_view>

#include "graph/rdf/text_output.h"
#include "graph/rdf/writable.h"
#include "graph/term/escape.h"

namespace dossier::graph {
namespace {

/// 128 bits that stand for a line: for 10^9 lines, the chance that any two meet is below 10^-20.
using Fingerprint = std::array<std::uint64_t, 2>;

Fingerprint fingerprint(std::string_view line) {
  Fingerprint print{14695981039346656037ULL, 0x9E3779B97F4A7C15ULL};
  for (const char character : line) {
    const auto byte = static_cast<unsigned char>(character);
    print[0] = (print[0] ^ byte) * 1099511628211ULL;
    print[1] = (print[1] + byte) * 0xD6E8FEB86659FD93ULL;
    print[1] ^= print[1] >> 32U;
  }
  return print;
}

struct FirstHalf {
  std::size_t operator()(const Fingerprint& print) const noexcept { return print[0] ^ print[1]; }
};

class LineWriter : public Writer {
 public:
  LineWriter(std::ostream& out, bool graphs) : out_(out), graphs_(graphs) {}

  void quad(const QuadView& quad) override {
    require_writable(quad);
    std::string& text = out_.text();
    const std::size_t start = text.size();
    append_ntriples(quad.subject, text);
    text += ' ';
    append_ntriples(quad.predicate, text);
    text += ' ';
    append_ntriples(quad.object, text);
    if (graphs_ && quad.graph) {
      text += ' ';
      append_ntriples(*quad.graph, text);
    }
    text += " .\n";
    // The triple of two graphs is one line; in N-Quads no two quads of a set are.
    if (!graphs_ && !written_.insert(fingerprint(std::string_view(text).substr(start))).second) text.resize(start);
    out_.flow();
  }

  void finish() override { out_.drain(); }

 private:
  TextOutput out_;
  bool graphs_;
  boost::unordered_flat_set<Fingerprint, FirstHalf> written_;
};

}  // namespace

std::unique_ptr<Writer> make_line_writer(std::ostream& out, Syntax syntax) {
  return std::make_unique<LineWriter>(out, has_graphs(syntax));
}

}  // namespace dossier::graph

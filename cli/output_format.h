/// -o and -f: what a result is written as, and where.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "graph/query/provenance.h"
#include "graph/rdf/syntax.h"
#include "graph/store/store.h"

namespace CLI {
class App;
}

namespace dossier::cli {

enum class PictureFormat { dot, svg, png };
struct KgFormat {  ///< a .kg file
  bool operator==(const KgFormat&) const = default;
};
struct LinesFormat {  ///< JSON lines, as score.py reads them
  bool operator==(const LinesFormat&) const = default;
};

using Format = std::variant<graph::Syntax, KgFormat, LinesFormat, PictureFormat>;

/// By the name that -f takes ("ttl", "kg", "jsonl", "svg").
[[nodiscard]] std::optional<Format> format_named(const std::string& name);
/// By a file's extension. Throws Error(usage) for a compressed one, which is not written.
[[nodiscard]] std::optional<Format> format_of(const std::string& file);

struct OutputOption {
  std::string file, format;

  void declare(CLI::App& app, const std::string& formats);
  /// What -f says, else the extension of -o, else `otherwise`. Throws Error(usage) for what is not known, and for an
  /// extension that says nothing.
  [[nodiscard]] Format choose(const Format& otherwise) const;
  [[nodiscard]] bool to_stdout() const { return file.empty() || file == "-"; }
};

/// How much evidence a syntax carries by default: triples in graphs of their sentences where the syntax has graphs,
/// else nodes and plain facts.
[[nodiscard]] graph::Provenance usual_provenance(graph::Syntax syntax);

}  // namespace dossier::cli

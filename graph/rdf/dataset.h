/// All quads of an output, held until they can be sorted. Private to graph/rdf.
#pragma once

#include <vector>

#include "graph/term/dictionary.h"
#include "graph/term/quad.h"

namespace dossier::graph {

/// A set of quads and its terms.
class Dataset {
 public:
  /// Adds a quad; one that is there already is dropped by `close`.
  void add(const QuadView& quad, bool with_graph);
  /// Sorts and removes duplicates: call it once, after the last `add`.
  void close();

  [[nodiscard]] const std::vector<Quad>& quads() const noexcept { return quads_; }
  [[nodiscard]] std::vector<Quad>& quads() noexcept { return quads_; }
  [[nodiscard]] const Dictionary& terms() const noexcept { return terms_; }
  [[nodiscard]] TermView term(TermId id) const { return terms_.term(id); }

 private:
  Dictionary terms_;
  std::vector<Quad> quads_;
};

/// An id as an index; `no_term` is 0.
[[nodiscard]] constexpr std::size_t index(TermId id) noexcept { return static_cast<std::size_t>(id); }

}  // namespace dossier::graph

/// Triples, quads and patterns, once as numbers (inside a store) and once as terms (on the way in and out).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "graph/term/term.h"

namespace dossier::graph {

/// The number of a term in one Dictionary. 0 stands for "no term": the default graph in a quad's graph position.
enum class TermId : std::uint32_t {};
inline constexpr TermId no_term{0};

struct Triple {
  TermId subject{}, predicate{}, object{};
  auto operator<=>(const Triple&) const = default;
};

/// A triple in a graph; `graph == no_term` is the default graph.
struct Quad {
  TermId subject{}, predicate{}, object{}, graph{};
  [[nodiscard]] Triple triple() const noexcept { return {subject, predicate, object}; }
  auto operator<=>(const Quad&) const = default;
};

/// A quad with holes: a position that is not set matches anything. `graph = no_term` matches the default graph alone.
struct Pattern {
  std::optional<TermId> subject, predicate, object, graph;
};

/// A quad as terms whose text belongs to somebody else.
struct QuadView {
  TermView subject, predicate, object;
  std::optional<TermView> graph;  ///< nothing: the default graph
};

/// What takes quads one after the other: every reader feeds one, every writer and the store's builder is one.
class QuadSink {
 public:
  QuadSink() = default;
  QuadSink(const QuadSink&) = default;
  QuadSink& operator=(const QuadSink&) = default;
  virtual ~QuadSink() = default;

  /// A prefix was declared (name without colon, possibly empty). Later declarations of a name win.
  virtual void prefix(std::string_view name, std::string_view iri) {
    (void)name;
    (void)iri;
  }
  /// One quad; the views are valid during the call only.
  virtual void quad(const QuadView& quad) = 0;
};

}  // namespace dossier::graph

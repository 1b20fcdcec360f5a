/// Pictures as text for Graphviz (https://graphviz.org/doc/info/lang.html).
#pragma once

#include <cstddef>
#include <string>

#include "graph/draw/style.h"

namespace dossier::graph {

/// Above this many nodes a picture is dense: arranged by forces instead of by ranks, and without words on its lines.
inline constexpr std::size_t dense_nodes = 60;
[[nodiscard]] inline bool is_dense(const Picture& picture) { return picture.nodes.size() > dense_nodes; }

/// The picture in the DOT language, meant to be changed by hand: one statement a line, looks told once a kind,
/// readable ids. Every string is shorter than 16384 bytes, the limit of some readers.
/// A direction that is still automatic is written as `right`; `best_direction` (layout.h) knows better.
[[nodiscard]] std::string to_dot(const Picture& picture, const Style& style = {});

}  // namespace dossier::graph

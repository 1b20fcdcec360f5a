/// Pictures arranged and rendered by Graphviz's library; nothing else knows it.
///
/// Not thread-safe, in none of its functions: Graphviz keeps errors, fonts and layout parameters in globals, and seeds
/// rand(). One call at a time in a process. Nothing is printed: what Graphviz complains about becomes the Error's
/// message. The effort is bounded by the number of nodes (`dense_nodes`) and by Graphviz's iteration limits, not by a
/// clock, so that the same picture always looks the same.
#pragma once

#include <string>
#include <vector>

#include "graph/draw/style.h"

namespace dossier::graph {

/// A rectangle in points, from the lower left of the picture.
struct Box {
  std::string of;  ///< id of the node; "from->to" for the words on a line
  double left = 0, bottom = 0, right = 0, top = 0;
};

/// Where everything stands.
struct Arrangement {
  double width = 0, height = 0;  ///< points
  std::vector<Box> nodes;        ///< by id
  std::vector<Box> labels;       ///< the words on the lines, by line
};

/// Throws Error(io) when Graphviz or one of its plugins is not there or fails.
[[nodiscard]] Arrangement arrange(const Picture& picture, const Style& style = {});

/// The direction that gives the larger letters on a page of 4:3; the style's own unless that is automatic.
[[nodiscard]] Direction best_direction(const Picture& picture, const Style& style = {});

/// One self-contained SVG document. Each box and line has its id, the class of its kind and a <title> with the
/// sentences. The same picture gives the same bytes with the same fonts. Throws Error(io).
[[nodiscard]] std::string to_svg(const Picture& picture, const Style& style = {});

/// A PNG of exactly this width; small pictures get a margin rather than giant letters. Throws Error(io), and
/// Error(usage) when the width is not 16 … 20000.
[[nodiscard]] std::string to_png(const Picture& picture, const Style& style = {}, unsigned width_px = 1600);

}  // namespace dossier::graph

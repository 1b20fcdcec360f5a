/// How a picture looks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/draw/picture.h"

namespace dossier::graph {

enum class Direction { automatic, right, down };

struct Style {
  /// Which way lines run. Automatic: whichever way gives the larger letters on a page.
  Direction direction = Direction::automatic;
  /// Families for Fontconfig and for whoever opens the SVG. Faces for other scripts follow the first.
  std::string font = "Noto Sans,Noto Sans CJK KR,Noto Sans Arabic,DejaVu Sans,Helvetica,Arial,sans-serif";
  bool legend = true;
};

/// Colours are "#RRGGBB". Shapes and styles are Graphviz's.
struct NodeLook {
  std::string shape, style, fill, border;
  unsigned peripheries = 1;
  std::string legend;  ///< what the kind is called in the legend
};

struct LineLook {
  std::string style, colour, text_colour;
  double width = 1;
  std::string name;  ///< in DOT and as a class in SVG
  std::string legend;
};

inline constexpr std::string_view text_colour = "#1A1A1A", faint_text_colour = "#555555", background_colour = "#FFFFFF";

/// The look of each kind in a picture, by kind. Colours are tints of Okabe and Ito's palette, which the colour-blind
/// can tell apart; the shape repeats what the colour says. Kinds that are not among the broad ones get the
/// remaining tints in the order of their names.
[[nodiscard]] std::map<std::string, NodeLook> node_looks(const Picture& picture);

[[nodiscard]] const LineLook& line_look(LineKind line);

}  // namespace dossier::graph

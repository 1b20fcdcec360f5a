#include "graph/draw/style.h"

#include <algorithm>
#include <array>

#include "graph/draw/kinds.h"

namespace dossier::graph {
namespace {

// Okabe and Ito, "Color Universal Design" (2008): light tints of the eight colours for the boxes, dark shades of the
// same for their borders. Text keeps a contrast of far more than 4.5 on every tint (WCAG 2.1, 1.4.3).
const std::map<std::string, NodeLook, std::less<>>& broad_looks() {
  static const std::map<std::string, NodeLook, std::less<>> looks = {
      {"person", {"box", "rounded,filled", "#DCEDF8", "#2A78AE", 1, "person"}},
      {"body", {"box", "filled", "#FBE8C4", "#A86F00", 1, "organization"}},
      {"state", {"box", "filled", "#F8DCCB", "#A8480A", 2, "state"}},
      {"place", {"ellipse", "filled", "#F8F4C4", "#857C00", 1, "place"}},
      {"event", {"octagon", "filled", "#D2EDE2", "#00785A", 1, "event"}},
      {"agreement", {"note", "filled", "#F4DDEA", "#9A4878", 1, "agreement"}},
      {"policy", {"box", "rounded,dashed,filled", "#FAFAFA", "#5F5F5F", 1, "aim or topic"}},
      {"post", {"box", "rounded,filled", "#EDEDED", "#5F5F5F", 1, "post"}},
      {"document", {"note", "filled", "#EDEDED", "#5F5F5F", 1, "document"}},
  };
  return looks;
}

/// For classes that we do not know. Shape and colour change together.
const std::array<NodeLook, 8>& other_looks() {
  static const std::array<NodeLook, 8> looks = {{
      {"box", "rounded,filled", "#D5E3F3", "#0A5A96", 1, ""},
      {"tab", "filled", "#D2EDE2", "#00785A", 1, ""},
      {"cds", "filled", "#FBE8C4", "#A86F00", 1, ""},
      {"box", "filled", "#F4DDEA", "#9A4878", 1, ""},
      {"ellipse", "filled", "#F8F4C4", "#857C00", 1, ""},
      {"folder", "filled", "#F8DCCB", "#A8480A", 1, ""},
      {"hexagon", "filled", "#DCEDF8", "#2A78AE", 1, ""},
      {"component", "filled", "#EDEDED", "#5F5F5F", 1, ""},
  }};
  return looks;
}

}  // namespace

std::map<std::string, NodeLook> node_looks(const Picture& picture) {
  std::map<std::string, NodeLook> looks;
  for (const PictureNode& node : picture.nodes) looks.try_emplace(node.kind);
  std::size_t others = 0;
  for (auto& [kind, look] : looks) {
    const auto known = broad_looks().find(kind);
    if (known != broad_looks().end()) {
      look = known->second;
    } else {
      look = other_looks()[others++ % other_looks().size()];
      look.legend = kind;
    }
  }
  return looks;
}

const LineLook& line_look(LineKind line) {
  static const std::array<LineLook, line_kinds> looks = {{
      {"solid", "#3A3A3A", "#3A3A3A", 1.2, "happened", "happened"},
      {"solid", "#3A3A3A", "#3A3A3A", 0.5, "historical", "background"},
      {"dashed", "#3A3A3A", "#3A3A3A", 1.1, "planned", "planned, pledged"},
      {"solid", "#9A9A9A", "#666666", 1.1, "reported", "only reported"},
      {"dashed", "#9A9A9A", "#666666", 1.1, "conditional", "conditional"},
      {"dotted", "#C23B00", "#A83200", 1.8, "denied", "denied"},
  }};
  return looks[static_cast<std::size_t>(line)];
}

}  // namespace dossier::graph

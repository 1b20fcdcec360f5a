/// What a picture shows, before anybody decides how it looks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/draw/selection.h"
#include "graph/store/store.h"

namespace dossier::graph {

/// How a line is drawn: by whether what it tells has happened.
enum class LineKind {
  happened,     ///< occurred, ongoing
  historical,   ///< background from an earlier time
  planned,      ///< planned, pledged, demanded, proposed
  reported,     ///< reported, alleged
  conditional,  ///< conditional, hypothetical
  denied,
};
inline constexpr std::size_t line_kinds = 6;

/// A box. `kind` is one of those in kinds.h, or what a class of the user's own is called.
struct PictureNode {
  std::string id;  ///< starts with "n_"; letters, digits, '_' and any character beyond ASCII; different for each node
  std::string name;
  std::vector<std::string> details;  ///< told below the name: posts, dates
  std::string kind;
  std::string tooltip;
};

/// One line between two boxes, for all that is said of the two in the same way.
struct PictureEdge {
  std::string from, to;             ///< ids of nodes
  std::vector<std::string> labels;  ///< one a fact: "signed · s4"
  LineKind line = LineKind::happened;
  bool directed = true;
  std::string tooltip;  ///< the sentences, one a line
};

struct Picture {
  std::string title;
  std::vector<std::string> caption;  ///< where it comes from, what was left out
  std::vector<PictureNode> nodes;    ///< by id
  std::vector<PictureEdge> edges;    ///< by from, to, line
};

/// The line for a pa:Factuality, by its local name ("Pledged"). What is not known is drawn as reported.
[[nodiscard]] LineKind line_kind(std::string_view factuality);

/// Names, labels and sentences for what was selected. An empty `title` becomes the title of the one document shown,
/// else what the selection is about.
[[nodiscard]] Picture make_picture(const Store& store, const Selection& selection, const std::string& title = {});

}  // namespace dossier::graph

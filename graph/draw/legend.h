/// What stands above a picture: title, captions and the key to its boxes and lines.
#pragma once

#include <string>

#include "graph/draw/style.h"

namespace dossier::graph {

/// An HTML-like label, with its outer angle brackets; a key of only what occurs, and of lines only when there is more
/// than the plain one.
[[nodiscard]] std::string heading_label(const Picture& picture, const Style& style);

}  // namespace dossier::graph

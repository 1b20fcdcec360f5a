#include "graph/error/diagnostic.h"

namespace dossier {

std::string to_string(const Location& location) {
  std::string text = location.source;
  if (location.line != 0) {
    text += ':' + std::to_string(location.line);
    if (location.column != 0) text += ':' + std::to_string(location.column);
  }
  return text;
}

}  // namespace dossier

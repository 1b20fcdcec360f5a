/// Words in lower case, as cues are written.
#pragma once

#include <string>
#include <string_view>

namespace dossier::ingest {

/// ASCII letters only: cues are compared with each other, never shown as text.
[[nodiscard]] inline std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace dossier::ingest

/// A name as positional arguments, with or without quotes around it.
#pragma once

#include <string>
#include <vector>

namespace dossier::cli {

/// "Ministry", "of", "Unification" -> "Ministry of Unification"
[[nodiscard]] inline std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace dossier::cli

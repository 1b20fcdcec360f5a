/// The markup of example sentences: "[Kim]{actor} met [Moon]{recipient}."
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::ontology {

/// What the brackets and braces of an example say.
struct Markup {
  std::vector<std::string> roles;  ///< of the arguments, left to right
  std::string fault;               ///< what is wrong with the brackets, or empty
};

/// Reads the marks: an argument stands in brackets, its role right after it in braces; nothing is nested.
[[nodiscard]] Markup read_markup(std::string_view example);

}  // namespace dossier::ontology

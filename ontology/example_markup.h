/// The markup of example sentences: "[Kim]{actor} met [Moon]{recipient}."
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::ontology {

/// An argument of an example.
struct Mark {
  std::string role;
  std::size_t begin = 0, end = 0;  ///< bytes of the sentence without marks
};

/// What the brackets and braces of an example say.
struct Markup {
  std::string sentence;     ///< without marks
  std::vector<Mark> marks;  ///< left to right
  std::string fault;        ///< what is wrong with the brackets, or empty; then the rest is empty
};

/// Reads the marks: an argument stands in brackets, its role right after it in braces; nothing is nested.
[[nodiscard]] Markup read_markup(std::string_view example);

}  // namespace dossier::ontology

#include "ontology/example_markup.h"

#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

/// A few letters from `at` on, for a person to find the place by.
std::string excerpt(std::string_view example, std::size_t at) {
  constexpr std::size_t enough = 24;
  std::string letters;
  for (std::size_t count = 0; at < example.size() && count < enough; ++count) {
    const Letter letter = letter_at(example, at);
    letters.append(example.substr(at, letter.length));
    at += letter.length;
  }
  return "\"" + letters + (at < example.size() ? "…\"" : "\"");
}

std::string fault(std::string_view what, std::string_view example, std::size_t at) {
  return std::string(what).append(" at ").append(excerpt(example, at));
}

}  // namespace

Markup read_markup(std::string_view example) {
  Markup markup;
  std::size_t plain = 0;  // what follows the last mark
  for (std::size_t at = example.find_first_of("[]{}"); at != std::string_view::npos;
       at = example.find_first_of("[]{}", at)) {
    if (example[at] != '[') return {{}, {}, fault("a bracket or brace stands alone", example, at)};
    const std::size_t close = example.find_first_of("[]{}", at + 1);
    if (close == std::string_view::npos || example[close] != ']')
      return {{}, {}, fault("a bracket is not closed", example, at)};
    if (close == at + 1) return {{}, {}, fault("nothing stands in the brackets", example, at)};
    if (close + 1 >= example.size() || example[close + 1] != '{')
      return {{}, {}, fault("no {role} follows the brackets", example, at)};
    const std::size_t end = example.find_first_of("[]{}", close + 2);
    if (end == std::string_view::npos || example[end] != '}')
      return {{}, {}, fault("a brace is not closed", example, close + 1)};
    if (end == close + 2) return {{}, {}, fault("no {role} follows the brackets", example, at)};
    markup.sentence += example.substr(plain, at - plain);
    const std::size_t begin = markup.sentence.size();
    markup.sentence += example.substr(at + 1, close - at - 1);
    markup.marks.push_back({std::string(example.substr(close + 2, end - close - 2)), begin, markup.sentence.size()});
    at = plain = end + 1;
  }
  markup.sentence += example.substr(plain);
  return markup;
}

}  // namespace dossier::ontology

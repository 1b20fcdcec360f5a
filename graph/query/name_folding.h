/// Names as people compare them.
#pragma once

#include <string>
#include <string_view>

namespace dossier::graph {

/// The name without case, accents, compatibility forms, a leading "the", a closing possessive and needless white
/// space; curly quotes and dashes become plain ones. "The  Élysée’s" -> "elysee". Two names are the same when their
/// foldings are. Input that is no UTF-8 is folded as far as it goes.
[[nodiscard]] std::string folded_name(std::string_view name);

/// How alike two folded names are, 0 … 1; 1 only when they are the same. The better of
///  - 1 - distance / length, the distance being Damerau-Levenshtein (optimal string alignment) over code points;
///  - what they share of their words, words of one spelling slip counted as half shared.
[[nodiscard]] double name_similarity(std::string_view folded_a, std::string_view folded_b);

}  // namespace dossier::graph

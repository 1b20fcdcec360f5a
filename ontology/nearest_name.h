/// "Did you mean …?": the known names that are spelt most like a wanted one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::ontology {

/// How many letters must be put in, left out, replaced or swapped with their neighbour to get from one name to the
/// other, without regard to case (optimal string alignment: no stretch is changed twice).
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other);

/// At most `most` of the known names, nearest first, ties by name; only those that a slip of the pen could explain: no
/// further away than a third of the longer name's letters, rounded up.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> known,
                                                     std::size_t most);

}  // namespace dossier::ontology

/// Words that are written as one: "don't", "cannot", "ministry's".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// Appends where in `word` a new syntactic word begins, ascending, as Universal Dependencies splits them: "do|n't",
/// "can|not", "gon|na", "Korea|'s", "3|pm". Takes time in proportion to the word.
void contraction_splits(std::string_view word, std::vector<std::uint32_t>& splits);

/// Whether `part` can be such a second word: "n't", "'s", "not", "na".
[[nodiscard]] bool is_clitic(std::string_view part);

}  // namespace dossier::ingest

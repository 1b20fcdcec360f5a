/// English words that say little of what a phrase names.
#pragma once

#include <string_view>

namespace dossier::ingest {

/// "new", "upcoming", "historic": the phrase names the same thing without it.
[[nodiscard]] bool is_passing_adjective(std::string_view word) noexcept;
/// "opportunity", "way", "moment": a phrase with this head names nothing that another sentence could take up.
[[nodiscard]] bool is_vacuous_noun(std::string_view lemma) noexcept;
/// "range", "number", "series": what is named stands behind its "of".
[[nodiscard]] bool is_measure_noun(std::string_view lemma) noexcept;

}  // namespace dossier::ingest

/// Words whose final dot belongs to them.
#pragma once

#include <string_view>

namespace dossier::ingest {

/// What follows a word and its dot, as far as one can see.
enum class Following {
  nothing,  ///< the block ends
  digit,    ///< a number, after white space or at once
  capital,  ///< a word with a capital
  other,
};

/// Whether "word." is one token. `word` is without the dot: "Lt", "etc", "No", "U.S", "J", "Ph.D".
[[nodiscard]] bool owns_its_dot(std::string_view word, Following following);

/// Whether a last part "com", "pdf", … makes one name of words with dots between: "example.com", "annex.pdf".
[[nodiscard]] bool is_name_ending(std::string_view part);

}  // namespace dossier::ingest

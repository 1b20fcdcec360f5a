/// Text -> tokens and sentence boundaries, by rules.
#pragma once

#include <vector>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Appends the tokens of one block. Hyphenated words ("Young-joon", "inter-Korean"), abbreviations ("U.S.", "Lt."),
/// numbers ("1,200.5"), e-mail and web addresses stay whole; a possessive "'s" and dashes are tokens of their own.
void tokenize(std::string_view text, Span block, std::vector<Token>& tokens);

/// The ends of the sentences in `tokens[first…]`, each as the index one past its last token. The last is tokens.size().
[[nodiscard]] std::vector<std::uint32_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens,
                                                       std::uint32_t first);

}  // namespace dossier::ingest

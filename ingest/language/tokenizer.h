/// Text -> tokens, by rules.
#pragma once

#include <vector>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Appends the tokens of one block: the syntactic words of Universal Dependencies, but for hyphens. Hyphenated words
/// ("Young-joon", "inter-Korean", "1950-53"), abbreviations ("U.S.", "Lt."), numbers ("1,200.5", "04/04/2017"), e-mail
/// and web addresses stay whole; dashes, brackets, quotes, currency and per cent signs are tokens of their own, and so
/// are the parts of contractions ("do" "n't", "can" "not", "Korea" "'s"). Runs of one mark ("...", "--", "?!") are one
/// token. Takes time in proportion to the text, whatever it is.
void tokenize(std::string_view text, Span block, std::vector<Token>& tokens);

/// Whether token `i` is a later part of a contraction, so that it belongs to the same surface token as the one before:
/// "n't" of "don't", "'" of "ministers'".
[[nodiscard]] bool continues_token(std::string_view text, const std::vector<Token>& tokens, std::size_t i);

/// The ends of the sentences in `tokens[first…]`, each as the index one past its last token, by rules alone. The last
/// is tokens.size().
[[nodiscard]] std::vector<std::uint32_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens,
                                                       std::uint32_t first);

}  // namespace dossier::ingest

/// Part-of-speech tags as the English treebanks write them.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// The tags of a sentence's tokens, with what `Tag` does not tell apart told by the form: quotes are "``" or "''", brackets
/// "-LRB-" or "-RRB-", hyphens within a word "HYPH", rows of marks and faces "NFP", e-mail and web addresses "ADD". Straight
/// quotes open or close by the white space around them, and by turns where that does not tell. "_" for Tag::none.
[[nodiscard]] std::vector<std::string_view> treebank_tags(std::string_view text, const Sentences& sentences, const Sentence& sentence);

}  // namespace dossier::ingest

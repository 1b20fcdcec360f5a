/// Names that people have marked in texts, read from word-per-line files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/language/treebank.h"

namespace dossier::ingest {

/// Reads names of persons, places and organisations, one word a line, sentences apart by blank lines: Universal NER
/// ("1 <tab> Seoul <tab> B-LOC …" with "# sent_id" and "# text") and WikiGold ("0 <tab> Seoul <tab> B-LOC").
/// The sentences have forms and names only, no trees; each word is a token; space_after is true where `# text` does not
/// say otherwise. Other types than PER, LOC and ORG (OTH, MISC, and broken ones) are "O"; an "I-" that continues
/// nothing becomes a "B-". Throws like read_treebank.
[[nodiscard]] std::vector<TreebankSentence> read_names(const std::filesystem::path& path);
[[nodiscard]] std::vector<TreebankSentence> read_names(std::istream& in, std::string_view source);

/// Reads sentences one a line with names in brackets, "[PER Lena Okafor] told [ORG Reuters] …", into words as the tokenizer
/// cuts them. Empty lines and lines that begin with "#" are passed over. Throws like read_treebank.
[[nodiscard]] std::vector<TreebankSentence> read_bracketed_names(const std::filesystem::path& path);
[[nodiscard]] std::vector<TreebankSentence> read_bracketed_names(std::istream& in, std::string_view source);

/// What came of adding names to a treebank.
struct NameAlignment {
  std::size_t aligned = 0;           ///< sentences that now have names
  std::vector<std::string> dropped;  ///< ids of annotated sentences that are not in the treebank, or say something else
};

/// Sets the words' names from annotated sentences of the same id, or of the same text where ids differ. Tokens need
/// not be the same, characters must: a word is in a name when its first character is.
NameAlignment add_names(std::vector<TreebankSentence>& treebank, const std::vector<TreebankSentence>& names);

}  // namespace dossier::ingest

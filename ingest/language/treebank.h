/// Treebanks as values: what the models are trained on and measured with.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::ingest {

/// A syntactic word, as CoNLL-U has it (universaldependencies.org/format.html).
struct TreebankWord {
  std::string form, lemma, upos, xpos;
  std::uint32_t head = 0;  ///< number of the head in the sentence, from 1; 0 for the root
  std::string relation;    ///< with its subtype: "nmod:poss"
  bool space_after = true;
  std::uint32_t surface = 0;  ///< which surface token, from 0: "don't" is one token of two words, "do" and "n't"
  std::string name;           ///< "B-PER", "I-ORG", "O", …; empty where nobody has looked for names
};

struct TreebankSentence {
  std::string id, text;
  bool new_paragraph = false, new_document = false;  ///< a paragraph, a document begins here
  std::vector<TreebankWord> words;
};

/// Reads CoNLL-U. Empty nodes, features and enhanced dependencies are left out; `Name=B-PER` in the last column is
/// the word's name tag. Throws Error(io) when the file cannot be read, and Error(bad_input) with the line of the first
/// fault: columns, numbers, ranges, or heads that are no tree.
[[nodiscard]] std::vector<TreebankSentence> read_treebank(const std::filesystem::path& path);
[[nodiscard]] std::vector<TreebankSentence> read_treebank(std::istream& in, std::string_view source);

/// Whether every word reaches the only root.
[[nodiscard]] bool is_tree(const std::vector<TreebankWord>& words);

/// Compounds that are written with hyphens and without spaces become one word: "Young-joon", "security-related",
/// "end-of-war", "1950-53", where the Universal Dependencies guidelines split them at each hyphen. The highest word of
/// the group gives tags, head and relation, but a group that is no name and stands before the noun that it modifies
/// becomes an adjective ("a long-term plan": ADJ, JJ, amod). Dashes, and hyphens that are punctuation between two
/// phrases ("a scam-as this shows"), are left alone. Trees stay trees.
[[nodiscard]] TreebankSentence join_hyphens(const TreebankSentence& sentence);

}  // namespace dossier::ingest

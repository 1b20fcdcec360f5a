/// What the network sees of a token: rows of its embedding tables.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"
#include "ingest/language/word_table.h"

namespace dossier::ingest {

/// Kinds of words in the name lists, as bits of the gazetteer's values.
enum class Listed : std::uint32_t {
  given_name = 1, surname = 2, title = 4, organization_word = 8, place_word = 16,  // single words
  place = 32, organization = 64,                                                   // names of up to five words
  part = 128,                                                                      // begins a longer name
  small = 256, both = 512, capital = 1024,  // how a single word is mostly written inside of sentences
};

inline constexpr std::uint32_t piece_rows = 1U << 15;
inline constexpr std::size_t pieces_each = 8;   ///< beginnings of 2, 3, 4 and endings of 1, 2, 3, 4 letters, the whole
inline constexpr std::uint32_t mark_rows = 96;  ///< shapes, places in the sentence, name lists
inline constexpr std::size_t marks_each = 12;
inline constexpr std::uint32_t no_row = 0;      ///< rows of marks count from 1

/// Columns over tokens; `pieces` and `marks` have a fixed number a token.
struct Features {
  std::vector<std::uint32_t> words;   ///< rows of the word table; 0: not in the vocabulary
  std::vector<std::uint32_t> pieces;
  std::vector<std::uint32_t> marks;   ///< no_row where there are fewer

  void clear() { words.clear(), pieces.clear(), marks.clear(); }
  [[nodiscard]] std::size_t size() const { return words.size(); }
};

/// The lower-case form with every digit as 0, by which words are known. Writes at most `room` bytes (the rest of a longer
/// word is left out) and returns what it wrote.
[[nodiscard]] std::string_view normal_form(std::string_view word, std::span<char> room) noexcept;
/// The hash of a word's normal form, for the vocabulary and the name lists.
[[nodiscard]] std::uint64_t vocabulary_hash(std::string_view word) noexcept;
/// The hash of a name of several words from those of the words so far and of the next.
[[nodiscard]] std::uint64_t joined_hash(std::uint64_t name, std::uint64_t word) noexcept;

/// Appends the rows of a sentence's tokens.
void append_features(std::string_view text, std::span<const Token> sentence, const WordTable& vocabulary, const WordTable& names,
                     Features& features);

}  // namespace dossier::ingest

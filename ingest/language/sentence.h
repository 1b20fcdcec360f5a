/// A document as sentences of tagged tokens: columns that every later step reads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/name_tags.h"
#include "ingest/language/relation.h"
#include "ingest/source/document.h"

namespace dossier::ingest {

/// Penn Treebank part-of-speech tags (Marcus et al. 1993), without those that no step tells apart.
enum class Tag : std::uint8_t {
  none, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM, TO, UH,
  VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, dollar, quote, open, close, comma, stop, colon,
};
inline constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::colon) + 1;

[[nodiscard]] std::string_view name_of(Tag tag) noexcept;
[[nodiscard]] Tag tag_named(std::string_view name) noexcept;  ///< Tag::none when there is no such tag
/// The same for the tags of the English treebanks, which tell more apart: "-LRB-" is open, "NFP" colon, "HYPH" colon, …
[[nodiscard]] Tag treebank_tag(std::string_view name) noexcept;

[[nodiscard]] constexpr bool is_noun(Tag t) noexcept { return t >= Tag::NN && t <= Tag::NNPS; }
[[nodiscard]] constexpr bool is_proper(Tag t) noexcept { return t == Tag::NNP || t == Tag::NNPS; }
[[nodiscard]] constexpr bool is_verb(Tag t) noexcept { return t >= Tag::VB && t <= Tag::VBZ; }
[[nodiscard]] constexpr bool is_adjective(Tag t) noexcept { return t >= Tag::JJ && t <= Tag::JJS; }

/// A word or a mark.
struct Token {
  Span span;
  std::uint32_t head = 0;  ///< the token that it hangs on, as an index of the document's tokens; its own for the root
  Tag tag = Tag::none;
  WordClass word_class = WordClass::X;
  Relation relation = Relation::root;  ///< to its head
  bool space_before = false;  ///< white space stands between this token and the one before
};

/// A sentence: a range of the document's tokens.
struct Sentence {
  Span span;
  std::uint32_t number = 0;  ///< counts from 1 in the document
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t block = 0;   ///< index of the document's block
};

/// All sentences of a document. Refers to the document by offsets only; the document must be given again to see text.
struct Sentences {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<NameSpan> names;  ///< of persons, places and organizations, in text order, not overlapping
  std::string lemma_text;       ///< dictionary forms of all tokens, one behind another
  std::vector<Span> lemmas;     ///< of each token, in lemma_text

  [[nodiscard]] std::string_view lemma(std::size_t token) const {
    return std::string_view(lemma_text).substr(lemmas[token].begin, lemmas[token].size());
  }

  [[nodiscard]] std::span<const Token> tokens_of(const Sentence& sentence) const {
    return std::span(tokens).subspan(sentence.first, sentence.last - sentence.first);
  }
};

}  // namespace dossier::ingest

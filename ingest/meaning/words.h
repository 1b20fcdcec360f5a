/// The words of one sentence, as the steps of this room look at them.
#pragma once

#include <string>
#include <string_view>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Borrows a document and its Sentences. Indices are token indices in the document; outside of the sentence every
/// word is empty and every tag Tag::none, so that looking one step too far is harmless.
class Words {
 public:
  Words(const Document& document, const Sentences& sentences, const Sentence& sentence)
      : document_(&document), tokens_(sentences.tokens), first_(sentence.first), last_(sentence.last) {}

  [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
  [[nodiscard]] std::uint32_t last() const noexcept { return last_; }
  [[nodiscard]] bool inside(std::uint32_t i) const noexcept { return i >= first_ && i < last_; }

  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return inside(i) ? document_->view(tokens_[i].span) : std::string_view();
  }
  [[nodiscard]] std::string lower(std::uint32_t i) const;  ///< ASCII letters folded
  /// Only inside of the sentence.
  [[nodiscard]] const Token& token(std::uint32_t i) const { return tokens_[i]; }
  [[nodiscard]] Tag tag(std::uint32_t i) const noexcept { return inside(i) ? tokens_[i].tag : Tag::none; }
  [[nodiscard]] bool space_before(std::uint32_t i) const noexcept { return inside(i) && tokens_[i].space_before; }
  /// Begins with a capital letter of any script that has them.
  [[nodiscard]] bool is_capital(std::uint32_t i) const;
  [[nodiscard]] bool is_possessive(std::uint32_t i) const { return word(i) == "'s" || word(i) == "’s" || bare_apostrophe(i); }
  [[nodiscard]] bool is_quote(std::uint32_t i) const;
  [[nodiscard]] bool is_dash(std::uint32_t i) const { return word(i) == "–" || word(i) == "—" || word(i) == "--"; }

  [[nodiscard]] const Document& document() const noexcept { return *document_; }
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
    return {tokens_[first].span.begin, tokens_[last - 1].span.end};
  }
  /// The text from one token to another, white space folded to one space.
  [[nodiscard]] std::string text(std::uint32_t first, std::uint32_t last) const;
  /// The token whose text ends at this byte, one past it; nothing (0) when the byte is inside a token.
  [[nodiscard]] std::uint32_t token_end_at(std::uint32_t from, std::uint32_t byte) const;

 private:
  [[nodiscard]] bool bare_apostrophe(std::uint32_t i) const;

  const Document* document_;
  std::span<const Token> tokens_;
  std::uint32_t first_, last_;
};

}  // namespace dossier::ingest

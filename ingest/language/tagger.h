/// Parts of speech by a trigram hidden Markov model.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Tags tokens after T. Brants, "TnT: a statistical part-of-speech tagger" (ANLP 2000): word and tag-trigram counts
/// from open treebanks, unknown words by shape and ending. Immutable, thread-safe.
class Tagger {
 public:
  /// From the model's text (make_tagger.py writes it). Throws Error(bad_input) when it is not one.
  explicit Tagger(std::string_view model);
  ~Tagger();
  Tagger(Tagger&&) noexcept;

  /// Sets the tags of one sentence.
  void tag(std::string_view text, std::span<Token> sentence) const;

  /// Dictionary form of a verb or a plural noun ("signed" -> "sign", "talks" -> "talk"); other words in lower case.
  [[nodiscard]] std::string lemma(std::string_view word, Tag tag) const;

  /// Whether the word is known in lower case as a noun, adjective or verb: "security" is, "Kerry" is not.
  [[nodiscard]] bool is_common_word(std::string_view word) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The model that is built in.
[[nodiscard]] const Tagger& english();

}  // namespace dossier::ingest

/// The trained models of English, and the one call that uses them all.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/language/kernels.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Boundaries, tags, lemmas, names and trees. Immutable and thread-safe; weights are read where they lie.
class LanguageModel {
 public:
  /// Maps a model file. The processor must have the instructions; all give the same answers. Throws Error(io) when the file cannot
  /// be read, Error(bad_input) when it is damaged or of another version.
  explicit LanguageModel(const std::filesystem::path& path, Instructions instructions = best_instructions());
  /// From bytes that live as long as the model; `source` is their name in messages.
  LanguageModel(std::string_view bytes, const std::string& source, Instructions instructions = best_instructions());
  ~LanguageModel();
  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;

  /// Reads a document. Pure: any number of documents at once. Takes time in proportion to the text, whatever it is.
  [[nodiscard]] Sentences read(const Document& document) const;
  /// The same for tokens and sentences that are there already (a treebank's): sets all else. `text` is what spans are in.
  void fill(std::string_view text, Sentences& sentences) const;

  /// Dictionary form of a word ("signed" -> "sign", "talks" -> "talk").
  [[nodiscard]] std::string lemma(std::string_view word, Tag tag) const;
  /// Whether the word is known in lower case: "security" is, "Kerry" is not.
  [[nodiscard]] bool is_common_word(std::string_view word) const;

  /// How the model was made: JSON with its recipe, the data with their hashes, and its scores.
  [[nodiscard]] std::string_view about() const;
  /// Bytes of the model.
  [[nodiscard]] std::size_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The model that is built in.
[[nodiscard]] const LanguageModel& english();

/// The door of this room: a Document becomes Sentences, read with the model that is built in.
[[nodiscard]] Sentences analyse(const Document& document);

}  // namespace dossier::ingest

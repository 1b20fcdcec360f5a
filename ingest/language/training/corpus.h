/// Text that nobody has annotated, as sentences of tokens.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "ingest/language/sentence.h"
#include "ingest/language/sentence_boundaries.h"

namespace dossier::ingest::training {

/// Many sentences in one buffer.
class Corpus {
 public:
  /// Sentences end where `boundaries` says, which is kept.
  explicit Corpus(const BoundaryModel& boundaries) : boundaries_(&boundaries) {}

  /// Adds the sentences of the first `part` of the documents of a file, in any format that Dossier reads.
  void add_documents(const std::filesystem::path& path, double part = 1);
  /// Adds the strings that stand under one key anywhere in JSON Lines ("passageText", "sent").
  void add_strings(const std::filesystem::path& path, std::string_view key);
  /// Adds a sentence of given words.
  void add_words(std::span<const std::string> words);

  [[nodiscard]] std::size_t sentences() const { return sentences_.size(); }
  [[nodiscard]] std::size_t tokens() const { return tokens_.size(); }
  [[nodiscard]] std::span<const Token> sentence(std::size_t index) const {
    return std::span(tokens_).subspan(sentences_[index].first, sentences_[index].second);
  }
  [[nodiscard]] const std::string& text() const { return text_; }  ///< what the tokens' spans are in

 private:
  void add(const Document& document);
  bool is_new(std::string_view sentence);

  const BoundaryModel* boundaries_;
  std::string text_;
  std::vector<Token> tokens_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences_;  ///< first token, count
  std::vector<std::uint64_t> seen_;                                 ///< hashes of the sentences, an open table
  std::size_t seen_count_ = 0;
};

}  // namespace dossier::ingest::training

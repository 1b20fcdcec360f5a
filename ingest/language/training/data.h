/// Everything that models are trained from, read and made ready.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ingest/language/training/corpus.h"
#include "ingest/language/training/name_lists.h"
#include "ingest/language/training/sample.h"
#include "ingest/language/treebank.h"
#include "ingest/language/word_table.h"

namespace dossier::ingest::training {

struct DataOptions {
  std::filesystem::path shared;    ///< treebanks, names, gazetteers and raw text
  std::filesystem::path own;       ///< ingest/language: our annotated sentences and name lists
  double part = 1;                 ///< share of the sentences that is used: less for a smoke test
  std::uint32_t largest_vocabulary = 24000;
  std::uint32_t fewest = 3;        ///< how often a word must stand in all text to be in the vocabulary
};

/// A file that went into the model.
struct DataFile {
  std::string name;      ///< relative to `shared` or `own`
  std::string checksum;  ///< sixteen hexadecimal digits
};

class TrainingData {
 public:
  /// Throws Error(io) when a file is missing, Error(bad_input) when one is not what it should be.
  explicit TrainingData(const DataOptions& options);

  [[nodiscard]] const std::string& boundaries() const { return boundaries_; }  ///< section of BoundaryModel
  [[nodiscard]] const std::string& lemmas() const { return lemmas_; }          ///< section of Lemmatizer
  [[nodiscard]] const std::vector<WordTable::Slot>& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const std::vector<WordTable::Slot>& name_lists() const { return name_lists_; }
  /// Words that stand in lower case as nouns, adjectives or verbs in the treebanks.
  [[nodiscard]] const std::vector<WordTable::Slot>& common_words() const { return common_words_; }
  [[nodiscard]] const std::vector<std::uint32_t>& counts() const { return counts_; }  ///< of each row of the vocabulary, row 0 the rest
  [[nodiscard]] const Corpus& corpus() const { return *corpus_; }                     ///< raw text, and the treebanks' sentences
  /// Sentences of the corpus by their origin: press statements, then encyclopaedia, then the treebanks'.
  [[nodiscard]] std::size_t press_sentences() const { return press_sentences_; }
  [[nodiscard]] std::size_t raw_sentences() const { return raw_sentences_; }  ///< without the treebanks'
  [[nodiscard]] const std::vector<Sample>& samples() const { return samples_; }       ///< to learn from
  [[nodiscard]] const std::vector<Sample>& development() const { return development_; }  ///< to watch learning with: EWT's, then GUM's
  [[nodiscard]] const std::vector<DataFile>& files() const { return files_; }

 private:
  std::filesystem::path used(const std::filesystem::path& folder, const std::string& name);
  void count_words(const DataOptions& options);
  void add_case(NameLists& lists) const;

  std::string boundaries_, lemmas_;
  std::unique_ptr<BoundaryModel> boundary_model_;
  std::unique_ptr<Corpus> corpus_;
  std::size_t press_sentences_ = 0, raw_sentences_ = 0;
  std::vector<WordTable::Slot> vocabulary_, name_lists_, common_words_;
  std::vector<std::uint32_t> counts_;
  std::vector<Sample> samples_, development_;
  std::vector<DataFile> files_;
};

}  // namespace dossier::ingest::training

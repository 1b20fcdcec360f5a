/// The language models that a verb reads with.
#pragma once

#include <filesystem>
#include <optional>

#include "ingest/language/language_model.h"

namespace dossier::cli {

/// The models that are built in, or those of a file.
class ChosenModel {
 public:
  /// An empty path is the built-in model. Throws Error(io) when the file cannot be read, and Error(bad_input) when it is
  /// damaged, of another version or no model.
  explicit ChosenModel(const std::filesystem::path& file) {
    if (!file.empty()) own_.emplace(file);
  }
  [[nodiscard]] const ingest::LanguageModel& operator*() const { return own_ ? *own_ : ingest::english(); }
  [[nodiscard]] const ingest::LanguageModel* operator->() const { return &**this; }

 private:
  std::optional<ingest::LanguageModel> own_;
};

}  // namespace dossier::cli

/// Names that labelled facts have as objects, to be found again where they stand inside of other words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

class ListedNames {
 public:
  ListedNames() = default;
  explicit ListedNames(const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const noexcept { return keys_.empty(); }
  /// Calls `use(first, last)` for all tokens [first, last) of a sentence that read as one of the names, whatever stands between
  /// their letters. Linear in the sentence.
  void find(std::string_view text, const Sentences& sentences, const Sentence& sentence, const std::function<void(std::uint32_t, std::uint32_t)>& use) const;

 private:
  std::vector<std::string> keys_;  ///< sorted
};

}  // namespace dossier::ingest

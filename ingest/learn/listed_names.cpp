#include "ingest/learn/listed_names.h"

#include <algorithm>

#include "ingest/learn/agreement.h"

namespace dossier::ingest {

ListedNames::ListedNames(const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (std::string key = name_key(name); key.size() > 1) keys_.push_back(std::move(key));
  std::ranges::sort(keys_);
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

void ListedNames::find(std::string_view text, const Sentences& sentences, const Sentence& sentence,
                       const std::function<void(std::uint32_t, std::uint32_t)>& use) const {
  if (keys_.empty()) return;
  std::vector<std::string> words;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Span span = sentences.tokens[i].span;
    words.push_back(letters_of(text.substr(span.begin, span.size())));
  }
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    std::string read;
    for (std::uint32_t k = i; k < words.size(); ++k) {
      read += words[k];
      const auto at = std::ranges::lower_bound(keys_, read);
      if (at == keys_.end() || !at->starts_with(read)) break;
      if (*at == read && !words[k].empty()) use(sentence.first + i, sentence.first + k + 1);
    }
  }
}

}  // namespace dossier::ingest

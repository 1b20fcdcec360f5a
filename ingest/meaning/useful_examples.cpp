#include "ingest/meaning/useful_examples.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "ingest/language/english_model.h"
#include "ingest/language/language_model.h"
#include "ingest/source/characters.h"
#include "ontology/example_markup.h"

namespace dossier::ingest {
namespace {

/// No pattern is triggered by one of these.
bool is_small(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"a", "about", "after", "against", "also", "an", "and", "as", "at", "before", "between", "by", "during", "for", "from", "his", "in", "into", "its", "of", "on",
       "or", "over", "s", "that", "the", "their", "through", "to", "under", "which", "who", "with"});
  return std::ranges::binary_search(words, word);
}

/// Lemmas that a word may have, by any tag.
class Lemmas {
 public:
  const std::vector<std::string>& of(const std::string& word) {
    const auto [entry, is_new] = known_.try_emplace(word);
    if (!is_new) return entry->second;
    constexpr std::array tags{Tag::NN, Tag::NNS, Tag::VB, Tag::VBD, Tag::VBG, Tag::VBN, Tag::VBP, Tag::VBZ, Tag::JJ, Tag::MD};
    for (const Tag tag : tags)
      if (std::string lemma = english().lemma(word, tag); std::ranges::find(entry->second, lemma) == entry->second.end()) entry->second.push_back(std::move(lemma));
    return entry->second;
  }

 private:
  std::unordered_map<std::string, std::vector<std::string>> known_;
};

template <class Use>
void each_word(std::string_view text, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || static_cast<unsigned char>(c) >= 0x80; };
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) use(lower_ascii(text.substr(at, end - at)));
    at = end + (end == at ? 1 : 0);
  }
}

}  // namespace

std::vector<std::uint32_t> useful_examples(std::span<const ontology::Example> examples, std::string_view text, const Sentences& sentences) {
  Lemmas lemmas;
  std::unordered_set<std::string> there;
  for (const Token& token : sentences.tokens)
    each_word(text.substr(token.span.begin, token.span.size()), [&](const std::string& word) {
      for (const std::string& lemma : lemmas.of(word)) there.insert(lemma);
    });
  std::vector<std::uint32_t> useful;
  for (std::uint32_t e = 0; e < examples.size(); ++e) {
    const std::string_view example = examples[e].text;
    bool may_trigger = false;
    std::size_t arguments = 0;
    for (std::size_t at = 0; at < example.size() && !may_trigger;) {
      const std::size_t open = std::min(example.find('[', at), example.size());
      bool only_small = true;
      each_word(example.substr(at, open - at), [&](const std::string& word) {
        if (is_small(word)) return;
        only_small = false;
        may_trigger = may_trigger || std::ranges::any_of(lemmas.of(word), [&](const std::string& lemma) { return there.contains(lemma); });
      });
      may_trigger = may_trigger || (only_small && arguments > 0 && open < example.size());
      at = std::min(example.find('}', open), example.size() - 1) + 1;
      ++arguments;
    }
    if (may_trigger) useful.push_back(e);
  }
  return useful;
}

}  // namespace dossier::ingest

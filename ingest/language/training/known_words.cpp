#include "ingest/language/training/known_words.h"

#include "ingest/language/boundary_features.h"

namespace dossier::ingest {

std::string known_words(const std::vector<TreebankSentence>& treebank) {
  std::string filter(KnownWords::bytes, '\0'), once(KnownWords::bytes, '\0');
  const KnownWords seen(once);
  for (const TreebankSentence& sentence : treebank) {
    for (const TreebankWord& word : sentence.words) {
      if (word.form.front() < 'a' || word.form.front() > 'z') continue;
      const std::uint32_t hash = word_hash(word.form);
      KnownWords::add(hash, seen.has(hash) ? filter : once);
    }
  }
  return filter;
}

}  // namespace dossier::ingest

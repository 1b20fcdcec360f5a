#include "ingest/language/training/sample.h"

#include <string>

#include "ingest/language/raw_text.h"
#include "ingest/language/relation.h"
#include "ingest/language/sentence.h"

namespace dossier::ingest::training {

std::vector<NameSpan> names_of(const TreebankSentence& sentence) {
  std::vector<NameSpan> names;
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    const std::string& tag = sentence.words[i].name;
    if (tag.size() < 3) continue;
    const std::string_view kind = std::string_view(tag).substr(2);
    const NameKind of = kind == "PER" ? NameKind::person : kind == "LOC" ? NameKind::place : NameKind::organization;
    if (tag[0] == 'I' && !names.empty() && names.back().last == i) names.back().last = i + 1;
    else names.push_back({i, i + 1, of});
  }
  return names;
}

Sample make_sample(const TreebankSentence& sentence, const WordTable& vocabulary, const WordTable& names) {
  Sample sample;
  std::string text;
  std::vector<Token> tokens;
  append_words(sentence, text, tokens);
  bool told = false, tree = true;
  for (const TreebankWord& word : sentence.words) {
    told |= !word.name.empty();
    tree &= !word.relation.empty();
  }
  append_features(text, tokens, vocabulary, names, sample.features);
  if (tree)
    for (const TreebankWord& word : sentence.words) {
      sample.word_classes.push_back(static_cast<std::uint32_t>(word_class_named(word.upos)));
      const Tag tag = treebank_tag(word.xpos);
      sample.tags.push_back(tag == Tag::none ? unknown : static_cast<std::uint32_t>(tag));
      sample.heads.push_back(word.head);
      sample.relations.push_back(static_cast<std::uint32_t>(relation_named(word.relation)));
    }
  if (told) append_name_tags(names_of(sentence), sentence.words.size(), sample.names);
  return sample;
}

}  // namespace dossier::ingest::training

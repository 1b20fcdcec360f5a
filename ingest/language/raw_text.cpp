#include "ingest/language/raw_text.h"

namespace dossier::ingest {

RawText raw_text(const std::vector<TreebankSentence>& treebank) {
  RawText result;
  std::string& text = result.document.text;
  std::uint32_t block = 0;
  const auto size = [&] { return static_cast<std::uint32_t>(text.size()); };
  const auto close = [&] {
    while (!text.empty() && text.back() == ' ' && size() > block) text.pop_back();
    if (size() > block) result.document.blocks.push_back({BlockKind::paragraph, {block, size()}});
    if (!text.empty()) text += "\n\n";
    block = size();
  };
  for (const TreebankSentence& sentence : treebank) {
    if (sentence.new_document || sentence.new_paragraph) close();
    const std::uint32_t begin = size();
    std::uint32_t end = begin;
    for (const TreebankWord& word : sentence.words) {
      text += word.form;
      end = size();
      if (word.space_after) text += ' ';
    }
    result.sentences.push_back({begin, end});
  }
  close();
  return result;
}

void append_words(const TreebankSentence& sentence, std::string& text, std::vector<Token>& tokens) {
  bool space = false;
  for (const TreebankWord& word : sentence.words) {
    Token& token = tokens.emplace_back();
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += word.form;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.space_before = space;
    if (space = word.space_after; space) text += ' ';
  }
}

}  // namespace dossier::ingest

#include "ingest/language/split.h"

#include <vector>

#include "ingest/language/tokenizer.h"

namespace dossier::ingest {

Sentences split_into_sentences(const Document& document, const BoundaryModel& boundaries) {
  Sentences result;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == BlockKind::meta) continue;
    auto first = static_cast<std::uint32_t>(result.tokens.size());
    tokenize(document.text, block.span, result.tokens);
    if (result.tokens.size() == first) continue;
    // A heading is one piece, whatever its capitals and abbreviations look like.
    const bool whole = block.kind == BlockKind::title || block.kind == BlockKind::heading;
    for (const std::uint32_t last : whole ? std::vector{static_cast<std::uint32_t>(result.tokens.size())}
                                          : boundaries.sentence_ends(document.text, result.tokens, first)) {
      const Span span{result.tokens[first].span.begin, result.tokens[last - 1].span.end};
      result.sentences.push_back({span, static_cast<std::uint32_t>(result.sentences.size() + 1), first, last, block.kind, b});
      first = last;
    }
  }
  return result;
}

}  // namespace dossier::ingest

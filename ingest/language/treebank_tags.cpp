#include "ingest/language/treebank_tags.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

/// Marks between two parts of a sentence; all others are NFP.
bool is_dash_or_colon(std::string_view form) {
  constexpr auto marks = std::to_array<std::string_view>({":", ";", "-", "--", "---", "–", "—", "―", "−", "..", "...", "…"});
  return std::ranges::find(marks, form) != marks.end();
}

bool begins_with_any(std::string_view form, std::span<const std::string_view> marks) {
  return std::ranges::any_of(marks, [&](std::string_view mark) { return form.starts_with(mark); });
}

bool is_address(std::string_view form) {
  const std::size_t at = form.find('@');
  return form.starts_with("http://") || form.starts_with("https://") || form.starts_with("www.") ||
         (at != std::string_view::npos && at > 0 && form.find('.', at) != std::string_view::npos);
}

/// One walk over a sentence.
class Walk {
 public:
  Walk(std::string_view text, const Sentences& sentences, const Sentence& sentence)
      : text_(text), tokens_(sentences.tokens), sentence_(sentence) {}

  std::string_view tag(std::uint32_t i) {
    const std::string_view form = text_.substr(tokens_[i].span.begin, tokens_[i].span.size());
    const Tag tag = tokens_[i].tag;
    if (tag == Tag::none) return "_";
    if (tag == Tag::open) return "-LRB-";
    if (tag == Tag::close) return "-RRB-";
    if (tag == Tag::quote) return quote(i, form);
    if (tag == Tag::colon) return form == "-" && !space_before(i) && !space_after(i) ? "HYPH" : is_dash_or_colon(form) ? ":" : "NFP";
    return tag == Tag::NNP && is_address(form) ? "ADD" : name_of(tag);
  }

 private:
  [[nodiscard]] bool space_before(std::uint32_t i) const { return i == sentence_.first || tokens_[i].space_before; }
  [[nodiscard]] bool space_after(std::uint32_t i) const { return i + 1 == sentence_.last || tokens_[i + 1].space_before; }

  std::string_view quote(std::uint32_t i, std::string_view form) {
    constexpr auto opening = std::to_array<std::string_view>({"``", "`", "“", "‘", "„", "‚", "«", "‹"});
    constexpr auto closing = std::to_array<std::string_view>({"''", "”", "’", "»", "›"});
    bool opens = false;
    if (begins_with_any(form, opening)) opens = true;
    else if (!begins_with_any(form, closing)) opens = space_before(i) == space_after(i) ? !open_ : space_before(i);
    open_ = opens;
    return opens ? "``" : "''";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  bool open_ = false;  // a quotation
};

}  // namespace

std::vector<std::string_view> treebank_tags(std::string_view text, const Sentences& sentences, const Sentence& sentence) {
  Walk walk(text, sentences, sentence);
  std::vector<std::string_view> tags;
  tags.reserve(sentence.last - sentence.first);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) tags.push_back(walk.tag(i));
  return tags;
}

}  // namespace dossier::ingest

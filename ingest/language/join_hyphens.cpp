#include <algorithm>
#include <cctype>

#include "ingest/language/treebank.h"
#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

using Words = std::vector<TreebankWord>;

bool is_hyphen(const TreebankWord& word) { return word.form == "-" || word.form == "\u2010" || word.form == "\u2011"; }

/// A letter, a digit, or part of a number or abbreviation on the side that the hyphen touches: "U.S.-Mexico", "$5-6".
bool touches(const std::string& form, bool left) {
  const auto c = static_cast<unsigned char>(left ? form.back() : form.front());
  if (std::isalnum(c) != 0 || (left && c == '.' && form.size() > 1)) return true;
  return c >= 0x80 && form != "“" && form != "”" && form != "‘" && form != "’" && form != "–" && form != "—" &&
         form != "…";
}

/// Whether the hyphen at `i` ties its neighbours into one word.
bool ties(const Words& words, std::size_t i) {
  if (!is_hyphen(words[i]) || i == 0 || i + 1 == words.size()) return false;
  const TreebankWord &left = words[i - 1], &right = words[i + 1];
  if (left.space_after || words[i].space_after || !touches(left.form, true) || !touches(right.form, false))
    return false;
  if (words[i].xpos == "HYPH" || words[i].xpos == "SYM") return true;
  const auto number = static_cast<std::uint32_t>(i);  // of the word on the left; the one on the right has number + 2
  return words[i].upos == "PUNCT" && (left.head == number + 2 || right.head == number);
}

std::vector<std::uint32_t> depths(const Words& words) {
  std::vector<std::uint32_t> depth(words.size(), 0);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::uint32_t at = words[i].head; at != 0; at = words[at - 1].head) ++depth[i];
  return depth;
}

bool is_capital(std::string_view text) {
  return !text.empty() && std::isupper(static_cast<unsigned char>(text.front())) != 0;
}

/// A name: its head is one, and no other content word is there than names and numbers ("F-16", "al-Ani").
bool is_proper(const Words& group, const TreebankWord& head) {
  if (head.upos == "PROPN") return true;
  if (head.upos == "ADJ" || head.upos == "VERB" || head.upos == "ADV") return false;
  bool name = false;
  for (const TreebankWord& word : group) {
    name = name || word.upos == "PROPN";
    if (word.upos == "NOUN" || word.upos == "ADJ" || word.upos == "VERB" || word.upos == "ADV") return false;
  }
  return name;
}

bool is_number(const Words& group) {
  return std::ranges::all_of(group,
                             [](const TreebankWord& w) { return w.upos == "NUM" || is_hyphen(w) || w.upos == "SYM"; });
}

/// Small letters but for what is a name or made of one; the last part as its lemma where that is the head.
std::string lemma_of(const Words& group, bool proper, bool adjective, bool head_is_last) {
  std::string lemma;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const TreebankWord& word = group[i];
    if (!adjective && head_is_last && i + 1 == group.size()) {
      lemma += word.lemma;
    } else {
      lemma += proper || is_capital(word.lemma) ? word.form : lower_ascii(word.form);
    }
  }
  return lemma;
}

/// One tag for the group: its own where all parts belong to one name, or where it is a name itself; else none.
std::string name_of(const Words& group, const TreebankWord& head, bool proper) {
  const std::string& first = group.front().name;
  if (first.size() < 3) return proper && head.name.size() > 2 ? "B-" + head.name.substr(2) : first;
  for (const TreebankWord& word : group)
    if (word.name.size() < 3 || word.name.substr(2) != first.substr(2)) return proper ? first : "O";
  return first;
}

TreebankWord joined(const Words& words, std::size_t first, std::size_t last, std::size_t top) {
  const Words group(words.begin() + static_cast<std::ptrdiff_t>(first),
                    words.begin() + static_cast<std::ptrdiff_t>(last));
  TreebankWord result = words[top];
  const bool proper = is_proper(group, result), number = is_number(group);
  if (proper && result.upos != "PROPN") {
    result.upos = "PROPN";
    result.xpos = "NNP";
  }
  const bool before = result.head > last;  // the head stands behind the group
  bool adjective = false;
  if (!proper && !number && before) {
    const std::string& noun = words[result.head - 1].upos;
    adjective = (noun == "NOUN" || noun == "PROPN" || noun == "NUM" || noun == "SYM") &&
                (result.relation == "compound" || result.relation == "amod" || result.relation == "nummod");
  }
  if (adjective) {
    result.upos = "ADJ";
    result.xpos = "JJ";
    result.relation = "amod";
  }
  result.form.clear();
  for (const TreebankWord& word : group) result.form += word.form;
  result.lemma = lemma_of(group, proper, adjective, top + 1 == last);
  result.name = name_of(group, words[top], proper);
  result.space_after = group.back().space_after;
  return result;
}

}  // namespace

TreebankSentence join_hyphens(const TreebankSentence& sentence) {
  const Words& words = sentence.words;
  TreebankSentence result{sentence.id, sentence.text, sentence.new_paragraph, sentence.new_document, {}};
  result.words.reserve(words.size());
  const std::vector<std::uint32_t> depth = depths(words);
  std::vector<std::uint32_t> number(words.size() + 1, 0);  // old number -> new number
  std::uint32_t surface = 0, old_surface = words.empty() ? 0 : words.front().surface;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first + 1;
    while (last + 1 < words.size() && ties(words, last)) last += 2;
    // The highest word's way to the root meets no other of the group, so that the group can hang where it hangs.
    std::size_t top = first;
    for (std::size_t i = first; i < last; ++i)
      if (!is_hyphen(words[i]) && depth[i] <= depth[top]) top = i;
    if (words[first].surface != old_surface) ++surface;
    old_surface = words[last - 1].surface;
    result.words.push_back(last == first + 1 ? words[first] : joined(words, first, last, top));
    result.words.back().surface = surface;
    for (std::size_t i = first; i < last; ++i) number[i + 1] = static_cast<std::uint32_t>(result.words.size());
    first = last;
  }
  for (TreebankWord& word : result.words) word.head = number[word.head];
  for (std::size_t i = 0; i < result.words.size(); ++i) {  // a name may have lost its first word
    std::string& name = result.words[i].name;
    if (!name.starts_with("I-")) continue;
    const std::string_view before = i > 0 ? std::string_view(result.words[i - 1].name) : std::string_view();
    if (before.size() < 3 || before.substr(2) != std::string_view(name).substr(2)) name[0] = 'B';
  }
  return result;
}

}  // namespace dossier::ingest

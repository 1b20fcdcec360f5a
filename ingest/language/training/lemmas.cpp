#include "ingest/language/training/lemmas.h"

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <map>

#include "graph/error/error.h"
#include "ingest/language/lemmatizer.h"
#include "ingest/language/training/known_words.h"

namespace dossier::ingest {
namespace {

using Case = LemmaEdit::Case;

struct Edit {
  Case letters = Case::lower;
  std::uint8_t strip = 0;
  std::string append;
  auto operator<=>(const Edit&) const = default;
};

using Counts = std::map<Edit, std::uint32_t>;
using Key = std::pair<std::string, std::string>;  // tag; word in lower case, or an ending

const Edit& most_frequent(const Counts& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
}

std::uint32_t count_of(const Counts& counts, const Edit& edit) {
  const auto found = counts.find(edit);
  return found == counts.end() ? 0 : found->second;
}

/// All edits that make the lemma of the form, those that change its case alike left out.
void count_edits(const std::string& form, const std::string& lemma, Counts& counts) {
  for (const Case letters : {Case::lower, Case::capital, Case::keep}) {
    std::string changed;
    change_case(form, letters, changed);
    std::size_t same = 0;
    while (same < std::min(changed.size(), lemma.size()) && changed[same] == lemma[same]) ++same;
    while (same > 0 && ((same < changed.size() && (static_cast<unsigned char>(changed[same]) & 0xC0U) == 0x80) ||
                        (same < lemma.size() && (static_cast<unsigned char>(lemma[same]) & 0xC0U) == 0x80)))
      --same;                                           // no character is cut
    if (letters != Case::lower && same == 0) continue;  // nothing of the form is left, so its case does not matter
    ++counts[{letters, static_cast<std::uint8_t>(changed.size() - same), lemma.substr(same)}];
  }
}

/// The edit of each word and tag that is right most often.
std::map<Key, Edit> words(const std::vector<TreebankSentence>& treebank) {
  std::map<Key, Counts> counts;
  for (const TreebankSentence& sentence : treebank) {
    for (const TreebankWord& word : sentence.words) {
      std::string lower;
      change_case(word.form, Case::lower, lower);
      if (lower.size() > Lemmatizer::longest_word || word.lemma.size() > Lemmatizer::longest_word ||
          word.lemma == "_" || (word.xpos == "CD" && word.form.front() >= '0' && word.form.front() <= '9'))
        continue;
      count_edits(word.form, word.lemma, counts[{word.xpos, lower}]);
    }
  }
  std::map<Key, Edit> result;
  for (auto& [key, edits] : counts) {
    if (key.first.starts_with("NNP")) {  // names keep their case where nothing speaks against it
      for (auto& [edit, count] : edits) count = 2 * count + (edit.letters == Case::keep ? 1 : 0);
    } else {
      // Of edits that are right equally often, the one that keeps most of the form.
      for (auto& [edit, count] : edits) count = 64 * count + (32U - std::min<std::uint32_t>(edit.strip, 32));
    }
    result.emplace(key, most_frequent(edits));
  }
  return result;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// "fade" + "ed" is "faded", "apply" + "ed" is "applied".
std::string inflected(const std::string& lemma, const std::string& ending) {
  const char last = lemma.back(), before = lemma[lemma.size() - 2];
  std::string stem = lemma;
  if (last == 'e' && ending.front() == 'i' && (before == 'e' || before == 'o' || before == 'y'))
    return stem + ending;  // "seeing"
  if (last == 'e' && ending.front() != 's') stem.pop_back();
  if (last == 'y' && !is_vowel(before) && ending.front() != 'i') {
    stem.back() = 'i';
    return stem + (ending == "s" ? "es" : ending);
  }
  const bool hisses = last == 's' || last == 'x' || last == 'z' || ((before == 's' || before == 'c') && last == 'h');
  return stem + (ending == "s" && hisses ? "es" : ending);
}

/// Regular forms of known words that were not seen themselves.
void add_regular_forms(std::map<Key, Edit>& words) {
  constexpr auto forms = std::to_array<std::array<std::string_view, 3>>({{"VB", "VBD", "ed"},
                                                                         {"VB", "VBN", "ed"},
                                                                         {"VB", "VBG", "ing"},
                                                                         {"VB", "VBZ", "s"},
                                                                         {"NN", "NNS", "s"},
                                                                         {"JJ", "JJR", "er"},
                                                                         {"JJ", "JJS", "est"}});
  std::map<Key, std::string> lemmas;  // coarse tag, lemma
  for (const auto& [key, edit] : words) {
    const std::string coarse = key.first.starts_with("VB") ? "VB" : key.first;
    if (edit.letters != Case::lower || (coarse != "VB" && coarse != "NN" && coarse != "JJ")) continue;
    const std::string lemma =
        key.second.substr(0, key.second.size() - std::min<std::size_t>(key.second.size(), edit.strip)) + edit.append;
    if (lemma.size() > 2 && std::ranges::all_of(lemma, [](char c) { return c >= 'a' && c <= 'z'; }))
      lemmas.emplace(Key{coarse, lemma}, "");
  }
  std::map<Key, Edit> more;
  for (const auto& [from, to, ending] : forms) {
    for (const auto& [key, nothing] : lemmas) {
      if (key.first != from || (from == "JJ" && key.second.size() > 7)) continue;
      const std::string form = inflected(key.second, std::string(ending));
      Counts counts;
      count_edits(form, key.second, counts);
      more.emplace(Key{std::string(to), form}, most_frequent(counts));
    }
  }
  const auto copy = words;
  for (const auto& [key, edit] : copy) {  // "fought" is both
    if (key.first == "VBD") words.emplace(Key{"VBN", key.second}, edit);
    if (key.first == "VBN") words.emplace(Key{"VBD", key.second}, edit);
  }
  words.insert(more.begin(), more.end());
}

/// The rules, shorter endings first.
std::map<Key, Edit> rules(const std::map<Key, Edit>& words, const LemmaTraining& how) {
  std::map<Key, Counts> endings;
  for (const auto& [key, edit] : words) {
    for (std::size_t size = 0; size <= std::min(Lemmatizer::longest_ending, key.second.size()); ++size)
      if (edit.strip <= std::max<std::size_t>(size, 4))
        ++endings[{key.first, key.second.substr(key.second.size() - size)}][edit];
  }
  std::map<Key, Edit> result;
  for (std::size_t size = 0; size <= Lemmatizer::longest_ending; ++size) {
    for (const auto& [key, counts] : endings) {
      if (key.second.size() != size) continue;
      const Edit& best = most_frequent(counts);
      if (size == 0) {
        result.emplace(key, best);
        continue;
      }
      std::uint32_t now = 0;  // what the longest shorter rule gets right
      for (std::size_t shorter = 1; shorter <= size; ++shorter) {
        const auto rule = result.find({key.first, key.second.substr(shorter)});
        if (rule == result.end()) continue;
        now = count_of(counts, rule->second);
        break;
      }
      if (count_of(counts, best) >= now + how.gain) result.emplace(key, best);
    }
  }
  return result;
}

/// Whether the rules make another lemma than the edit does; with capitals as well where the edit is about them.
bool differs(const Lemmatizer& rules, const Key& key, const Edit& edit) {
  std::string capital, lemma;
  change_case(key.second, Case::capital, capital);
  std::string capitals = key.second;
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  for (const std::string& form : {key.second, capital, capitals}) {
    std::string wanted;
    change_case(form, edit.letters, wanted);
    wanted.resize(wanted.size() - std::min<std::size_t>(wanted.size(), edit.strip));
    wanted += edit.append;
    rules.lemmatize(form, key.first, lemma);
    if (lemma != wanted) return true;
    if (edit.letters == Case::lower) break;
  }
  return false;
}

std::uint32_t key_of(const Key& key, bool whole) {
  LemmaKey hash(key.first);
  for (std::size_t i = key.second.size(); i-- > 0;) hash.longer(key.second[i]);
  return whole ? hash.word() : hash.ending();
}

template <class Value>
void append(std::string& bytes, Value value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string section(const std::map<std::uint32_t, Edit>& entries, const std::string& filter) {
  std::map<Edit, std::uint16_t> numbers;
  for (const auto& [key, edit] : entries) numbers.emplace(edit, 0);
  if (numbers.empty() || numbers.size() > 65535)
    throw Error(ErrorKind::bad_input, "a treebank gives no table of lemmas");
  std::string edits, text;
  std::uint16_t number = 0;
  for (auto& [edit, value] : numbers) {
    value = number++;
    for (const std::size_t byte :
         {static_cast<std::size_t>(edit.letters), std::size_t{edit.strip}, edit.append.size(), std::size_t{0}})
      edits += static_cast<char>(static_cast<unsigned char>(byte));
    text += edit.append;
  }
  const std::size_t slots = std::bit_ceil(entries.size() + entries.size() / 4 + 1);
  std::vector<std::uint32_t> keys(slots, 0);
  std::vector<std::uint16_t> values(slots, 0);
  for (const auto& [key, edit] : entries) {
    std::size_t slot = key & (slots - 1);
    while (keys[slot] != 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    values[slot] = numbers.at(edit);
  }
  std::string bytes = "LEM1";
  for (const std::size_t size : {slots, numbers.size(), text.size()}) append(bytes, static_cast<std::uint32_t>(size));
  for (const std::uint32_t key : keys) append(bytes, key);
  for (const std::uint16_t value : values) append(bytes, value);
  return bytes + edits + text + filter;
}

}  // namespace

std::string train_lemmas(const std::vector<TreebankSentence>& treebank, const LemmaTraining& how) {
  const std::string filter = known_words(treebank);
  std::map<Key, Edit> known = words(treebank);
  add_regular_forms(known);
  std::map<std::uint32_t, Edit> entries;
  for (const auto& [key, edit] : rules(known, how)) entries.emplace(key_of(key, false), edit);
  const std::string rules_only = section(entries, filter);
  const Lemmatizer by_rules(rules_only);
  // What the rules get wrong is kept word by word.
  for (const auto& [key, edit] : known)
    if (differs(by_rules, key, edit)) entries.emplace(key_of(key, true), edit);
  return section(entries, filter);
}

}  // namespace dossier::ingest

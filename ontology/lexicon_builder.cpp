#include "ontology/lexicon_builder.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "ontology/lexicon_state.h"
#include "ontology/plural.h"
#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

/// A name of up to four letters is as often a word or an abbreviation when it stands in capitals ("MALI", "CHAD").
constexpr std::size_t longest_never_in_capitals = 4;
/// "MoU", "NGO", "DPM": in lower case such a label would be a word, or nothing.
constexpr std::size_t longest_abbreviation = 5;

bool is_abbreviation(std::string_view label) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < label.size();) {
    const Letter letter = letter_at(label, at);
    if (letter.code == U' ') return false;
    letters += is_word_letter(letter.code) ? 1 : 0;
    capitals += is_upper_case(letter.code) ? 1 : 0;
    at += letter.length;
  }
  return capitals >= 2 && letters <= longest_abbreviation;
}

std::size_t letters_in(std::string_view label) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < label.size();) {
    const Letter letter = letter_at(label, at);
    letters += is_word_letter(letter.code) ? 1 : 0;
    at += letter.length;
  }
  return letters;
}

/// The order in which a match lists its meanings.
int rank(LabelKind kind) {
  switch (kind) {
    case LabelKind::name:
      return 0;
    case LabelKind::metonym:
      return 1;
    case LabelKind::demonym:
      return 2;
    case LabelKind::title:
      return 3;
    case LabelKind::honorific:
      return 4;
    case LabelKind::class_label:
      return 5;
  }
  return 6;
}

/// A meaning of a text, and whether it takes the plural of the label to mean it.
struct Meaning {
  Entry entry;
  bool plural = false;

  [[nodiscard]] auto order() const { return std::tuple(rank(entry.kind), entry.thing, plural, entry.label); }
  [[nodiscard]] bool same_thing(const Meaning& other) const {
    return entry.kind == other.entry.kind && entry.thing == other.entry.thing;
  }
};

/// Each thing once. What is a label as it stands ("people") is no longer the plural of another thing's ("person").
std::vector<Meaning> settled(std::vector<Meaning> meanings) {
  std::ranges::sort(meanings, {}, &Meaning::order);
  std::vector<Meaning> result;
  for (const Meaning& meaning : meanings) {
    if (!result.empty() && result.back().same_thing(meaning)) {
      result.back().plural |= meaning.plural;
      continue;
    }
    const bool written = std::ranges::any_of(
        meanings, [&meaning](const Meaning& other) { return other.entry.kind == meaning.entry.kind && !other.plural; });
    if (!meaning.plural || !written) result.push_back(meaning);
  }
  return result;
}

EntryRange append(const std::vector<Meaning>& meanings, std::vector<Entry>& entries) {
  EntryRange range{static_cast<std::uint32_t>(entries.size()), static_cast<std::uint32_t>(meanings.size()), false};
  for (const Meaning& meaning : meanings) {
    range.plural |= meaning.plural;
    entries.push_back(meaning.entry);
  }
  return range;
}

}  // namespace

std::uint32_t LexiconBuilder::add(KnownEntity entity) {
  const auto thing = static_cast<std::uint32_t>(entities_.size());
  add(LabelKind::name, thing, entity.name);
  for (const std::string& name : entity.names) add(LabelKind::name, thing, name);
  entities_.push_back(std::move(entity));
  return thing;
}

std::uint32_t LexiconBuilder::add(Title title) {
  const auto thing = static_cast<std::uint32_t>(titles_.size());
  add(title.honorific ? LabelKind::honorific : LabelKind::title, thing, title.label);
  titles_.push_back(std::move(title));
  return thing;
}

void LexiconBuilder::add(LabelKind kind, std::uint32_t thing, std::string_view label) {
  const Entry entry{kind, thing, std::string(label)};
  if (kind != LabelKind::class_label && kind != LabelKind::title) return add_as_written(entry);
  if (is_abbreviation(fold_marks(label))) return add_abbreviation(entry);
  add_in_any_case(entry);
}

void LexiconBuilder::add_in_any_case(const Entry& entry) {
  const std::string folded = fold_all(entry.label);
  if (folded.empty()) return;
  forms_.push_back({folded, {}, entry, false});
  for (const std::string& plural : plurals(folded)) forms_.push_back({fold_all(plural), {}, entry, true});
}

void LexiconBuilder::add_as_written(const Entry& entry) {
  const std::string label = fold_marks(entry.label);
  add_form(entry, label, false);
  add_form(entry, capitalised(label), false);
  if (entry.kind == LabelKind::honorific || letters_in(label) > longest_never_in_capitals)
    add_form(entry, upper_case(label), false);
}

void LexiconBuilder::add_abbreviation(const Entry& entry) {
  const std::string label = fold_marks(entry.label);
  add_form(entry, label, false);
  for (const std::string& plural : plurals(label)) add_form(entry, plural, true);
}

void LexiconBuilder::add_form(const Entry& entry, std::string_view exact, bool plural) {
  if (!exact.empty()) forms_.push_back({fold_all(exact), std::string(exact), entry, plural});
}

Lexicon LexiconBuilder::build() {
  std::ranges::sort(forms_, {}, [](const Form& form) { return std::tie(form.folded, form.exact); });
  auto state = std::make_unique<Lexicon::State>();
  std::vector<std::string> keys;
  for (auto form = forms_.begin(); form != forms_.end();) {
    keys.push_back(form->folded);
    Meanings meanings;
    meanings.first_spelling = static_cast<std::uint32_t>(state->spellings.size());
    std::vector<Meaning> in_any_case;
    const auto same_key = [&keys](const Form& other) { return other.folded == keys.back(); };
    for (; form != forms_.end() && same_key(*form) && form->exact.empty(); ++form)
      in_any_case.push_back({form->entry, form->plural});
    meanings.in_any_case = append(settled(in_any_case), state->entries);
    while (form != forms_.end() && same_key(*form)) {
      const std::string exact = form->exact;
      std::vector<Meaning> all = in_any_case;
      for (; form != forms_.end() && same_key(*form) && form->exact == exact; ++form)
        all.push_back({form->entry, form->plural});
      state->spellings.push_back({exact, append(settled(std::move(all)), state->entries)});
      ++meanings.spellings;
    }
    state->meanings.push_back(meanings);
  }
  state->trie = LabelTrie(keys);
  state->entities = std::exchange(entities_, {});
  state->titles = std::exchange(titles_, {});
  forms_.clear();
  return Lexicon(std::move(state));
}

}  // namespace dossier::ontology

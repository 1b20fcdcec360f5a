#include "ingest/meaning/labels.h"

#include <algorithm>

#include "ingest/language/language_model.h"

namespace dossier::ingest {

using ontology::Entry;
using ontology::LabelKind;

Labels::Labels(const Words& words, const ontology::Ontology& ontology, std::span<const DateExpression> dates, std::span<const NameSpan> seen)
    : w_(words), ontology_(ontology), dates_(dates) {
  const auto begin = std::ranges::lower_bound(seen, words.first(), {}, &NameSpan::first);
  const auto end = std::ranges::lower_bound(seen, words.last(), {}, &NameSpan::first);
  seen_ = {begin, end};
}

std::uint32_t Labels::date_at(std::uint32_t i) const {
  for (const DateExpression& date : dates_)
    if (date.first == i) return date.last;
  return 0;
}

const NameSpan* Labels::seen(std::uint32_t i) const {
  const auto found = std::ranges::lower_bound(seen_, i, {}, &NameSpan::first);
  return found != seen_.end() && found->first == i && found->last <= w_.last() ? &*found : nullptr;
}

bool Labels::is_seen_person(std::uint32_t i) const {
  const NameSpan* const name = seen(i);
  return name != nullptr && name->kind == NameKind::person;
}

std::optional<Label> Labels::at(std::uint32_t i, std::uint32_t skip) const {
  if (!w_.inside(i)) return std::nullopt;
  Span span = w_.span(i, i + 1);
  span.begin += skip;
  const Span sentence = w_.span(w_.first(), w_.last());
  const auto match = ontology_.lexicon.longest(std::string_view(w_.document().text).substr(0, sentence.end), span.begin);
  if (!match) return std::nullopt;
  const std::uint32_t end = w_.token_end_at(i, span.begin + static_cast<std::uint32_t>(match->length));
  if (end == 0) return std::nullopt;
  return Label{end, *match};
}

std::optional<ontology::ClassId> Labels::class_label(std::uint32_t first, std::uint32_t last, bool only_end) const {
  std::optional<ontology::ClassId> at_start, inside;
  for (std::uint32_t j = first; j < last; ++j) {
    const auto found = at(j);
    if (!found || found->last > last) continue;
    const Entry* entry = found->of(LabelKind::class_label);
    if (entry == nullptr) continue;
    const auto type = static_cast<ontology::ClassId>(entry->thing);
    if (found->last == last && !at_start) return type;
    const std::string next = w_.lower(found->last);
    if (next == "of" || next == "for" || next == "on") {
      if (!at_start) at_start = type;
    } else if (!inside) {
      inside = type;
    }
  }
  if (only_end) return std::nullopt;
  return at_start ? at_start : inside;
}

bool Labels::joins_on(std::uint32_t j) const {
  const std::string word = w_.lower(j);
  if (word == "of") return w_.is_capital(j + 1);
  if (word != "and" && word != "," && word != "&") return false;
  const std::uint32_t next = j + 1;
  if (!w_.is_capital(next) || !english().is_common_word(w_.word(next))) return false;
  const auto found = at(next);
  return !found || (!found->is_name() && found->of(LabelKind::title) == nullptr && found->of(LabelKind::demonym) == nullptr);
}

bool Labels::after_place_word(std::uint32_t i) const {
  const std::string before = w_.lower(i - 1);
  if (before == "in" || before == "near" || before == "outside" || before == "across") return true;
  return before == "of" && (w_.lower(i - 2) == "coast" || w_.lower(i - 2) == "city" || w_.lower(i - 2) == "town" || w_.lower(i - 2) == "province");
}

std::uint32_t Labels::sequence_end(std::uint32_t i) const {
  const auto whole = at(i);
  std::uint32_t j = whole && whole->of(LabelKind::class_label) != nullptr ? whole->last : i;  // "Memorandum of Understanding"
  bool list = false;  // inside "of A, B and C"
  while (w_.inside(j)) {
    if (j > i && date_at(j) != 0) break;
    if (w_.is_capital(j) || (j > i && w_.tag(j) == Tag::CD && w_.word(j).size() <= 9 && is_name_number(j))) {
      ++j;
      continue;
    }
    const std::string word = w_.lower(j);
    if ((word == "of" || word == "for") && has_label(i, j)) {
      std::uint32_t next = j + 1;
      if (w_.lower(next) == "the") ++next;
      if (!w_.is_capital(next)) break;
      const auto found = at(next);
      if (word == "for" && found && found->is_name()) break;
      list = true;
      j = next;
      continue;
    }
    if ((word == "and" || word == "," || word == "&") && list && joins_on(j)) {
      ++j;
      continue;
    }
    if (word == "&" && w_.is_capital(j + 1)) {
      ++j;
      continue;
    }
    if (w_.is_possessive(j) && w_.is_capital(j + 1) && j > i && !label_covers(i, j) && ends_with_label(j + 1)) {
      ++j;
      continue;
    }
    break;
  }
  return j;
}

/// "Framework 2017-2020", "World War II"; not a number that begins something else
bool Labels::is_name_number(std::uint32_t j) const {
  const std::string_view word = w_.word(j);
  return word.find('-') != std::string_view::npos || (word.size() <= 2 && !is_noun(w_.tag(j + 1)));
}

bool Labels::label_covers(std::uint32_t first, std::uint32_t last) const {
  const auto found = at(first);
  return found && found->last >= last && (found->is_name() || found->of(LabelKind::demonym) != nullptr);
}

bool Labels::has_label(std::uint32_t first, std::uint32_t last) const {
  return class_label(first, last, false).has_value();
}

bool Labels::ends_with_label(std::uint32_t i) const {
  std::uint32_t j = i;
  while (w_.is_capital(j)) ++j;
  const auto found = class_label(i, j, false);
  return found.has_value();
}

}  // namespace dossier::ingest

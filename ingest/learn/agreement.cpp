#include "ingest/learn/agreement.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "ingest/source/characters.h"
#include "ingest/source/month_names.h"

namespace dossier::ingest {
namespace {

/// "2001-5-5" of a date with a year, less what is first in it; nothing of other words.
std::string date_key(std::string_view words) {
  if (words.size() > 24 || words.size() < 4) return {};
  unsigned year = 0, month = 0, day = 0;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return true;
    const std::string one = std::exchange(word, {});
    if (const unsigned named = month_named(one); named != 0) return month == 0 && (month = named, true);
    for (const std::string_view end : {"st", "nd", "rd", "th"})
      if (one.size() > 2 && one.ends_with(end) && one.find_first_not_of("0123456789") == one.size() - 2) return day == 0 && (day = static_cast<unsigned>(std::atoi(one.c_str())), true);
    if (one == "of") return true;
    if (one.find_first_not_of("0123456789") != std::string::npos) return false;
    const auto number = static_cast<unsigned>(std::atoi(one.c_str()));
    if (one.size() == 4 && year == 0) return year = number, true;
    if (one.size() > 2) return false;
    // "2001-05-05"
    if (year != 0 && month == 0) return (month = number) <= 12;
    return day == 0 && (day = number) <= 31;
  };
  for (const char c : lower_ascii(words)) {
    if (c != ' ' && c != ',' && c != '-') word += c;
    else if (!take()) return {};
  }
  if (!take() || year == 0 || (day != 0 && month == 0)) return {};
  std::string key = std::to_string(year);
  if (month > 1 || day > 1) key += '-' + std::to_string(month);
  if (day > 1) key += '-' + std::to_string(day);
  return key;
}

}  // namespace

std::string letters_of(std::string_view words) {
  std::string letters;
  for (const char c : lower_ascii(words))
    if (std::string_view("\"'.,() \t\n").find(c) == std::string_view::npos) letters += c;
  return letters;
}

std::string name_key(std::string_view name) {
  if (std::string date = date_key(name); !date.empty()) return date;
  while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
  if (name.size() > 4 && lower_ascii(name.substr(0, 4)) == "the ") name.remove_prefix(4);
  return letters_of(name);
}

bool is_same_fact(const FactEnd& subject, const FactEnd& object, const FactEnd& other_subject, const FactEnd& other_object) {
  const auto overlap = [](const Span& one, const Span& other) { return one.begin < other.end && other.begin < one.end; };
  if (subject.place && object.place && other_subject.place && other_object.place)
    return overlap(*subject.place, *other_subject.place) && overlap(*object.place, *other_object.place);
  return subject.name == other_subject.name && object.name == other_object.name;
}

Agreement agreement(std::span<const LabelledFact> gold, std::span<const LabelledFact> found, bool by_name) {
  using Fact = std::pair<FactEnd, FactEnd>;
  const auto ends = [](std::span<const LabelledFact> facts) {
    std::vector<Fact> result;
    for (const LabelledFact& fact : facts)
      result.emplace_back(FactEnd{fact.subject_place, name_key(fact.subject)}, FactEnd{fact.object_place, name_key(fact.object)});
    return result;
  };
  std::vector<Fact> left = ends(gold);
  const std::vector<Fact> all = ends(found);
  Agreement result;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const auto& [subject, object] = all[k];
    const auto same_name = [&](const Fact& other) { return other.first.name == subject.name && other.second.name == object.name; };
    if (by_name && std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), same_name)) continue;
    const auto hit = std::ranges::find_if(left, [&](const Fact& fact) { return is_same_fact(fact.first, fact.second, subject, object); });
    if (hit == left.end()) {
      ++result.wrong;
      continue;
    }
    ++result.hits;
    left.erase(hit);
  }
  result.missed = left.size();
  return result;
}

}  // namespace dossier::ingest

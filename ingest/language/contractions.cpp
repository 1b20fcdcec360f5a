#include "ingest/language/contractions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t longest = 12;  // of a contraction without an apostrophe

/// Lower case, sorted; the number is where the second word begins.
constexpr auto spelled = std::to_array<std::pair<std::string_view, std::uint32_t>>(
    {{"aint", 2},   {"arent", 3}, {"cannot", 3}, {"cant", 2},     {"couldnt", 5}, {"didnt", 3},
     {"doesnt", 4}, {"dont", 2},  {"gonna", 3},  {"gotta", 3},    {"hadnt", 3},   {"hasnt", 3},
     {"havent", 4}, {"isnt", 2},  {"outta", 3},  {"shouldnt", 6}, {"thats", 4},   {"theres", 5},
     {"wanna", 3},  {"wasnt", 3}, {"werent", 4}, {"whats", 4},    {"wont", 2},    {"wouldnt", 5}});
constexpr auto after_apostrophe = std::to_array<std::string_view>({"d", "ll", "m", "re", "s", "ve"});
constexpr auto units = std::to_array<std::string_view>(
    {"AM", "Hz", "K",  "M",   "MM", "PM", "am", "b",    "bn", "cm", "ft",  "hh", "hrs", "k",  "kb", "kg",
     "km", "kw", "lb", "lbs", "m",  "mb", "mg", "mins", "ml", "mm", "mph", "p",  "pm",  "sq", "t",  "x"});

/// The size of an apostrophe at `at`: 1, 3, or 0 where none is.
std::size_t apostrophe(std::string_view word, std::size_t at) {
  if (word[at] == '\'' || word[at] == '`') return 1;
  return word.substr(at).starts_with("\u2019") ? 3 : 0;
}

/// "70's", "1990's": a decade, one word.
bool is_decade(std::string_view number) {
  return number.size() >= 2 && number.size() <= 4 && number.back() == '0' &&
         number.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where the last contracted part begins; 0 when there is none.
std::size_t last_split(std::string_view word) {
  for (std::size_t at = word.size(); at-- > 0 && word.size() - at <= 5;) {
    const std::size_t size = apostrophe(word, at);
    if (size == 0) continue;
    const std::string tail = lower_ascii(word.substr(at + size));
    if (tail == "s" && is_decade(word.substr(0, at))) return 0;
    if (std::ranges::binary_search(after_apostrophe, tail)) return at;
    if (tail == "t" && at > 1 && (word[at - 1] == 'n' || word[at - 1] == 'N')) return at - 1;
    return 0;
  }
  return 0;
}

std::size_t unit_split(std::string_view word) {
  if (word.front() < '0' || word.front() > '9') return 0;
  const std::size_t letters = word.find_last_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") + 1;
  if (letters == 0 || letters == word.size() || word[letters - 1] < '0' || word[letters - 1] > '9') return 0;
  return std::ranges::binary_search(units, word.substr(letters)) ? letters : 0;
}

}  // namespace

void contraction_splits(std::string_view word, std::vector<std::uint32_t>& splits) {
  if (word.empty()) return;
  const std::size_t before = splits.size();
  std::string_view rest = word;
  for (std::size_t at = last_split(rest); at > 0; at = last_split(rest)) {
    splits.push_back(static_cast<std::uint32_t>(at));
    rest = rest.substr(0, at);
  }
  std::reverse(splits.begin() + static_cast<std::ptrdiff_t>(before), splits.end());
  if (splits.size() > before) return;
  if (word.size() <= longest) {
    const std::string lower = lower_ascii(word);
    const auto found = std::ranges::lower_bound(spelled, std::string_view(lower), {},
                                                &std::pair<std::string_view, std::uint32_t>::first);
    if (found != spelled.end() && found->first == lower) splits.push_back(found->second);
    if (lower == "dunno") splits.insert(splits.end(), {2, 3});
    if (lower == "im" || lower == "ive") splits.push_back(1);
    if (splits.size() > before) return;
  }
  if (const std::size_t unit = unit_split(word); unit > 0) splits.push_back(static_cast<std::uint32_t>(unit));
}

bool is_clitic(std::string_view part) {
  if (part.empty() || part.size() > 5) return false;
  const std::string lower = lower_ascii(part);
  if (const std::size_t size = apostrophe(lower, 0); size > 0)
    return lower.size() == size || std::ranges::binary_search(after_apostrophe, std::string_view(lower).substr(size));
  constexpr auto others =
      std::to_array<std::string_view>({"a", "m", "n", "n't", "na", "no", "not", "nt", "n\u2019t", "s", "ta", "ve"});
  return std::ranges::binary_search(others, std::string_view(lower));
}

}  // namespace dossier::ingest

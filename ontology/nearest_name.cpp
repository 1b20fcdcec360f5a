#include "ontology/nearest_name.h"

#include <algorithm>
#include <utility>

#include "ontology/text_folding.h"

namespace dossier::ontology {
namespace {

std::u32string folded_letters(std::string_view name) {
  std::u32string letters;
  for (std::size_t at = 0; at < name.size();) {
    const Letter letter = letter_at(name, at);
    letters.push_back(fold_case(letter.code));
    at += letter.length;
  }
  return letters;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  // three rows of the table: the row before last is for swapped neighbours
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  return distance(folded_letters(one), folded_letters(other));
}

std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> known, std::size_t most) {
  const std::u32string letters = folded_letters(wanted);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& name : known) {
    const std::u32string other = folded_letters(name);
    const std::size_t longer = std::max(letters.size(), other.size());
    const std::size_t allowed = (longer + 2) / 3;
    if (longer - std::min(letters.size(), other.size()) > allowed) continue;
    const std::size_t away = distance(letters, other);
    if (away <= allowed && away < longer) near.emplace_back(away, name);
  }
  std::ranges::sort(near);
  const auto repeated = std::ranges::unique(near);
  near.erase(repeated.begin(), repeated.end());
  if (near.size() > most) near.resize(most);
  std::vector<std::string> names;
  for (auto& [away, name] : near) names.push_back(std::move(name));
  return names;
}

}  // namespace dossier::ontology

#include "ingest/learn/agreement.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/source/characters.h"

namespace dossier::ingest {

std::string folded_name(std::string_view name) {
  std::string low;
  for (const char c : lower_ascii(name))
    if (std::string_view("\"'.,()").find(c) == std::string_view::npos) low += c;
  if (low.starts_with("the ")) low.erase(0, 4);
  while (!low.empty() && low.back() == ' ') low.pop_back();
  while (!low.empty() && low.front() == ' ') low.erase(0, 1);
  return low;
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
      result.emplace_back(FactEnd{fact.subject_place, folded_name(fact.subject)}, FactEnd{fact.object_place, folded_name(fact.object)});
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

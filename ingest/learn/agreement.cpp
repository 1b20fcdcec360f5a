#include "ingest/learn/agreement.h"

#include <algorithm>
#include <vector>

#include "ingest/learn/lower.h"

namespace dossier::ingest {
std::string folded_name(std::string_view name) {
  std::string low;
  for (const char c : lower(name))
    if (std::string_view("\"'.,()").find(c) == std::string_view::npos) low += c;
  if (low.starts_with("the ")) low.erase(0, 4);
  while (!low.empty() && low.back() == ' ') low.pop_back();
  while (!low.empty() && low.front() == ' ') low.erase(0, 1);
  return low;
}

namespace {

bool overlap(const Span& one, const Span& other) { return one.begin < other.end && other.begin < one.end; }

}  // namespace

bool is_same_fact(const LabelledFact& one, const LabelledFact& other) {
  if (one.subject_place && one.object_place && other.subject_place && other.object_place)
    return overlap(*one.subject_place, *other.subject_place) && overlap(*one.object_place, *other.object_place);
  return folded_name(one.subject) == folded_name(other.subject) && folded_name(one.object) == folded_name(other.object);
}

Agreement agreement(std::span<const LabelledFact> gold, std::span<const LabelledFact> found, bool by_name) {
  std::vector<const LabelledFact*> left;
  for (const LabelledFact& fact : gold) left.push_back(&fact);
  Agreement result;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const auto same_name = [&](const LabelledFact& other) {
      return folded_name(other.subject) == folded_name(found[k].subject) && folded_name(other.object) == folded_name(found[k].object);
    };
    if (by_name && std::ranges::any_of(found.first(k), same_name)) continue;
    const auto hit = std::ranges::find_if(left, [&](const LabelledFact* fact) { return is_same_fact(*fact, found[k]); });
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

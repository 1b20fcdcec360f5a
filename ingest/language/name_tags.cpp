#include "ingest/language/name_tags.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

struct Taken {
  std::uint32_t kind;
  NamePlace place;
};
Taken taken(std::uint32_t tag) noexcept { return {(tag - 1) / 4, static_cast<NamePlace>((tag - 1) % 4)}; }
bool is_open(std::uint32_t tag) noexcept {  // the name goes on
  return tag != 0 && (taken(tag).place == NamePlace::first || taken(tag).place == NamePlace::inner);
}
bool goes_on(std::uint32_t tag) noexcept {
  return tag != 0 && (taken(tag).place == NamePlace::inner || taken(tag).place == NamePlace::last);
}

constexpr std::size_t n = name_tag_count;
constexpr float never = -1e9F;

}  // namespace

bool may_follow(std::uint32_t before, std::uint32_t next) noexcept {
  if (before == name_tag_count || !is_open(before)) return !goes_on(next);
  return goes_on(next) && taken(before).kind == taken(next).kind;
}

void append_name_tags(std::span<const NameSpan> names, std::size_t tokens, std::vector<std::uint32_t>& tags) {
  const std::size_t at = tags.size();
  tags.resize(at + tokens, 0);
  for (const NameSpan& name : names)
    for (std::uint32_t i = name.first; i < name.last; ++i) {
      const bool first = i == name.first, last = i + 1 == name.last;
      tags[at + i] = name_tag(name.kind, first && last ? NamePlace::only : first ? NamePlace::first : last ? NamePlace::last : NamePlace::inner);
    }
}

std::vector<NameSpan> names_in(std::span<const std::uint32_t> tags) {
  std::vector<NameSpan> names;
  std::uint32_t before = name_tag_count;
  for (std::uint32_t i = 0; i < tags.size(); before = tags[i++]) {
    if (tags[i] == 0) continue;
    if (!names.empty() && names.back().last == i && goes_on(tags[i]) && may_follow(before, tags[i])) names.back().last = i + 1;
    else names.push_back({i, i + 1, static_cast<NameKind>(taken(tags[i]).kind)});
  }
  return names;
}

void best_name_tags(std::span<const float> scores, std::span<const float> transitions, std::span<std::uint32_t> tags) {
  if (tags.empty()) return;
  std::array<float, (n + 1) * n> step;
  for (std::uint32_t a = 0; a <= n; ++a)
    for (std::uint32_t b = 0; b < n; ++b) step[a * n + b] = may_follow(a, b) ? transitions[a * n + b] : never;
  std::vector<std::uint8_t> from(tags.size() * n);
  std::array<float, n> best, next;
  for (std::size_t k = 0; k < n; ++k) best[k] = scores[k] + step[n * n + k];
  for (std::size_t i = 1; i < tags.size(); ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      std::size_t source = 0;
      for (std::size_t a = 1; a < n; ++a)
        if (best[a] + step[a * n + k] > best[source] + step[source * n + k]) source = a;
      from[i * n + k] = static_cast<std::uint8_t>(source);
      next[k] = best[source] + step[source * n + k] + scores[i * n + k];
    }
    best = next;
  }
  for (std::uint32_t k = 0; k < n; ++k)
    if (is_open(k)) best[k] += never;  // a name ends with its sentence
  std::size_t at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  for (std::size_t i = tags.size(); i-- > 0; at = from[i * n + at]) tags[i] = static_cast<std::uint32_t>(at);
}

std::string_view name_of(NameKind kind) noexcept {
  return kind == NameKind::person ? "PER" : kind == NameKind::place ? "LOC" : "ORG";
}

}  // namespace dossier::ingest

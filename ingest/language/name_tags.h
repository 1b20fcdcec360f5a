/// Names in a row of tags: first, inner and last word of a name, and names of one word.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dossier::ingest {

enum class NameKind : std::uint8_t { person, place, organization };
inline constexpr std::size_t name_kind_count = 3;

/// A name: tokens [first, last).
struct NameSpan {
  std::uint32_t first = 0, last = 0;
  NameKind kind = NameKind::person;
  bool operator==(const NameSpan&) const = default;
};

/// Tags are 0 outside of names, else 1 + 4 · kind + place.
enum class NamePlace : std::uint8_t { first, inner, last, only };
inline constexpr std::uint32_t name_tag_count = 1 + 4 * name_kind_count;
[[nodiscard]] constexpr std::uint32_t name_tag(NameKind kind, NamePlace place) noexcept {
  return 1 + 4 * static_cast<std::uint32_t>(kind) + static_cast<std::uint32_t>(place);
}

/// Whether tag `next` may stand behind `before` (name_tag_count stands for the start of a sentence).
[[nodiscard]] bool may_follow(std::uint32_t before, std::uint32_t next) noexcept;

/// Appends the tags of a sentence of `tokens` tokens.
void append_name_tags(std::span<const NameSpan> names, std::size_t tokens, std::vector<std::uint32_t>& tags);
/// The names that tags tell; a name that does not end well ends where its tags do.
[[nodiscard]] std::vector<NameSpan> names_in(std::span<const std::uint32_t> tags);

/// The best row of tags under scores (tokens × name_tag_count) and the scores of one behind another ((name_tag_count + 1) ×
/// name_tag_count, the start last): A. Viterbi (1967). Only rows that may_follow allows. Writes a tag a token.
void best_name_tags(std::span<const float> scores, std::span<const float> transitions, std::span<std::uint32_t> tags);

/// "PER", "LOC", "ORG".
[[nodiscard]] std::string_view name_of(NameKind kind) noexcept;

}  // namespace dossier::ingest

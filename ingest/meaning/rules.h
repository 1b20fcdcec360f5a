/// The rules that read facts without an example: what names and titles say by themselves.
#pragma once

#include <string_view>

namespace dossier::ingest {

namespace rule {
inline constexpr std::string_view title_beside_name = "title beside a name";
inline constexpr std::string_view country_in_title = "country in a title";
inline constexpr std::string_view field_in_title = "field in a title";
inline constexpr std::string_view parties_in_name = "parties in a name";
inline constexpr std::string_view year_in_name = "year in a name";
inline constexpr std::string_view place_in_name = "place in a name";
inline constexpr std::string_view place_and_country = "place, country";
inline constexpr std::string_view seat_before_name = "seat before a name";
inline constexpr std::string_view person_before_government = "person's name before a government";
inline constexpr std::string_view speech_verb = "speech verb";
inline constexpr std::string_view learned = "learned cues";
}  // namespace rule

/// What such a rule does, in a sentence; empty for what is none of them (the text of an example).
[[nodiscard]] std::string_view explanation(std::string_view rule);

}  // namespace dossier::ingest

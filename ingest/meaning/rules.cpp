#include "ingest/meaning/rules.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {

std::string_view explanation(std::string_view name) {
  struct Row {
    std::string_view name, explanation;
  };
  constexpr auto rows = std::to_array<Row>({
      {rule::title_beside_name, "a title before a person's name, or behind it between commas, says which post the person holds"},
      {rule::country_in_title, "a country or body that a title names is whom its holder leads (pa:leads) or acts for"},
      {rule::field_in_title, "a title with a field (“Minister of Fisheries”) belongs to the ministry of that field, where the document names one"},
      {rule::parties_in_name, "countries joined in a name (“Norway-Iceland talks”) are its parties"},
      {rule::year_in_name, "a year in the name of an event is when it took place"},
      {rule::place_in_name, "a town in the name of a meeting (“the Oslo Summit”) is where it took place"},
      {rule::seat_before_name, "a place with “-based” before a name (“the Bergen-based Fjord Institute”) is where it has its seat"},
      {rule::place_and_country, "a country behind a place and a comma (“Bergen, Norway”) is where the place lies"},
      {rule::person_before_government, "a person's name before a government (“the Nordmann government”) is who leads it"},
      {rule::speech_verb, "a verb of saying has its subject as speaker"},
      {rule::learned, "the cues that labelled sentences taught (pa:cue) weigh enough together"},
  });
  const auto found = std::ranges::find(rows, name, &Row::name);
  return found == rows.end() ? std::string_view() : found->explanation;
}

}  // namespace dossier::ingest

// Who did what to whom: acts of the shipped ontology in sentences of news.
#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

/// "THREATEN | Norway | Iceland | occurred", sorted: category, actors, recipients, factuality.
std::vector<std::string> acts(const std::string& text) {
  const Extraction x = read(text);
  std::vector<std::string> lines;
  for (const Node& node : x.nodes) {
    const auto& types = shipped().schema[node.type].event_types;
    if (types.empty()) continue;
    std::string actors, recipients;
    for (const auto& [part, value] : node.parts) {
      if (value.index() != 0) continue;
      const std::string& name = x.entities[static_cast<std::size_t>(std::get<EntityIndex>(value))].name;
      if (shipped().schema[part].iri.ends_with("#actor")) actors += (actors.empty() ? "" : ", ") + name;
      if (shipped().schema[part].iri.ends_with("#recipient")) recipients += (recipients.empty() ? "" : ", ") + name;
    }
    lines.push_back(types.back().substr(types.back().rfind('#') + 1) + " | " + actors + " | " + recipients + " | " + std::string(dossier::ontology::label(node.factuality)));
  }
  std::ranges::sort(lines);
  return lines;
}

void expect(const std::string& text, std::string_view line) {
  const auto found = acts(text);
  BOOST_CHECK_MESSAGE(has(found, line), text << "\n" << joined(found));
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_recipient_is_whom_the_object_comes_from_or_goes_to) {
  expect("Norway rejected an offer by Iceland.", "REJECT | Norway | Iceland | occurred");
  expect("Norway rejected an Icelandic offer.", "REJECT | Norway | Iceland | occurred");
  expect("Norway suspended aid to Iceland.", "SANCTION | Norway | Iceland | occurred");
}

BOOST_AUTO_TEST_CASE(what_is_to_come_is_told_by_another_act) {
  expect("Norway will send aid to Iceland.", "AGREE | Norway | Iceland | occurred");
  expect("Norway will send aid to Iceland.", "AID | Norway | Iceland | planned");
  expect("Norway said it will bomb Iceland.", "THREATEN | Norway | Iceland | occurred");
  expect("Norway promised to visit Iceland.", "AGREE | Norway | Iceland | occurred");
  expect("Norway threatened to break off relations with Iceland.", "THREATEN | Norway | Iceland | occurred");
  expect("Norway refused to help Iceland.", "REJECT | Norway | Iceland | occurred");
  expect("Norway said Iceland must open its ports.", "REQUEST | Norway | Iceland | occurred");
}

BOOST_AUTO_TEST_CASE(an_attack_needs_somebody_or_some_place) {
  expect("Norway attacked Iceland.", "ASSAULT | Norway | Iceland | occurred");
  for (const std::string& line : acts("Norway attacked the budget.")) BOOST_CHECK_MESSAGE(!line.starts_with("ASSAULT"), line);
}

BOOST_AUTO_TEST_CASE(described_people_act_and_keep_their_state) {
  const Extraction x = read("Hungarian officials stepped down.");
  const auto found = std::ranges::find(x.entities, "Hungarian officials", &Entity::name);
  BOOST_REQUIRE(found != x.entities.end());
  BOOST_CHECK(found->described);
  BOOST_CHECK(found->state.ends_with("/hungary"));
  expect("Hungarian officials praised Iceland.", "SUPPORT | Hungarian officials | Iceland | occurred");
}

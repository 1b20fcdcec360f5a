#include "ingest/meaning/names.h"

#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

std::string who_holds(const char* text) {
  std::string out;
  for (const std::string& fact : facts(read(text)))
    if (fact.find("| holdsPosition |") != std::string::npos) out += (out.empty() ? "" : "; ") + fact.substr(0, fact.rfind(" |"));
  return out;
}

std::string type_of(const char* text, std::string_view name) {
  const Extraction x = read(text);
  for (const Entity& e : x.entities)
    if (e.name == name || std::ranges::find(e.aliases, name) != e.aliases.end()) return shipped().schema[e.type].label;
  return "none";
}

}  // namespace

BOOST_AUTO_TEST_CASE(titles_before_names) {
  BOOST_CHECK_EQUAL(who_holds("Vice Minister of Unification Choi Young-joon spoke."), "Choi Young-joon | holdsPosition | Vice Minister of Unification");
  BOOST_CHECK_EQUAL(who_holds("They met US Secretary of State John Kerry."), "John Kerry | holdsPosition | US Secretary of State");
  BOOST_CHECK_EQUAL(who_holds("Canadian Ambassador to France Marie Dubois left."), "Marie Dubois | holdsPosition | Canadian Ambassador to France");
  BOOST_CHECK_EQUAL(who_holds("President Ana Botero Villegas arrived."), "Ana Botero Villegas | holdsPosition | President");
}

BOOST_AUTO_TEST_CASE(titles_behind_names) {
  BOOST_CHECK_EQUAL(who_holds("Fuad Basya, spokesman for the Indonesian military, said so."), "Fuad Basya | holdsPosition | spokesman for the Indonesian military");
  BOOST_CHECK_EQUAL(who_holds("The Minister for Central Asia, Tobias Ellwood, visited Turkey."), "Tobias Ellwood | holdsPosition | Minister for Central Asia");
}

BOOST_AUTO_TEST_CASE(a_short_form_is_the_same_person) {
  const Extraction x = read("Vice Minister of Unification Choi Young-joon spoke. Vice Minister Choi left.");
  std::size_t people = 0;
  for (const Entity& e : x.entities) people += shipped().schema[e.type].label == "person" ? 1 : 0;
  BOOST_CHECK_EQUAL(people, 1U);
  BOOST_CHECK_EQUAL(who_holds("Vice Minister of Unification Choi Young-joon spoke. Vice Minister Choi left."),
                    "Choi Young-joon | holdsPosition | Vice Minister of Unification");
}

BOOST_AUTO_TEST_CASE(who_leads_and_who_represents) {
  BOOST_CHECK(has(facts(read("Malaysia's Prime Minister Najib Razak spoke.")), "Najib Razak | headOf | Malaysia | occurred"));
  BOOST_CHECK(has(facts(read("Turkish Foreign Minister Mevlüt Çavuşoğlu spoke.")), "Mevlüt Çavuşoğlu | represents | Turkey | occurred"));
}

BOOST_AUTO_TEST_CASE(the_spokesman_of_a_states_body) {
  const char* const text = "Colonel Jan Kask, spokesman for Estonia's Ministry of Defence, said so.";
  BOOST_CHECK_MESSAGE(who_holds(text).find("Jan Kask | holdsPosition | spokesman for Estonia's Ministry of Defence") != std::string::npos, who_holds(text));
  BOOST_CHECK_MESSAGE(has(facts(read(text)), "Jan Kask | represents | Ministry of Defence | occurred"), joined(facts(read(text))));
}

BOOST_AUTO_TEST_CASE(counterparts_hold_the_same_post) {
  const auto lines = facts(read("Peruvian Foreign Minister Ana Rojas met her Kenyan counterpart, Daniel Otieno, in Lima."));
  BOOST_CHECK_MESSAGE(has(lines, "Daniel Otieno | holdsPosition | Kenyan Foreign Minister | occurred"), joined(lines));
  BOOST_CHECK_MESSAGE(has(lines, "Daniel Otieno | represents | Kenya | occurred"), joined(lines));
  const auto leaders = facts(read("President Lena Berg of Norway called her Icelandic colleague Jon Arason."));
  BOOST_CHECK_MESSAGE(has(leaders, "Jon Arason | holdsPosition | Icelandic President | occurred"), joined(leaders));
  BOOST_CHECK_MESSAGE(has(leaders, "Jon Arason | headOf | Iceland | occurred"), joined(leaders));
  BOOST_CHECK(!has(facts(read("The company and its Kenyan counterpart, Otieno Motors, agreed.")), "Otieno Motors | represents | Kenya | occurred"));
}

BOOST_AUTO_TEST_CASE(two_posts_and_ranks_before_a_name) {
  BOOST_CHECK_EQUAL(who_holds("The Deputy Prime Minister and Minister of Health, the Honourable Anna Taylor, left."),
                    "Anna Taylor | holdsPosition | Deputy Prime Minister; Anna Taylor | holdsPosition | Minister of Health");
  const std::string both = who_holds("The Commander of the Navy, Rear Admiral Jan Ozols, spoke.");
  BOOST_CHECK_MESSAGE(both.find("Jan Ozols | holdsPosition | Commander of the Navy") != std::string::npos, both);
}

BOOST_AUTO_TEST_CASE(a_post_before_a_comma_and_a_rank_without_a_name) {
  for (const char* text : {"The Commander of the Navy, Rear Admiral Jan Ozols and two others spoke.", "Minister of Health, General Otis High School reopened.",
                           "The Minister, the Ambassador, the Commander, General Motors and Ford met."})
    BOOST_CHECK_LT(read(text).entities.size(), 12U);
}

BOOST_AUTO_TEST_CASE(a_seat_is_no_part_of_a_name) {
  const auto lines = facts(read("Pictures published by the Singapore-based Straits Institute show a road."));
  BOOST_CHECK_MESSAGE(has(lines, "Straits Institute | locatedIn | Singapore | occurred"), joined(lines));
}

BOOST_AUTO_TEST_CASE(the_two_ministers_are_those_of_whom_was_told) {
  const auto lines = facts(read("Peruvian Foreign Minister Ana Rojas met Kenyan Foreign Minister Daniel Otieno. The two ministers signed a fisheries agreement."));
  BOOST_CHECK_MESSAGE(has(lines, "Ana Rojas | signed | fisheries agreement | occurred") && has(lines, "Daniel Otieno | signed | fisheries agreement | occurred"), joined(lines));
  const auto three = facts(read("Foreign Ministers Ana Rojas of Peru, Daniel Otieno of Kenya and Jon Berg of Norway met. The two ministers signed a fisheries agreement."));
  BOOST_CHECK_MESSAGE(joined(three).find("| signed |") == std::string::npos, joined(three));
}

BOOST_AUTO_TEST_CASE(quoted_names_are_of_the_class_beside_them) {
  BOOST_CHECK_EQUAL(type_of("The military exercise “Silver Arrow 2019” began in Norway.", "Silver Arrow 2019"), "military activity");
  BOOST_CHECK_EQUAL(type_of("They opened the “Clear Water” programme in Norway.", "Clear Water"), "policy");
}

BOOST_AUTO_TEST_CASE(words_of_a_name_tell_its_class) {
  BOOST_CHECK_EQUAL(type_of("The Ministry of Culture, Sports and Tourism agreed.", "Ministry of Culture, Sports and Tourism"), "ministry");
  BOOST_CHECK_EQUAL(type_of("The 2019 Hanoi Summit failed.", "2019 Hanoi Summit"), "summit");
  BOOST_CHECK_EQUAL(type_of("The Lisbon Fisheries Treaty stands.", "Lisbon Fisheries Treaty"), "agreement");
}

BOOST_AUTO_TEST_CASE(a_capital_is_a_place_or_its_state) {
  BOOST_CHECK(has(facts(read("Seoul signed a trade agreement with Tokyo.")), "South Korea | signed | trade agreement | occurred"));
  BOOST_CHECK_EQUAL(type_of("The talks took place in Seoul.", "Seoul"), "place");
}

BOOST_AUTO_TEST_CASE(a_place_before_a_title_is_not_part_of_it) {
  BOOST_CHECK_EQUAL(who_holds("In Turkey Minister Ellwood met the press."), "Ellwood | holdsPosition | Minister");
}

#include "ingest/meaning/entities.h"

#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

std::vector<std::string> names(const Extraction& x, std::string_view type) {
  std::vector<std::string> out;
  for (const Entity& e : x.entities)
    if (!e.sentences.empty() && shipped().schema[e.type].label == type) out.push_back(e.name);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(folded_names) {
  BOOST_CHECK_EQUAL(fold_name("The Hague"), "hague");
  BOOST_CHECK_EQUAL(fold_name("Ghani’s"), "ghani");
  BOOST_CHECK_EQUAL(fold_name("ÇAVUŞOĞLU"), fold_name("Çavuşoğlu"));
}

BOOST_AUTO_TEST_CASE(two_orders_of_one_ministry) {
  BOOST_CHECK_EQUAL(names(read("The Ministry of Foreign Affairs spoke. The Foreign Ministry agreed."), "ministry").size(), 1U);
  BOOST_CHECK_EQUAL(names(read("The Foreign Ministry spoke. The Defense Ministry agreed."), "ministry").size(), 2U);
}

BOOST_AUTO_TEST_CASE(two_people_of_one_surname_stay_apart) {
  const Extraction x = read("Minister Ana Park met Minister Jon Park. Minister Park left.");
  BOOST_CHECK_GE(names(x, "person").size(), 2U);
}

BOOST_AUTO_TEST_CASE(abbreviations_in_brackets) {
  const Extraction x = read("The Baltic Fisheries Commission (BFC) met. The BFC agreed.");
  const auto found = std::ranges::find(x.entities, "Baltic Fisheries Commission", &Entity::name);
  BOOST_REQUIRE(found != x.entities.end());
  BOOST_CHECK(std::ranges::find(found->aliases, "BFC") != found->aliases.end());
  BOOST_CHECK_EQUAL(found->sentences.size(), 2U);
}

BOOST_AUTO_TEST_CASE(a_list_of_ministries) {
  const auto found = names(read("Three ministries – Unification, Foreign Affairs and National Defense – agreed."), "ministry");
  BOOST_CHECK_EQUAL(joined(found), "Ministry of Unification\nMinistry of Foreign Affairs\nMinistry of National Defense\n");
}

#include "ingest/identity/likeness.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::ingest;

namespace {

std::string persons(const char* a, const char* b) {
  const auto one = persons_alike(NameParts(a), NameParts(b)), other = persons_alike(NameParts(b), NameParts(a));
  BOOST_CHECK_EQUAL(one.has_value(), other.has_value());
  if (one && other) BOOST_CHECK_EQUAL(one->reason, other->reason);
  return one ? one->reason : "";
}

std::string others(const char* a, const char* b) {
  const auto found = others_alike(NameParts(a), NameParts(b));
  return found ? found->reason : "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_of_persons) {
  BOOST_CHECK_EQUAL(persons("Choi Young-joon", "Choi Youngjoon"), "the same letters");
  BOOST_CHECK_EQUAL(persons("Fumio Kishida", "Kishida Fumio"), "the same words in another order");
  BOOST_CHECK_EQUAL(persons("Donald Trump", "Donald J. Trump"), "one has a middle name more");
  BOOST_CHECK_EQUAL(persons("Elizabeth Moore Aubin", "Elizabeth M. Aubin"), "a middle name and its initial");
  BOOST_CHECK_EQUAL(persons("J. Biden", "Joseph Biden"), "a first name and its initial");
  BOOST_CHECK_EQUAL(persons("Phil Gordon", "Philip Gordon"), "first names that begin alike");
  BOOST_CHECK_EQUAL(persons("Volodymyr Zelensky", "Volodymyr Zelenskyy"), "surnames spelt alike");
  BOOST_CHECK_EQUAL(persons("Mohammed Khan", "Muhammad Khan"), "first names spelt alike");
  BOOST_CHECK_EQUAL(persons("Blinken", "Antony Blinken"), "a surname alone");
  BOOST_CHECK_EQUAL(persons("Xi Jinping", "Jinping"), "a surname alone");
  BOOST_CHECK_EQUAL(persons("Robert Kennedy", "Robert Kennedy Jr."), "the same letters, one with jr");
}

BOOST_AUTO_TEST_CASE(persons_that_are_not_alike) {
  BOOST_CHECK_EQUAL(persons("Joe Biden", "Hunter Biden"), "");
  BOOST_CHECK_EQUAL(persons("Elizabeth Moore Aubin", "Elizabeth Ann Aubin"), "");
  BOOST_CHECK_EQUAL(persons("Ana Park", "Ana Stone"), "");
  BOOST_CHECK_EQUAL(persons("Park", "Stone"), "");
}

BOOST_AUTO_TEST_CASE(names_of_other_things) {
  BOOST_CHECK_EQUAL(others("Department of State", "State Department"), "the same words");
  BOOST_CHECK_EQUAL(others("U.S. Senate", "US Senate"), "the same letters");
  BOOST_CHECK_EQUAL(others("Environmental Protection Agency", "EPA"), "an abbreviation of the other");
  BOOST_CHECK_EQUAL(others("DOJ", "Department of Justice"), "an abbreviation of the other");
  BOOST_CHECK_EQUAL(others("Community Navigator", "Community Navigators"), "spelt alike");
}

BOOST_AUTO_TEST_CASE(other_things_that_are_not_alike) {
  BOOST_CHECK_EQUAL(others("Government of Iraq", "Government of Iran"), "");
  BOOST_CHECK_EQUAL(others("Seventy-ninth Session", "Seventy-seventh Session"), "");
  BOOST_CHECK_EQUAL(others("Department of Health", "Department of Health and Human Services"), "");
  BOOST_CHECK_EQUAL(others("EPA", "Department of Justice"), "");
}

BOOST_AUTO_TEST_CASE(proper_names_have_capitals) {
  BOOST_CHECK(NameParts("Department of State").is_proper);
  BOOST_CHECK(NameParts("Élysée").is_proper);
  BOOST_CHECK(!NameParts("support to Syria").is_proper);
  BOOST_CHECK(!NameParts("").is_proper);
  BOOST_CHECK(NameParts("U.S.").is_short);
  BOOST_CHECK(!NameParts("Us").is_short);
}

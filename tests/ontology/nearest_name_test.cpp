#include "ontology/nearest_name.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::ontology;
using Names = std::vector<std::string>;

BOOST_AUTO_TEST_CASE(counts_single_slips) {
  BOOST_CHECK_EQUAL(edit_distance("Agent", "Agent"), 0U);
  BOOST_CHECK_EQUAL(edit_distance("agent", "AGENT"), 0U);
  BOOST_CHECK_EQUAL(edit_distance("Agnet", "Agent"), 1U);   // two neighbours swapped
  BOOST_CHECK_EQUAL(edit_distance("Agents", "Agent"), 1U);  // one too many
  BOOST_CHECK_EQUAL(edit_distance("Agnt", "Agent"), 1U);    // one left out
  BOOST_CHECK_EQUAL(edit_distance("Aġent", "Agent"), 1U);   // one replaced, whatever its bytes
  BOOST_CHECK_EQUAL(edit_distance("", "abc"), 3U);
  BOOST_CHECK_EQUAL(edit_distance("ca", "abc"), 3U);  // no stretch is changed twice
}

BOOST_AUTO_TEST_CASE(gives_the_nearest_first_and_ties_by_name) {
  const Names known{"holder", "holds", "older", "folder", "place"};
  BOOST_TEST(nearest_names("holdr", known, 4) == (Names{"holder", "holds", "folder", "older"}),
             boost::test_tools::per_element());
  BOOST_TEST(nearest_names("holdr", known, 1) == (Names{"holder"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(says_nothing_when_nothing_is_near) {
  const Names known{"Person", "State"};
  BOOST_CHECK(nearest_names("Lighthouse", known, 3).empty());
  BOOST_CHECK(nearest_names("", known, 3).empty());
  BOOST_CHECK(nearest_names("Person", {}, 3).empty());
}

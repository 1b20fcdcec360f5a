#include "ingest/meaning/patterns.h"

#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

BOOST_AUTO_TEST_CASE(every_shipped_example_becomes_a_pattern) {
  std::vector<std::string> told;
  const Patterns all(shipped(), [&](const dossier::Diagnostic& d) { told.push_back(d.message); });
  BOOST_CHECK_MESSAGE(told.empty(), joined(told));
}

BOOST_AUTO_TEST_CASE(one_example_reads_its_paraphrases) {
  for (const char* text : {"Peru and Chile signed the border treaty.", "The border treaty was signed by Peru and Chile.",
                           "Peru and Chile have signed the border treaty."}) {
    const auto found = facts(read(text));
    BOOST_CHECK_MESSAGE(has(found, "Peru | signed | border treaty | occurred") && has(found, "Chile | signed | border treaty | occurred"),
                        text << "\n" << joined(found));
  }
}

BOOST_AUTO_TEST_CASE(whether_it_happened_is_kept) {
  BOOST_CHECK(has(facts(read("Peru will visit Chile.")), "Peru | visited | Chile | planned"));
  BOOST_CHECK(has(facts(read("Peru did not sign the border treaty.")), "Peru | signed | border treaty | denied"));
  BOOST_CHECK(has(facts(read("Peru may sign the border treaty.")), "Peru | signed | border treaty | hypothetical"));
  BOOST_CHECK(has(facts(read("Peru pledged to protect the rain forest.")), "Peru | pledged | rain forest | pledged"));
  BOOST_CHECK(has(facts(read("The Hanoi Summit produced no deal in the end.")), "Hanoi Summit | resultedIn | deal | denied") ||
              !has(facts(read("The Hanoi Summit produced no deal in the end.")), "Hanoi Summit | resultedIn | deal | occurred"));
}

BOOST_AUTO_TEST_CASE(who_says_so_is_kept) {
  const Extraction x = read("The United Nations said Peru visited Chile.");
  const auto found = std::ranges::find_if(x.statements, [](const Statement& s) { return shipped().schema[s.predicate].label == "visited"; });
  BOOST_REQUIRE(found != x.statements.end());
  BOOST_REQUIRE(found->speaker != no_entity);
  BOOST_CHECK_EQUAL(x.entities[static_cast<std::size_t>(found->speaker)].name, "United Nations");
}

BOOST_AUTO_TEST_CASE(it_is_whoever_spoke) {
  const auto found = facts(read("The Foreign Ministry said it will strengthen relations with Chile, Peru and Bolivia."));
  for (const char* state : {"Chile", "Peru", "Bolivia"})
    BOOST_CHECK_MESSAGE(has(found, "Foreign Ministry | relationWith | " + std::string(state) + " | planned"), joined(found));
}

BOOST_AUTO_TEST_CASE(what_is_not_said_is_not_read) {
  for (const char* text : {"The weather was fine.", "Nobody signed anything.", "Stock prices rose on Monday.", "It is not known who signed.", ""})
    BOOST_CHECK_MESSAGE(facts(read(text)).empty(), text << "\n" << joined(facts(read(text))));
}

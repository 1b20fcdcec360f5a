// dossier explain as a person calls it.
#include <boost/test/unit_test.hpp>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;

BOOST_AUTO_TEST_CASE(shows_every_step) {
  const Outcome outcome = run_dossier({"explain", "Norway and Iceland signed the fisheries treaty in Oslo."});
  BOOST_TEST(outcome.code == 0);
  for (const char* part : {"Sentence 1: Norway and Iceland signed", "Norway (Norway NNP) nsubj of signed", "fisheries treaty: phrase, agreement",
                           "Norway + Iceland – sign → fisheries treaty; in Oslo (occurred)", "Norway – signed – fisheries treaty (occurred)", "      by [", "near misses"})
    BOOST_TEST(contains(outcome.out, part), part);
}

BOOST_AUTO_TEST_CASE(says_what_is_lacking) {
  const Outcome outcome = run_dossier({"explain", "Norway signed yesterday."});
  BOOST_TEST(contains(outcome.out, "nothing stands where its object does: object"), outcome.out);
}

BOOST_AUTO_TEST_CASE(a_sentence_is_needed) { BOOST_TEST(run_dossier({"explain"}).code == 2); }

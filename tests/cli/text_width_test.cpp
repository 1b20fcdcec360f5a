#include "cli/text_width.h"

#include <boost/test/unit_test.hpp>

using dossier::cli::cut_to_width;
using dossier::cli::display_width;
using dossier::cli::printable;

BOOST_AUTO_TEST_SUITE(text_width)

BOOST_AUTO_TEST_CASE(counts_columns_not_bytes) {
  BOOST_TEST(display_width("Seoul") == 5);
  BOOST_TEST(display_width("Élysée") == 6);
  BOOST_TEST(display_width("통일부") == 6);
  BOOST_TEST(display_width("외교부 (MOFA)") == 13);
  BOOST_TEST(display_width("") == 0);
}

BOOST_AUTO_TEST_CASE(combining_marks_take_no_column) {
  BOOST_TEST(display_width("e\u0301") == 1);
  BOOST_TEST(display_width("\u1112\u1161\u11AB") == 2);  // 한 from its parts
  BOOST_TEST(display_width("a\u200Bb") == 2);
}

BOOST_AUTO_TEST_CASE(an_emoji_of_several_characters_takes_two) {
  BOOST_TEST(display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467") == 2);
  BOOST_TEST(display_width("\u2764\uFE0F") == 2);
}

BOOST_AUTO_TEST_CASE(cuts_at_graphemes_and_says_so) {
  BOOST_TEST(cut_to_width("Ministry of Unification", 8) == "Ministr…");
  BOOST_TEST(cut_to_width("Ministry of Unification", 10) == "Ministry…");
  BOOST_TEST(cut_to_width("통일부 장관", 6) == "통일…");
  BOOST_TEST(cut_to_width("통일부", 6) == "통일부");
  BOOST_TEST(cut_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  BOOST_TEST(cut_to_width("Seoul", 1) == "…");
  BOOST_TEST(cut_to_width("Seoul", 0) == "");
}

BOOST_AUTO_TEST_CASE(may_keep_the_end_when_it_tells_more) {
  BOOST_TEST(cut_to_width("2022-11-15-readout:46", 12, 4) == "2022-11…t:46");
  BOOST_TEST(cut_to_width("2022-11-15-readout:46", 6, 4) == "2022-…");
  BOOST_TEST(cut_to_width("통일부-장관:12", 9, 3) == "통일…:12");
  BOOST_TEST(cut_to_width("oslo:2", 6, 4) == "oslo:2");
}

BOOST_AUTO_TEST_CASE(what_a_terminal_would_obey_does_not_reach_it) {
  BOOST_TEST(printable("a\nb\t c  d") == "a b c  d");
  BOOST_TEST(printable("\x1b[31mred") == "\uFFFD[31mred");
  BOOST_TEST(printable("\xC2\x9B"
                       "31m") == "\uFFFD31m");
  BOOST_TEST(printable("통일부") == "통일부");
}

BOOST_AUTO_TEST_SUITE_END()

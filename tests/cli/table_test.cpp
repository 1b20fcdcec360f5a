#include "cli/table.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

using namespace dossier::cli;

namespace {

Table sample() {
  Table table({{"name"}, {"number", true}, {"id", false, true}});
  table.add({"통일부", "7", "abc"});
  table.add({"Ministry of Fisheries", "12345", "def"});
  return table;
}

std::string printed(const Table& table, std::size_t width, bool color = false) {
  Terminal terminal;
  terminal.width = width;
  terminal.out = Paint(color);
  std::ostringstream out;
  table.print(out, terminal);
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table)

BOOST_AUTO_TEST_CASE(aligns_by_columns_on_the_screen) {
  BOOST_TEST(printed(sample(), 0) ==
             "name                   number  id\n"
             "통일부                      7  abc\n"
             "Ministry of Fisheries   12345  def\n");
}

BOOST_AUTO_TEST_CASE(fits_the_terminal_by_cutting_the_widest_column) {
  BOOST_TEST(printed(sample(), 24) ==
             "name         number  id\n"
             "통일부            7  abc\n"
             "Ministry o…   12345  def\n");
}

BOOST_AUTO_TEST_CASE(never_cuts_a_column_that_must_be_whole_nor_below_six) {
  const std::string narrow = printed(sample(), 5);
  BOOST_TEST(narrow.find("Minis…") != std::string::npos);
  BOOST_TEST(narrow.find("def") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(colours_do_not_change_the_alignment) {
  Table table({{"a"}, {"b"}});
  table.add({{"x", Tone::dim}, "y"});
  BOOST_TEST(printed(table, 0, true) == "\x1b[1ma\x1b[0m  \x1b[1mb\x1b[0m\n\x1b[2mx\x1b[0m  y\n");
}

BOOST_AUTO_TEST_CASE(sections_stand_between_rows) {
  Table table({{"a"}, {"b"}});
  table.add_section("held in");
  table.add({"  Oslo", "s1"});
  Terminal terminal;
  std::ostringstream out;
  table.print(out, terminal, false);
  BOOST_TEST(out.str() == "held in\n  Oslo  s1\n");
}

BOOST_AUTO_TEST_CASE(csv_quotes_what_must_be_quoted) {
  Table table({{"name"}, {"quote"}});
  table.add({"a,b", "he said \"no\"\nand left"});
  std::ostringstream out;
  table.print_csv(out);
  BOOST_TEST(out.str() == "name,quote\n\"a,b\",\"he said \"\"no\"\"\nand left\"\n");
}

BOOST_AUTO_TEST_CASE(tsv_has_one_line_a_row_whatever_the_values) {
  Table table({{"name"}, {"quote"}});
  table.add({"a\tb", "c\\d\ne"});
  std::ostringstream out;
  table.print_tsv(out);
  BOOST_TEST(out.str() == "name\tquote\na\\tb\tc\\\\d\\ne\n");
}

BOOST_AUTO_TEST_SUITE_END()

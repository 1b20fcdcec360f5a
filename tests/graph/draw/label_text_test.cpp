#include "graph/draw/label_text.h"

#include <boost/test/unit_test.hpp>

using namespace dossier::graph;

namespace {

std::string wrapped(std::string_view text, std::size_t width, std::size_t lines) {
  std::string all;
  for (const std::string& line : wrap_text(text, width, lines)) all += (all.empty() ? "" : "/") + line;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(cleans_what_xml_cannot_hold) {
  BOOST_TEST(clean_text(" a\t\n b\x01"
                        "c \xFF\xC3") == "a b c \uFFFD\uFFFD");
  BOOST_TEST(clean_text("a\nb\n", 100, true) == "a\nb");
  BOOST_TEST(clean_text("통일부 وزارة") == "통일부 وزارة");
}

BOOST_AUTO_TEST_CASE(cuts_between_characters) {
  const std::string cut = clean_text("통일부 통일부 통일부", 20);
  BOOST_TEST(cut == "통일부 통일…");
}

BOOST_AUTO_TEST_CASE(measures_in_letters) {
  BOOST_TEST(text_width("Seoul") == 5u);
  BOOST_TEST(text_width("통일부") == 6u);
  BOOST_TEST(text_width("e\u0301") == 1u);
}

BOOST_AUTO_TEST_CASE(breaks_into_even_lines) {
  BOOST_TEST(wrapped("Ministry of Foreign Affairs", 22, 4) == "Ministry of/Foreign Affairs");
  BOOST_TEST(wrapped("Seoul", 22, 4) == "Seoul");
  BOOST_TEST(wrapped("", 22, 4) == "");
  BOOST_TEST(wrapped("abcdefghij", 4, 4) == "abcd/efgh/ij");
  BOOST_TEST(wrapped("통일부통일부", 6, 4) == "통일부/통일부");
  BOOST_TEST(wrapped("one two three four", 5, 2) == "one/two…");
}

BOOST_AUTO_TEST_CASE(escapes_for_dot_and_html) {
  BOOST_TEST(dot_string("a \"b\" \\N\nc") == "\"a \\\"b\\\" \\\\N\\nc\"");
  BOOST_TEST(html_text("R & D <b> \"x\"") == "R &amp; D &lt;b&gt; &quot;x&quot;");
  // what looks like an entity is none
  BOOST_TEST(html_text("R&D;") == "R&amp;\u2060D;");
}

BOOST_AUTO_TEST_CASE(ids_are_readable) {
  BOOST_TEST(id_text("Choi Young-joon") == "choi_young_joon");
  BOOST_TEST(id_text("통일부 (ROK)") == "통일부_rok");
  BOOST_TEST(id_text("“…”") == "x");
}

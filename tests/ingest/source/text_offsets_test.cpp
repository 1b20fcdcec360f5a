#include "ingest/source/text_offsets.h"

#include <boost/test/unit_test.hpp>
#include <string>

using dossier::ingest::CodePointIndex;

BOOST_AUTO_TEST_CASE(ascii_offsets_are_the_same) {
  const CodePointIndex index("plain text");
  BOOST_CHECK_EQUAL(index.size(), 10U);
  BOOST_CHECK_EQUAL(index.code_point(7), 7U);
  BOOST_CHECK_EQUAL(index.byte(7), 7U);
  BOOST_CHECK_EQUAL(index.code_point(99), 10U);
}

BOOST_AUTO_TEST_CASE(agrees_with_counting_at_every_byte) {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += i % 7 == 0 ? "\n" : i % 5 == 0 ? "é" : i % 3 == 0 ? "한" : i % 11 == 0 ? "𝒳" : "ab";
  const CodePointIndex index(text);
  std::uint32_t characters = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    const bool begins = (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
    BOOST_REQUIRE_EQUAL(index.code_point(byte), characters);
    if (begins) BOOST_REQUIRE_EQUAL(index.byte(characters), byte);
    if (begins) ++characters;
  }
  BOOST_CHECK_EQUAL(index.size(), characters);
  BOOST_CHECK_EQUAL(index.byte(characters), text.size());
}

BOOST_AUTO_TEST_CASE(tells_line_and_column) {
  const CodePointIndex index("één\ntwo\n\nx");
  BOOST_CHECK((index.position(0) == CodePointIndex::Position{1, 1}));
  BOOST_CHECK((index.position(2) == CodePointIndex::Position{1, 2}));
  BOOST_CHECK((index.position(6) == CodePointIndex::Position{2, 1}));
  BOOST_CHECK((index.position(10) == CodePointIndex::Position{3, 1}));
  BOOST_CHECK((index.position(11) == CodePointIndex::Position{4, 1}));
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_one_place) {
  const CodePointIndex index("");
  BOOST_CHECK_EQUAL(index.size(), 0U);
  BOOST_CHECK_EQUAL(index.code_point(0), 0U);
  BOOST_CHECK((index.position(0) == CodePointIndex::Position{1, 1}));
}

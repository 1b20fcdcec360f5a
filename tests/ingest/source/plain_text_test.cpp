#include "ingest/source/plain_text.h"

#include <boost/test/unit_test.hpp>

#include "source_fixture.h"

using namespace dossier::ingest;

namespace {

struct PlainText : Told {
  Document read(std::string text, std::string date = {}) {
    Document document;
    document.id = document.source = "a.txt";
    read_plain_text(std::move(text), document, options(std::move(date)));
    return document;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plain_text, PlainText)

BOOST_AUTO_TEST_CASE(reads_title_date_and_author) {
  const Document document = read(
      "Outcomes of the visit\n04/04/2017\nTurnbull, Malcolm\nIt has been an honour to welcome him.\nThe visit was "
      "long.\n");
  BOOST_CHECK_EQUAL(document.title, "Outcomes of the visit");
  BOOST_CHECK_EQUAL(document.date, "2017-04-04");
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "T: Outcomes of the visit\nM: 04/04/2017\nM: Turnbull, Malcolm\n"
                    "P: It has been an honour to welcome him.\nP: The visit was long.\n");
}

BOOST_AUTO_TEST_CASE(a_date_line_may_stand_first) {
  const Document document = read(
      "FOR IMMEDIATE RELEASE\nMay 18, 2015\n\nMinister visits Turkey\nBy Jane Doe\npress@example.org\n\nThe Minister "
      "went.\n");
  BOOST_CHECK_EQUAL(document.title, "Minister visits Turkey");
  BOOST_CHECK_EQUAL(document.date, "2015-05-18");
  BOOST_CHECK_EQUAL(
      blocks_of(document),
      "M: FOR IMMEDIATE RELEASE\nM: May 18, 2015\nT: Minister visits Turkey\nM: By Jane Doe\nM: press@example.org\n"
      "P: The Minister went.\n");
}

BOOST_AUTO_TEST_CASE(a_sentence_is_not_a_title) {
  BOOST_CHECK_EQUAL(blocks_of(read("Obama met Merkel in Berlin.\nThey talked.")),
                    "P: Obama met Merkel in Berlin.\nP: They talked.\n");
  BOOST_CHECK_EQUAL(blocks_of(read("Obama met Merkel in Berlin")), "P: Obama met Merkel in Berlin\n");
  BOOST_CHECK_EQUAL(blocks_of(read("Following the visit, he said:\nIt was good.")),
                    "P: Following the visit, he said:\nP: It was good.\n");
  BOOST_CHECK_EQUAL(read(std::string(250, 'A') + "\nText.").title, "");
}

BOOST_AUTO_TEST_CASE(a_title_may_end_like_a_sentence_before_a_date) {
  BOOST_CHECK_EQUAL(read("Korea signs.\nJan 24, 2022\nIt signed.").title, "Korea signs.");
  BOOST_CHECK_EQUAL(read("Will Korea sign?\n\nIt may.").title, "Will Korea sign?");
}

BOOST_AUTO_TEST_CASE(joins_lines_that_were_wrapped) {
  const Document document = read(
      "Minister for Central Asia visits Turkey\n\n"
      "The Minister for Central Asia, Tobias Ellwood, visited Turkey on 4 April\n"
      "and Uzbekistan from 5-6 April 2016. In Turkey he met with the Syrian\n"
      "National Coalition, as well as local organisations focused on supporting\n"
      "refugees.\n"
      "He also held meetings with British businesses working in Tashkent, and\n"
      "alumni of British universities.\n\n"
      "  -  First point, which is long enough to be wrapped at the column where\n"
      "     all lines are\n"
      "  -  Second point\n");
  BOOST_CHECK_EQUAL(
      blocks_of(document),
      "T: Minister for Central Asia visits Turkey\n"
      "P: The Minister for Central Asia, Tobias Ellwood, visited Turkey on 4 April/and Uzbekistan from 5-6 April 2016. "
      "In Turkey he met with the Syrian/National Coalition, as well as local organisations focused on "
      "supporting/refugees.\n"
      "P: He also held meetings with British businesses working in Tashkent, and/alumni of British universities.\n"
      "I: First point, which is long enough to be wrapped at the column where/     all lines are\n"
      "I: Second point\n");
}

BOOST_AUTO_TEST_CASE(a_wrapped_title_is_one) {
  const Document document = read(
      "Joint Statement from Canada, Mexico and the United States following the\nfirst meeting of the committee on "
      "fentanyl\n\n"
      "The committee recognized synthetic opioids as the foremost drug threat in\nNorth America and will work "
      "together.\n");
  BOOST_CHECK_EQUAL(document.title,
                    "Joint Statement from Canada, Mexico and the United States following the first meeting of the "
                    "committee on fentanyl");
  BOOST_CHECK_EQUAL(document.blocks.size(), 2U);
}

BOOST_AUTO_TEST_CASE(a_wrapped_sentence_is_no_title) {
  const Document document = read("The two leaders met in Seoul on Monday and agreed to\nresume talks on trade.\n");
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "P: The two leaders met in Seoul on Monday and agreed to/resume talks on trade.\n");
}

BOOST_AUTO_TEST_CASE(short_lines_of_names_stay_apart) {
  BOOST_CHECK_EQUAL(
      read("The members are the following ones.\nJane Doe, Chair\nJohn Roe, Member\nAnn Poe, Member\n").blocks.size(),
      4U);
}

BOOST_AUTO_TEST_CASE(finds_items_and_headings) {
  const Document document = read(
      "We agreed on this.\n-   Trade -   Security. -   Health\n* Culture\n•Sport\n1. One\n(ii) Two\n## Next "
      "steps\nNEXT MEETING\n"
      "-5 degrees is cold.\n###\n");
  BOOST_CHECK_EQUAL(
      blocks_of(document),
      "P: We agreed on this.\nI: Trade\nI: Security.\nI: Health\nI: Culture\nI: Sport\nI: One\nI: Two\nH: Next steps\n"
      "H: NEXT MEETING\nP: -5 degrees is cold.\n");
}

BOOST_AUTO_TEST_CASE(the_text_is_left_as_it_is) {
  const std::string text = "Title of it\n\n  A\u00A0 b.  \n\n\n";
  const Document document = read(text);
  BOOST_CHECK_EQUAL(document.text, text);
  BOOST_CHECK_EQUAL(document.view(document.blocks.back().span), "A\u00A0 b.");
}

BOOST_AUTO_TEST_CASE(splits_the_dateline_off) {
  const Document document = read("Korea to talk\nSEOUL, Jan. 24, 2022 (Yonhap) -- South Korea will talk.\n");
  BOOST_CHECK_EQUAL(document.date, "2022-01-24");
  BOOST_CHECK_EQUAL(blocks_of(document),
                    "T: Korea to talk\nM: SEOUL, Jan. 24, 2022 (Yonhap) --\nP: South Korea will talk.\n");
}

BOOST_AUTO_TEST_CASE(a_dateline_without_a_year_takes_that_of_the_options) {
  const char* const text = "Korea to talk\nSEOUL, Dec. 30 (Yonhap) -- South Korea will talk.\n";
  BOOST_CHECK_EQUAL(read(text, "2022-01-02").date, "2021-12-30");
  BOOST_CHECK_EQUAL(read(text).date, "");
}

BOOST_AUTO_TEST_CASE(a_date_of_two_readings_is_told) {
  const Document document = read("Korea to talk\n03/04/2017\nSouth Korea will talk.\n");
  BOOST_CHECK_EQUAL(document.date, "");
  BOOST_CHECK_EQUAL(blocks_of(document), "T: Korea to talk\nM: 03/04/2017\nP: South Korea will talk.\n");
  BOOST_REQUIRE_EQUAL(lines.size(), 1U);
  BOOST_CHECK(has("can be read as day/month and as month/day"));
}

BOOST_AUTO_TEST_CASE(the_options_date_is_for_those_without) {
  BOOST_CHECK_EQUAL(read("Korea talks\nIt talked.", "2020-02-03").date, "2020-02-03");
  BOOST_CHECK_EQUAL(read("Korea talks\nJan 24, 2022\nIt talked.", "2020-02-03").date, "2022-01-24");
  BOOST_CHECK_EQUAL(read("Korea talks\nIt talked.").date, "");
}

BOOST_AUTO_TEST_CASE(published_comes_before_updated) {
  BOOST_CHECK_EQUAL(read("Korea talks\nUpdated: Jan 25, 2022\nPublished: Jan 24, 2022\nIt talked.").date, "2022-01-24");
  BOOST_CHECK_EQUAL(read("Korea talks\nPublished: Jan 24, 2022\nUpdated: Jan 25, 2022\nIt talked.").date, "2022-01-24");
}

BOOST_AUTO_TEST_CASE(a_line_of_two_million_words_is_a_paragraph) {
  std::string text;
  text.reserve(8'000'000);
  while (text.size() < 8'000'000) text += "abc ";
  const Document document = read(std::move(text));
  BOOST_CHECK_EQUAL(document.blocks.size(), 1U);
}

BOOST_AUTO_TEST_SUITE_END()

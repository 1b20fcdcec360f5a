#include "ingest/meaning/date_expression.h"

#include <boost/test/unit_test.hpp>

#include "ingest/language/language_model.h"

using namespace dossier::ingest;

namespace {

/// The first date of a sentence, resolved; "none" when there is none.
std::string date_in(std::string text, std::string_view published, TimeSense sense = TimeSense::past) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  const Sentences s = analyse(document);
  const auto dates = find_dates(document, s.tokens, 0, static_cast<std::uint32_t>(s.tokens.size()));
  if (dates.empty()) return "none";
  const auto resolved = resolve(dates.front(), published, sense);
  return resolved ? to_string(resolved->date) : "unresolved";
}

}  // namespace

BOOST_AUTO_TEST_CASE(full_dates_are_what_they_say) {
  BOOST_CHECK_EQUAL(date_in("signed on September 19, 2018, in Pyongyang", "2022-01-24"), "2018-09-19");
  BOOST_CHECK_EQUAL(date_in("signed on 19 September 2018.", ""), "2018-09-19");
  BOOST_CHECK_EQUAL(date_in("on Sept. 19, 2018", ""), "2018-09-19");
  BOOST_CHECK_EQUAL(date_in("on 2018-09-19 it", ""), "2018-09-19");
}

BOOST_AUTO_TEST_CASE(ranges_are_intervals) {
  BOOST_CHECK_EQUAL(date_in("On January 9-10, 2023 they met", ""), "2023-01-09/2023-01-10");
  BOOST_CHECK_EQUAL(date_in("from 5-6 April 2016.", ""), "2016-04-05/2016-04-06");
}

BOOST_AUTO_TEST_CASE(a_day_without_a_year_is_the_one_the_sentence_speaks_of) {
  BOOST_CHECK_EQUAL(date_in("They met on December 23.", "2022-01-24", TimeSense::past), "2021-12-23");
  BOOST_CHECK_EQUAL(date_in("They will meet on December 23.", "2022-01-24", TimeSense::future), "2022-12-23");
  BOOST_CHECK_EQUAL(date_in("They met on December 10.", ""), "XXXX-12-10");
}

BOOST_AUTO_TEST_CASE(months_years_and_weekdays) {
  BOOST_CHECK_EQUAL(date_in("the conference of October 2016", ""), "2016-10");
  BOOST_CHECK_EQUAL(date_in("talks in February.", "2017-01-03", TimeSense::future), "2017-02");
  BOOST_CHECK_EQUAL(date_in("since 2001 it has", ""), "2001");
  BOOST_CHECK_EQUAL(date_in("On Friday, fishermen rescued them.", "2015-05-18"), "2015-05-15");
  BOOST_CHECK_EQUAL(date_in("They spoke yesterday.", "2015-05-18"), "2015-05-17");
  BOOST_CHECK_EQUAL(date_in("They spoke yesterday.", ""), "unresolved");
}

BOOST_AUTO_TEST_CASE(what_is_no_date) {
  for (const char* text : {"They may go.", "In 2,000 cases", "the march of time", "Room 12 and 13", "February 30 is none"})
    BOOST_CHECK_MESSAGE(date_in(text, "2022-01-24") == "none", text);
}

#include "graph/term/edtf.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "graph/term/vocabulary.h"

using namespace dossier::graph;

namespace {

Edtf date(std::string_view text) {
  const auto parsed = Edtf::parse(text);
  BOOST_REQUIRE_MESSAGE(parsed, std::string(text));
  return *parsed;
}

Day day(std::string_view text) { return date(text).day().value(); }

std::string text(Day day) { return to_string(Edtf::of(day)); }

std::string text(const std::optional<Day>& day) { return day ? text(*day) : "nothing"; }

}  // namespace

BOOST_AUTO_TEST_CASE(spelling_survives_reading) {
  for (const auto* spelling :
       {"2018-09-19", "2018-09", "2018", "0044-03-15", "XXXX-12-10", "XXXX-01", "XXXX", "2023-01-09/2023-01-10",
        "1950/1953", "2016-04-04/2016-05", "XXXX-01-09/XXXX-01-10", "2020-02-29", "2000-02-29", "XXXX-02-29"})
    BOOST_CHECK_EQUAL(to_string(date(spelling)), spelling);
}

BOOST_AUTO_TEST_CASE(what_is_no_date_is_refused) {
  for (const auto* spelling : {"",
                               "18",
                               "201",
                               "2018-9",
                               "2018-13",
                               "2018-00",
                               "2018-01-00",
                               "2018-04-31",
                               "2019-02-29",
                               "1900-02-29",
                               "XXXX-02-30",
                               "2018-09-19T10:00",
                               "2018-09-19Z",
                               "2018/",
                               "/2018",
                               "2018/..",
                               "2019/2018",
                               "2018-09-19/2018-09-18",
                               "2018-09/2018-10/2018-11",
                               "2018?",
                               "201X",
                               "20180919",
                               "-044",
                               "2018-",
                               "2018-XX-01",
                               " 2018",
                               "2018 ",
                               "XXXX-XX"})
    BOOST_CHECK_MESSAGE(!Edtf::parse(spelling), spelling);
}

BOOST_AUTO_TEST_CASE(datatype_follows_the_precision) {
  BOOST_CHECK_EQUAL(date("2018-09-19").datatype(), xsd::date);
  BOOST_CHECK_EQUAL(date("2018-09").datatype(), xsd::g_year_month);
  BOOST_CHECK_EQUAL(date("2018").datatype(), xsd::g_year);
  for (const auto* spelling : {"XXXX-12-10", "XXXX-12", "XXXX", "2018/2019"})
    BOOST_CHECK_EQUAL(date(spelling).datatype(), edtf::edtf);
}

BOOST_AUTO_TEST_CASE(first_and_last_day) {
  const auto range = [](std::string_view spelling) {
    return text(date(spelling).earliest()) + " " + text(date(spelling).latest());
  };
  BOOST_CHECK_EQUAL(range("2018-09-19"), "2018-09-19 2018-09-19");
  BOOST_CHECK_EQUAL(range("2020-02"), "2020-02-01 2020-02-29");
  BOOST_CHECK_EQUAL(range("2019-02"), "2019-02-01 2019-02-28");
  BOOST_CHECK_EQUAL(range("2018"), "2018-01-01 2018-12-31");
  BOOST_CHECK_EQUAL(range("1950/1953-07-27"), "1950-01-01 1953-07-27");
  BOOST_CHECK_EQUAL(range("XXXX-12-10"), "nothing nothing");
  BOOST_CHECK_EQUAL(range("2018/XXXX"), "2018-01-01 nothing");
  BOOST_CHECK(!date("2018-09").day());
  BOOST_CHECK(!date("2018-09-18/2018-09-20").day());
  BOOST_CHECK(!date("XXXX-12-10").day());
}

BOOST_AUTO_TEST_CASE(a_day_of_a_month_lies_inside_it) {
  BOOST_CHECK(contains(date("2018"), date("2018-09-19")));
  BOOST_CHECK(contains(date("2018-09-18/2018-09-20"), date("2018-09-19")));
  BOOST_CHECK(!contains(date("2018-09-19"), date("2018")));
  BOOST_CHECK(!contains(date("2018"), date("2018/2019")));
  BOOST_CHECK(!contains(date("2018"), date("XXXX-09-19")));
}

BOOST_AUTO_TEST_CASE(bounds_include_their_own_days) {
  const Edtf summit = date("2018-09-18/2018-09-20");
  BOOST_CHECK(overlaps(summit, std::nullopt, std::nullopt));
  BOOST_CHECK(overlaps(summit, date("2018-09-20"), std::nullopt));
  BOOST_CHECK(!overlaps(summit, date("2018-09-21"), std::nullopt));
  BOOST_CHECK(overlaps(summit, std::nullopt, date("2018-09-18")));
  BOOST_CHECK(!overlaps(summit, std::nullopt, date("2018-08")));
  BOOST_CHECK(overlaps(summit, date("2018"), date("2018")));
  BOOST_CHECK(!overlaps(summit, date("XXXX-09"), std::nullopt));
  BOOST_CHECK(!overlaps(date("XXXX-09-18"), std::nullopt, date("2018")));
}

BOOST_AUTO_TEST_CASE(order_is_by_first_then_last_day) {
  const std::vector<std::string> sorted{"2017",      "2018-01-01", "2018-01",  "2018",
                                        "2018/2019", "2018-01-02", "2018/XXXX"};
  const std::vector<std::string> expected{"2017",      "2018-01-01", "2018-01",   "2018",
                                          "2018/2019", "2018/XXXX",  "2018-01-02"};
  std::vector<std::string> actual = sorted;
  std::ranges::sort(actual, [](const auto& a, const auto& b) { return earlier(date(a), date(b)); });
  BOOST_TEST(actual == expected, boost::test_tools::per_element());
  BOOST_CHECK(earlier(date("9999"), date("XXXX-01")));
  BOOST_CHECK(!earlier(date("XXXX-01"), date("9999")));
  BOOST_CHECK(earlier(date("XXXX-01"), date("XXXX-02")));
  BOOST_CHECK(!earlier(date("2018"), date("2018")));
}

BOOST_AUTO_TEST_CASE(weekdays_around_a_day) {
  using std::chrono::Friday, std::chrono::Thursday, std::chrono::Tuesday;
  const Day thursday = day("2021-12-23");
  BOOST_CHECK(weekday_of(thursday) == Thursday);
  BOOST_CHECK(weekday_of(day("1970-01-01")) == Thursday);
  BOOST_CHECK(weekday_of(day("2000-02-29")) == Tuesday);
  BOOST_CHECK_EQUAL(text(weekday_before(thursday, Friday)), "2021-12-17");
  BOOST_CHECK_EQUAL(text(weekday_after(thursday, Friday)), "2021-12-24");
  BOOST_CHECK_EQUAL(text(weekday_before(thursday, Thursday)), "2021-12-23");
  BOOST_CHECK_EQUAL(text(weekday_before(thursday, Thursday, false)), "2021-12-16");
  BOOST_CHECK_EQUAL(text(weekday_after(thursday, Thursday)), "2021-12-23");
  BOOST_CHECK_EQUAL(text(weekday_after(thursday, Thursday, false)), "2021-12-30");
}

BOOST_AUTO_TEST_CASE(days_carry_over_months_and_years) {
  BOOST_CHECK_EQUAL(to_string(add_days(date("2019-12-31"), 1).value()), "2020-01-01");
  BOOST_CHECK_EQUAL(to_string(add_days(date("2020-03-01"), -1).value()), "2020-02-29");
  BOOST_CHECK(!add_days(date("2020-03"), 1));
  BOOST_CHECK(!add_days(date("9999-12-31"), 1));
  BOOST_CHECK(!add_days(date("0000-01-01"), -1));
  BOOST_CHECK_EQUAL(text(start_of_month(day("2020-02-29"))), "2020-02-01");
}

BOOST_AUTO_TEST_CASE(a_day_without_a_year_is_the_nearest_one) {
  BOOST_CHECK_EQUAL(text(nearest_day(day("2022-01-24"), 12, 23)), "2021-12-23");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2021-11-24"), 12, 23)), "2021-12-23");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2021-12-23"), 12, 23)), "2021-12-23");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2021-12-23"), 1, 10)), "2022-01-10");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2022-06-01"), 2, 29)), "nothing");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2021-03-01"), 2, 29)), "2020-02-29");
  BOOST_CHECK_EQUAL(text(nearest_day(day("2021-03-01"), 2, 30)), "nothing");
}

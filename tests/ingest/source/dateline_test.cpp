#include "ingest/source/dateline.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

namespace data = boost::unit_test::data;
using namespace dossier::ingest;

struct Line {
  const char* text;
  const char* edtf;  // nullptr: not a date line
};
std::ostream& operator<<(std::ostream& out, const Line& line) { return out << line.text; }

const Line lines[] = {
    {"Date Jan 24, 2022", "2022-01-24"},
    {"04/04/2017", "2017-04-04"},
    {"2023-04-14", "2023-04-14"},
    {"Monday, May 18, 2015", "2015-05-18"},
    {"January 21, 2025", "2025-01-21"},
    {"  Published: 14 April 2023 10:30 GMT ", "2023-04-14"},
    {"Posted on Sept. 3, 2019 at 4:05 p.m. EDT", "2019-09-03"},
    {"Mon, 24 Jan 2022 10:00:00 +0900", "2022-01-24"},
    {"2023-04-14T08:00:00Z", "2023-04-14"},
    {"10:32 GMT, 21st of January, 2025", "2025-01-21"},
    {"FOR IMMEDIATE RELEASE March 4, 2022", "2022-03-04"},
    {"24.01.2022", "2022-01-24"},
    {"03.04.2017", "2017-04-03"},
    {"04/13/2017", "2017-04-13"},
    {"13/04/2017", "2017-04-13"},
    {"2022/01/24", "2022-01-24"},
    {"24-Jan-2022", "2022-01-24"},
    {"January 2022", "2022-01"},
    {"2022-01", "2022-01"},
    {"February 29, 2024", "2024-02-29"},
    {"February 29, 2023", nullptr},
    {"32 January 2022", nullptr},
    {"10 Downing Street", nullptr},
    {"On May 18, 2015 they met", nullptr},
    {"1.2.3", nullptr},
    {"2022", nullptr},
    {"Agenda 2030", nullptr},
    {"May we begin", nullptr},
    {"January 9-10, 2023", nullptr},
    {"1950-53 Korean War", nullptr},
    {"", nullptr},
};

BOOST_DATA_TEST_CASE(reads_date_lines, data::make(lines), line) {
  const auto reading = read_date_line(line.text);
  BOOST_CHECK_EQUAL(reading.has_value(), line.edtf != nullptr);
  if (reading && line.edtf != nullptr) BOOST_CHECK_EQUAL(reading->edtf, line.edtf);
}

BOOST_AUTO_TEST_CASE(a_date_of_two_readings_is_not_read) {
  const auto reading = read_date_line("03/04/2017");
  BOOST_REQUIRE(reading);
  BOOST_CHECK(reading->ambiguous);
  BOOST_CHECK(reading->edtf.empty());
}

BOOST_AUTO_TEST_CASE(knows_updates) {
  BOOST_CHECK(read_date_line("Last updated: 5 May 2020")->updated);
  BOOST_CHECK(!read_date_line("Published 5 May 2020")->updated);
}

BOOST_AUTO_TEST_CASE(reads_datelines) {
  const std::string_view yonhap = "SEOUL, Jan. 24 (Yonhap) -- South Korea said";
  const auto dateline = read_dateline(yonhap);
  BOOST_REQUIRE(dateline && dateline->date);
  BOOST_CHECK_EQUAL(yonhap.substr(dateline->size), "South Korea said");
  BOOST_CHECK_EQUAL(dateline->date->month, 1);
  BOOST_CHECK_EQUAL(dateline->date->day, 24);
  BOOST_CHECK_EQUAL(read_dateline("WASHINGTON, D.C., Jan. 24, 2022 (Reuters) – The")->date->edtf, "2022-01-24");
  BOOST_CHECK_EQUAL(read_dateline("KYIV, 24 January 2022 — The")->date->edtf, "2022-01-24");
  BOOST_CHECK(!read_dateline("LONDON (Reuters) - The")->date);
  BOOST_CHECK(read_dateline("WASHINGTON – Today"));
  const std::string_view riga = "Riga, 23 May 2025. The exercise ended.";
  BOOST_REQUIRE(read_dateline(riga));
  BOOST_CHECK_EQUAL(riga.substr(read_dateline(riga)->size), "The exercise ended.");
  BOOST_CHECK_EQUAL(read_dateline(riga)->date->edtf, "2025-05-23");
  BOOST_CHECK_EQUAL(read_dateline("Washington, D.C., May 5, 2025: The")->date->edtf, "2025-05-05");
}

BOOST_AUTO_TEST_CASE(sentences_with_dashes_are_not_datelines) {
  for (const char* text :
       {"Yoon Suk-yeol - a lawyer - won.", "The talks -- the third -- failed.",
        "On Friday, Jan. 24 -- a holiday -- they met.",
        "Three ministries – Unification, Foreign Affairs and National Defense – announced plans", "SEOUL --", "A - b"})
    BOOST_CHECK_MESSAGE(!read_dateline(text), text);
}

BOOST_AUTO_TEST_CASE(a_missing_year_is_the_nearest) {
  DateReading reading;
  reading.month = 12;
  reading.day = 30;
  BOOST_CHECK_EQUAL(with_year_of(reading, "2022-01-02"), "2021-12-30");
  BOOST_CHECK_EQUAL(with_year_of(reading, "2022"), "2022-12-30");
  BOOST_CHECK_EQUAL(with_year_of(reading, ""), "");
  reading.month = 1;
  BOOST_CHECK_EQUAL(with_year_of(reading, "2022-12-31"), "2023-01-30");
}

BOOST_AUTO_TEST_CASE(reads_dates_of_machines) {
  BOOST_CHECK_EQUAL(date_of_field("2022-01-24T10:00:00+09:00"), "2022-01-24");
  BOOST_CHECK_EQUAL(date_of_field("2022-01-24 10:00:00.123"), "2022-01-24");
  BOOST_CHECK_EQUAL(date_of_field("20220124"), "2022-01-24");
  BOOST_CHECK_EQUAL(date_of_field("2022"), "2022");
  BOOST_CHECK_EQUAL(date_of_field("Jan 24, 2022"), "2022-01-24");
  BOOST_CHECK_EQUAL(date_of_field("2022-13-40T00:00"), "");
  BOOST_CHECK_EQUAL(date_of_field("yesterday"), "");
}

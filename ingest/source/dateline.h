/// The date lines and datelines with which news texts begin. Dates in prose are read elsewhere (ingest/meaning).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::ingest {

/// What a date line says.
struct DateReading {
  std::string edtf;        ///< "2022-01-24", "2022-01"; empty when the line has a date that cannot be told
  bool ambiguous = false;  ///< "03/04/2017": two readings as day and month; `edtf` is empty
  bool updated = false;    ///< the line tells when the text was changed, not when it was published
  int month = 0, day = 0;  ///< where the year is missing ("Jan. 24"); `edtf` is empty
};

/// The date of a line that is a date and nothing else, save a label, a weekday, a time and a zone: "Date Jan 24, 2022",
/// "Monday, May 18, 2015", "Published: 14 April 2023 10:30 GMT", "2023-04-14T08:00:00Z". Nothing for other lines, and
/// for dates that no calendar has.
[[nodiscard]] std::optional<DateReading> read_date_line(std::string_view line);

/// The place, date and agency before a report: "SEOUL, Jan. 24 (Yonhap) -- ".
struct Dateline {
  std::size_t size = 0;             ///< bytes up to the first word of the report
  std::optional<DateReading> date;  ///< nothing in "LONDON (Reuters) - "
};
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view paragraph);

/// A date as machines write it (ISO 8601, RFC 2822, or a date line): in EDTF to the day at most; empty when it is none.
[[nodiscard]] std::string date_of_field(std::string_view value);

/// The year-month-day of `reading` in the year in which it lies nearest to `known` (EDTF, at least a year), in EDTF;
/// empty when `known` has no year.
[[nodiscard]] std::string with_year_of(const DateReading& reading, std::string_view known);

}  // namespace dossier::ingest

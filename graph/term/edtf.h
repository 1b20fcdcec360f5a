/// Dates that are no more precise than the source (Library of Congress, Extended Date/Time Format, 2019).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::graph {

/// A day of the proleptic Gregorian calendar; days compare, and `day + std::chrono::days(3)` is what it says.
using Day = std::chrono::sys_days;

/// A day, a month or a year, with as many parts as are known. A day needs a month; the year may be missing ("XXXX").
struct CalendarDate {
  std::optional<int> year;        ///< 0 … 9999
  std::optional<unsigned> month;  ///< 1 … 12
  std::optional<unsigned> day;    ///< 1 … 31

  /// Whether such a date can exist: February 29 needs a leap year, or an unknown one.
  [[nodiscard]] bool valid() const noexcept;
  /// The first and the last day that it may mean; nothing when the year is not known.
  [[nodiscard]] std::optional<Day> earliest() const noexcept;
  [[nodiscard]] std::optional<Day> latest() const noexcept;

  bool operator==(const CalendarDate&) const = default;
};

/// A date or an interval of the EDTF levels 0 and 1: `2018-09-19`, `2018-09`, `2018`, `XXXX-12-10`, `XXXX-12`, `XXXX`,
/// and `a/b` of two of these. Not read: times of day, seasons, `201X`, `2018?`, open intervals, years past four digits.
struct Edtf {
  CalendarDate start;
  std::optional<CalendarDate> end;  ///< the last part of an interval, itself included

  /// The date that is spelt; nothing when it is none, or an interval that ends before it begins.
  [[nodiscard]] static std::optional<Edtf> parse(std::string_view text);
  /// One day. `day` must lie in the years 0 … 9999.
  [[nodiscard]] static Edtf of(Day day);

  [[nodiscard]] bool is_interval() const noexcept { return end.has_value(); }
  /// The one day it means, or nothing when it is less precise than that.
  [[nodiscard]] std::optional<Day> day() const noexcept;
  /// The first and the last day that it may mean; nothing when that year is not known.
  [[nodiscard]] std::optional<Day> earliest() const noexcept;
  [[nodiscard]] std::optional<Day> latest() const noexcept;

  /// IRI of the datatype that fits: xsd:date, xsd:gYearMonth, xsd:gYear, else edtf:EDTF.
  [[nodiscard]] std::string_view datatype() const noexcept;

  bool operator==(const Edtf&) const = default;
};

/// The spelling that `Edtf::parse` reads and that belongs to `datatype()`.
[[nodiscard]] std::string to_string(const Edtf& date);

/// Whether every day of `inner` is a day of `outer`. False when a year is not known.
[[nodiscard]] bool contains(const Edtf& outer, const Edtf& inner) noexcept;

/// Whether some day of `date` lies between the first day of `since` and the last of `until`, both included; a bound
/// that is not set does not bind. False when the date's year, or that of a bound, is not known.
[[nodiscard]] bool overlaps(const Edtf& date, const std::optional<Edtf>& since,
                            const std::optional<Edtf>& until) noexcept;

/// By first day, then by last day (so `2018-01-01` before `2018`), then by spelling; dates of no known year come last.
[[nodiscard]] bool earlier(const Edtf& a, const Edtf& b);

[[nodiscard]] std::chrono::weekday weekday_of(Day day) noexcept;
/// The nearest such weekday before `day`, `day` itself when `same_day` and it is one.
[[nodiscard]] Day weekday_before(Day day, std::chrono::weekday weekday, bool same_day = true) noexcept;
/// The nearest such weekday after `day`, `day` itself when `same_day` and it is one.
[[nodiscard]] Day weekday_after(Day day, std::chrono::weekday weekday, bool same_day = true) noexcept;
[[nodiscard]] Day start_of_month(Day day) noexcept;
/// The date moved by whole days; nothing when it is not one day.
[[nodiscard]] std::optional<Edtf> add_days(const Edtf& date, int days) noexcept;
/// The day with this month and day of the month that lies nearest to `around` ("December 23" in a text of January 24);
/// of two equally near ones the earlier. Nothing when there is no such day in the years beside it.
[[nodiscard]] std::optional<Day> nearest_day(Day around, unsigned month, unsigned day_of_month) noexcept;

}  // namespace dossier::graph

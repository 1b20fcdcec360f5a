#include "graph/term/edtf.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day civil(int year, unsigned month, unsigned day) {
  return chrono::year(year) / chrono::month(month) / chrono::day(day);
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

/// Takes "-dd" off the front of `rest` into `part`. False when something else stands there.
bool take_part(std::string_view& rest, std::optional<unsigned>& part) {
  if (rest.empty()) return true;
  if (rest.size() < 3 || rest.front() != '-') return false;
  part = digits(rest.substr(1, 2));
  rest.remove_prefix(3);
  return part.has_value();
}

std::optional<CalendarDate> parse_date(std::string_view text) {
  constexpr std::size_t year_digits = 4;
  if (text.size() < year_digits) return std::nullopt;
  CalendarDate date;
  const std::string_view year = text.substr(0, year_digits);
  if (year != "XXXX") {
    const auto number = digits(year);
    if (!number) return std::nullopt;
    date.year = static_cast<int>(*number);
  }
  std::string_view rest = text.substr(year_digits);
  if (!take_part(rest, date.month) || !take_part(rest, date.day) || !rest.empty() || !date.valid()) return std::nullopt;
  return date;
}

void append_number(std::string& out, unsigned number, std::size_t width) {
  const std::string plain = std::to_string(number);
  out.append(width - std::min(width, plain.size()), '0');
  out += plain;
}

void append_date(std::string& out, const CalendarDate& date) {
  if (date.year) {
    append_number(out, static_cast<unsigned>(*date.year), 4);
  } else {
    out += "XXXX";
  }
  for (const auto& part : {date.month, date.day}) {
    if (!part) continue;
    out += '-';
    append_number(out, *part, 2);
  }
}

}  // namespace

bool CalendarDate::valid() const noexcept {
  if (year && (*year < 0 || *year > 9999)) return false;
  if (month && (*month < 1 || *month > 12)) return false;
  if (!day) return true;
  constexpr int leap_year = 2000;
  return month && civil(year.value_or(leap_year), *month, *day).ok();
}

std::optional<Day> CalendarDate::earliest() const noexcept {
  if (!year) return std::nullopt;
  return Day(civil(*year, month.value_or(1), day.value_or(1)));
}

std::optional<Day> CalendarDate::latest() const noexcept {
  if (!year) return std::nullopt;
  if (day) return Day(civil(*year, *month, *day));
  return Day(chrono::year(*year) / chrono::month(month.value_or(12)) / chrono::last);
}

std::optional<Edtf> Edtf::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto start = parse_date(text.substr(0, slash));
  if (!start) return std::nullopt;
  Edtf date{*start, std::nullopt};
  if (slash == std::string_view::npos) return date;
  date.end = parse_date(text.substr(slash + 1));
  if (!date.end) return std::nullopt;
  if (start->year && date.end->year && *date.latest() < *date.earliest()) return std::nullopt;
  return date;
}

Edtf Edtf::of(Day day) {
  const chrono::year_month_day parts(day);
  return {{static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())},
          std::nullopt};
}

std::optional<Day> Edtf::day() const noexcept { return is_interval() || !start.day ? std::nullopt : start.earliest(); }

std::optional<Day> Edtf::earliest() const noexcept { return start.earliest(); }

std::optional<Day> Edtf::latest() const noexcept { return end ? end->latest() : start.latest(); }

std::string_view Edtf::datatype() const noexcept {
  if (is_interval() || !start.year) return edtf::edtf;
  if (start.day) return xsd::date;
  return start.month ? xsd::g_year_month : xsd::g_year;
}

std::string to_string(const Edtf& date) {
  std::string text;
  append_date(text, date.start);
  if (date.end) {
    text += '/';
    append_date(text, *date.end);
  }
  return text;
}

bool contains(const Edtf& outer, const Edtf& inner) noexcept {
  const auto outer_first = outer.earliest(), outer_last = outer.latest();
  const auto inner_first = inner.earliest(), inner_last = inner.latest();
  if (!outer_first || !outer_last || !inner_first || !inner_last) return false;
  return *outer_first <= *inner_first && *inner_last <= *outer_last;
}

bool overlaps(const Edtf& date, const std::optional<Edtf>& since, const std::optional<Edtf>& until) noexcept {
  const auto first = date.earliest(), last = date.latest();
  if (!first || !last) return false;
  if (since && !(since->earliest() && *since->earliest() <= *last)) return false;
  if (until && !(until->latest() && *first <= *until->latest())) return false;
  return true;
}

bool earlier(const Edtf& a, const Edtf& b) {
  const auto first_a = a.earliest(), first_b = b.earliest();
  if (first_a.has_value() != first_b.has_value()) return first_a.has_value();
  if (first_a != first_b) return first_a < first_b;
  const auto last_a = a.latest(), last_b = b.latest();
  if (last_a.has_value() != last_b.has_value()) return last_a.has_value();
  if (last_a != last_b) return last_a < last_b;
  return to_string(a) < to_string(b);
}

chrono::weekday weekday_of(Day day) noexcept { return chrono::weekday(day); }

Day weekday_before(Day day, chrono::weekday weekday, bool same_day) noexcept {
  const Day from = same_day ? day : day - chrono::days(1);
  return from - (weekday_of(from) - weekday);
}

Day weekday_after(Day day, chrono::weekday weekday, bool same_day) noexcept {
  const Day from = same_day ? day : day + chrono::days(1);
  return from + (weekday - weekday_of(from));
}

Day start_of_month(Day day) noexcept {
  const chrono::year_month_day parts(day);
  return Day(parts.year() / parts.month() / 1);
}

std::optional<Edtf> add_days(const Edtf& date, int days) noexcept {
  const auto day = date.day();
  if (!day) return std::nullopt;
  const Edtf moved = Edtf::of(*day + chrono::days(days));
  return moved.start.valid() ? std::optional(moved) : std::nullopt;
}

std::optional<Day> nearest_day(Day around, unsigned month, unsigned day_of_month) noexcept {
  const int year = static_cast<int>(chrono::year_month_day(around).year());
  std::optional<Day> nearest;
  for (const int candidate : {year - 1, year, year + 1}) {
    const auto date = civil(candidate, month, day_of_month);
    if (!date.ok()) continue;
    if (!nearest || chrono::abs(Day(date) - around) < chrono::abs(*nearest - around)) nearest = Day(date);
  }
  return nearest;
}

}  // namespace dossier::graph

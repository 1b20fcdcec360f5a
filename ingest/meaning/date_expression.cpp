#include "ingest/meaning/date_expression.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/source/characters.h"
#include "ingest/source/month_names.h"

namespace dossier::ingest {
namespace {

using graph::CalendarDate;
using graph::Edtf;

constexpr std::array weekdays =
    std::to_array<std::string_view>({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});

/// Walks over the tokens of one sentence.
class DateFinder {
 public:
  DateFinder(const Document& document, std::span<const Token> tokens, std::uint32_t last)
      : document_(document), tokens_(tokens), last_(last) {}

  std::optional<DateExpression> at(std::uint32_t i) {
    DateExpression found;
    found.first = i;
    if (iso(i, found) || month_first(i, found) || day_first(i, found) || month_alone(i, found) || weekday(i, found) ||
        relative(i, found) || year_alone(i, found))
      return found;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < last_ ? document_.view(tokens_[i].span) : std::string_view();
  }
  [[nodiscard]] std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }

  [[nodiscard]] unsigned month(std::uint32_t i) const {
    const std::string_view written = word(i);
    if (written.empty() || written.front() < 'A' || written.front() > 'Z') return 0;
    return month_named(lower(i));
  }

  [[nodiscard]] static std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
  }
  /// "19", "19th"
  [[nodiscard]] std::optional<unsigned> day(std::uint32_t i) const {
    std::string_view text = word(i);
    if (text.size() > 2 && (text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd") || text.ends_with("th")))
      text.remove_suffix(2);
    if (text.size() > 2) return std::nullopt;
    const auto value = number(text);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }
  /// "5-6"
  [[nodiscard]] std::optional<std::pair<unsigned, unsigned>> days(std::uint32_t i) const {
    const std::string_view text = word(i);
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto a = number(text.substr(0, hyphen)), b = number(text.substr(hyphen + 1));
    if (!a || !b || *a < 1 || *b > 31 || *a >= *b) return std::nullopt;
    return std::pair(*a, *b);
  }
  [[nodiscard]] std::optional<int> year(std::uint32_t i) const {
    const std::string_view text = word(i);
    if (text.size() != 4) return std::nullopt;
    const auto value = number(text);
    if (!value || *value < 1500 || *value > 2199) return std::nullopt;
    return static_cast<int>(*value);
  }
  std::optional<int> year_after(std::uint32_t& i) const {
    const std::uint32_t at = word(i) == "," ? i + 1 : i;
    const auto found = year(at);
    if (found) i = at + 1;
    return found;
  }

  bool set(DateExpression& found, unsigned m, unsigned from, unsigned to, std::optional<int> y, std::uint32_t end) const {
    found.date.start = CalendarDate{y, m, from};
    if (to != 0) found.date.end = CalendarDate{y, m, to};
    found.last = end;
    return found.date.start.valid() && (!found.date.end || found.date.end->valid());
  }

  bool iso(std::uint32_t i, DateExpression& found) const {
    const std::string_view text = word(i);
    if (text.size() != 10 || text[4] != '-') return false;
    const auto date = Edtf::parse(text);
    if (!date) return false;
    found.date = *date;
    found.last = i + 1;
    return true;
  }

  bool month_first(std::uint32_t i, DateExpression& found) const {
    const unsigned m = month(i);
    if (m == 0) return false;
    std::uint32_t next = i + 2;
    if (const auto range = days(i + 1)) {
      const auto y = year_after(next);
      return set(found, m, range->first, range->second, y, next);
    }
    const auto d = day(i + 1);
    if (!d) return false;
    if ((word(next) == "-" || word(next) == "–" || lower(next) == "to" || lower(next) == "and") && day(next + 1) && *day(next + 1) > *d) {
      const unsigned to = *day(next + 1);
      next += 2;
      const auto y = year_after(next);
      return set(found, m, *d, to, y, next);
    }
    const auto y = year_after(next);
    return set(found, m, *d, 0, y, next);
  }

  bool day_first(std::uint32_t i, DateExpression& found) const {
    if (const auto range = days(i)) {
      const unsigned m = month(i + 1);
      if (m == 0) return false;
      std::uint32_t next = i + 2;
      const auto y = year_after(next);
      return set(found, m, range->first, range->second, y, next);
    }
    const auto d = day(i);
    if (!d) return false;
    const std::uint32_t name = lower(i + 1) == "of" ? i + 2 : i + 1;
    const unsigned m = month(name);
    if (m == 0) return false;
    std::uint32_t next = name + 1;
    const auto y = year_after(next);
    return set(found, m, *d, 0, y, next);
  }

  /// "October 2016", and after a preposition "in February", "in mid January"
  bool month_alone(std::uint32_t i, DateExpression& found) const {
    const unsigned m = month(i);
    if (m == 0) return false;
    std::uint32_t next = i + 1;
    const auto y = year_after(next);
    const std::string before = i > 0 ? lower(i - 1) : std::string();
    constexpr auto openers = std::to_array<std::string_view>({"in", "since", "until", "by", "late", "early", "mid", "last", "next", "this"});
    if (!y && std::ranges::find(openers, before) == openers.end()) return false;
    if (!y && m == 5 && before != "in" && before != "since" && before != "until") return false;  // "this may"
    found.date.start = CalendarDate{y, m, std::nullopt};
    found.last = next;
    return true;
  }

  bool weekday(std::uint32_t i, DateExpression& found) const {
    if (word(i).empty() || word(i).front() < 'A' || word(i).front() > 'Z') return false;
    const auto name = std::ranges::find(weekdays, lower(i));
    if (name == weekdays.end()) return false;
    std::uint32_t next = word(i + 1) == "," ? i + 2 : i + 1;
    DateExpression full = found;
    if (month_first(next, full) || day_first(next, full)) {
      found = full;
      return true;
    }
    found.weekday = static_cast<int>(name - weekdays.begin());
    found.last = i + 1;
    return true;
  }

  bool relative(std::uint32_t i, DateExpression& found) const {
    const std::string name = lower(i);
    if (name != "today" && name != "yesterday" && name != "tomorrow") return false;
    if (word(i + 1) == "'s" || word(i + 1) == "’s") return false;
    found.relative = true;
    found.day_offset = name == "today" ? 0 : name == "yesterday" ? -1 : 1;
    found.last = i + 1;
    return true;
  }

  bool year_alone(std::uint32_t i, DateExpression& found) const {
    const auto y = year(i);
    const std::string before = i > 0 ? lower(i - 1) : std::string();
    constexpr auto openers = std::to_array<std::string_view>({"by", "during", "for", "from", "in", "of", "since", "through", "until"});
    if (!y || !std::ranges::binary_search(openers, std::string_view(before))) return false;
    if (is_noun(i + 1 < last_ ? tokens_[i + 1].tag : Tag::none)) return false;
    found.date.start = CalendarDate{y, std::nullopt, std::nullopt};
    found.last = i + 1;
    return true;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  std::uint32_t last_;
};

/// The year for a month (and day) without one: the nearest on the side that the sentence speaks of.
int year_for(const CalendarDate& date, graph::Day published, TimeSense sense) {
  const std::chrono::year_month_day day(published);
  const int here = static_cast<int>(day.year());
  const unsigned month = static_cast<unsigned>(day.month()), of_month = static_cast<unsigned>(day.day());
  const bool after = *date.month > month || (*date.month == month && date.day && *date.day > of_month);
  const bool before = *date.month < month || (*date.month == month && date.day && *date.day < of_month);
  if (sense == TimeSense::past) return after ? here - 1 : here;
  if (sense == TimeSense::future) return before ? here + 1 : here;
  const int distance = static_cast<int>(*date.month) - static_cast<int>(month);
  return distance > 6 ? here - 1 : distance < -6 ? here + 1 : here;
}

}  // namespace

std::vector<DateExpression> find_dates(const Document& document, std::span<const Token> tokens, std::uint32_t first,
                                       std::uint32_t last) {
  std::vector<DateExpression> dates;
  DateFinder finder(document, tokens, last);
  for (std::uint32_t i = first; i < last;) {
    if (const auto found = finder.at(i)) {
      dates.push_back(*found);
      i = found->last;
    } else {
      ++i;
    }
  }
  return dates;
}

std::optional<ResolvedDate> resolve(const DateExpression& expression, std::string_view published, TimeSense sense) {
  const auto document = Edtf::parse(published);
  const auto day = document ? document->day() : std::nullopt;
  if (expression.relative || expression.weekday >= 0) {
    if (!day) return std::nullopt;
    if (expression.relative) return ResolvedDate{Edtf::of(*day + std::chrono::days(expression.day_offset)), TimeBasis::document};
    const std::chrono::weekday weekday(static_cast<unsigned>(expression.weekday));
    const graph::Day found = sense == TimeSense::future ? graph::weekday_after(*day, weekday) : graph::weekday_before(*day, weekday);
    return ResolvedDate{Edtf::of(found), TimeBasis::document};
  }
  ResolvedDate result{expression.date, TimeBasis::stated};
  if (!result.date.start.year && result.date.start.month && day) {
    const int year = year_for(result.date.start, *day, sense);
    result.date.start.year = year;
    if (result.date.end) result.date.end->year = year;
    result.basis = TimeBasis::document;
    if (!result.date.start.valid()) return std::nullopt;
  }
  return result;
}

}  // namespace dossier::ingest

#include "ingest/source/dateline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "ingest/source/characters.h"
#include "ingest/source/month_names.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t longest_date_line = 120;
constexpr std::size_t longest_dateline = 120;

/// A word, a number or one mark of a date line.
struct Piece {
  enum class Kind { word, number, mark } kind;
  std::string text;  // words in small letters
  int number = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    if (is_digit(line[at])) {
      while (end < line.size() && is_digit(line[end])) ++end;
      int number = -1;  // too long for a number of a date
      std::from_chars(line.data() + at, line.data() + end, number);
      pieces.push_back({Piece::Kind::number, std::string(line.substr(at, end - at)), number});
    } else if (is_letter(line[at])) {
      while (end < line.size() && is_letter(line[end])) ++end;
      pieces.push_back({Piece::Kind::word, lower_ascii(line.substr(at, end - at))});
    } else if (line[at] != ' ' && line[at] != '\t' && line.substr(at, 2) != "\xC2\xA0") {
      pieces.push_back({Piece::Kind::mark, std::string(line.substr(at, 1))});
    } else if (line[at] == '\xC2') {
      ++end;
    }
    at = end;
  }
  return pieces;
}

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 18> days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                                     "sunday", "mon",     "tue",       "tues",     "wed",    "thu",
                                                     "thur",   "thurs",   "fri",       "sat",      "sun",    "weds"};
  return is_one_of(days, word);
}

bool is_label(std::string_view word) {
  constexpr std::array<std::string_view, 20> labels = {
      "date",   "dated", "published", "posted", "publication", "updated", "last", "modified",  "release", "released",
      "issued", "issue", "created",   "on",     "of",          "first",   "for",  "immediate", "time",    "delivered"};
  return is_one_of(labels, word);
}

/// What may follow a date on its line: zones and the small words of a time.
bool is_after_date(std::string_view word) {
  constexpr std::array<std::string_view, 28> words = {
      "at",  "am",  "pm",  "a",   "p",   "m",   "t",    "z",   "gmt", "utc",  "est",  "edt", "cst", "cdt",
      "pst", "pdt", "mst", "mdt", "bst", "cet", "cest", "kst", "jst", "aest", "aedt", "ist", "et",  "local"};
  return is_one_of(words, word);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_day_of(int year, int month, int day) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= days[static_cast<std::size_t>(month) - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

std::string edtf(int year, int month, int day) {
  std::array<char, 16> text{};
  if (day == 0)
    std::snprintf(text.data(), text.size(), "%04d-%02d", year % 10000, month % 100);
  else
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  return text.data();
}

/// Reads the pieces of one date line, left to right.
class DateLineReader {
 public:
  explicit DateLineReader(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  std::optional<DateReading> read() {
    skip_labels();
    skip_time_before_date();
    if (!read_date()) return std::nullopt;
    return ends_well() ? std::optional(reading_) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_number(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::Kind::number;
  }
  [[nodiscard]] bool is_word(std::size_t i) const { return i < pieces_.size() && pieces_[i].kind == Piece::Kind::word; }
  [[nodiscard]] bool is_mark(std::size_t i, std::string_view mark) const {
    return i < pieces_.size() && pieces_[i].text == mark;
  }
  [[nodiscard]] bool is_year(std::size_t i) const {
    return is_number(i) && pieces_[i].text.size() == 4 && pieces_[i].number >= 1000;
  }
  [[nodiscard]] int month_at(std::size_t i) const { return is_word(i) ? static_cast<int>(month_named(pieces_[i].text)) : 0; }
  void skip_mark(std::string_view mark) {
    if (is_mark(at_, mark)) ++at_;
  }

  void skip_labels() {
    for (; at_ < pieces_.size(); ++at_) {
      const Piece& piece = pieces_[at_];
      if (piece.kind == Piece::Kind::number || month_at(at_) != 0) return;
      if (piece.text == "updated" || piece.text == "modified") reading_.updated = true;
      const bool known = piece.kind == Piece::Kind::mark
                             ? std::string_view(":,.|([-").find(piece.text) != std::string_view::npos
                             : is_label(piece.text) || is_weekday(piece.text) || is_after_date(piece.text);
      if (!known) return;
    }
  }

  /// "10:30 GMT, 14 April 2023"
  void skip_time_before_date() {
    if (!(is_number(at_) && is_mark(at_ + 1, ":") && is_number(at_ + 2))) return;
    at_ += 3;
    skip_labels();
  }

  bool read_date() {
    if (is_number(at_) && (is_mark(at_ + 1, "-") || is_mark(at_ + 1, "/") || is_mark(at_ + 1, ".")) &&
        is_number(at_ + 2))
      return read_numeric();
    if (month_at(at_) != 0) return read_month_first();
    if (is_number(at_)) return read_day_first();
    return false;
  }

  /// 2023-04-14, 2023/04/14, 2023-04; 24.01.2022, 04/13/2017
  bool read_numeric() {
    const std::string mark = pieces_[at_ + 1].text;
    const int first = pieces_[at_].number;
    const int second = pieces_[at_ + 2].number;
    const bool three = is_mark(at_ + 3, mark) && is_number(at_ + 4);
    if (is_year(at_)) {
      const int day = three ? pieces_[at_ + 4].number : 0;
      at_ += three ? 5 : 3;
      return set(first, second, day, three) && (three || mark == "-");
    }
    if (!three || !is_year(at_ + 4)) return false;
    const int year = pieces_[at_ + 4].number;
    at_ += 5;
    return set_day_and_month(year, first, second, mark);
  }

  bool set_day_and_month(int year, int first, int second, std::string_view mark) {
    const bool day_first = is_day_of(year, second, first);
    // Points are written between numbers only where the day stands first (DIN 5008 and its like).
    const bool month_first = mark != "." && is_day_of(year, first, second);
    if (day_first && month_first && first != second) {
      reading_.ambiguous = true;
      return true;
    }
    if (day_first) return set(year, second, first, true);
    return month_first && set(year, first, second, true);
  }

  /// May 18, 2015; Jan. 24; January 2022
  bool read_month_first() {
    const int month = month_at(at_++);
    skip_mark(".");
    if (is_year(at_)) return set(pieces_[at_++].number, month, 0, false);
    if (!is_number(at_)) return false;
    const int day = pieces_[at_++].number;
    skip_ordinal();
    skip_mark(",");
    return set_with_optional_year(month, day);
  }

  /// 14 April 2023, 21st of January, 2025, 24-Jan-2022
  bool read_day_first() {
    const int day = pieces_[at_++].number;
    skip_ordinal();
    if (is_word(at_) && pieces_[at_].text == "of") ++at_;
    skip_mark("-");
    const int month = month_at(at_);
    if (month == 0) return false;
    ++at_;
    skip_mark(".");
    skip_mark(",");
    skip_mark("-");
    return set_with_optional_year(month, day);
  }

  void skip_ordinal() {
    constexpr std::array<std::string_view, 4> ordinals = {"st", "nd", "rd", "th"};
    if (is_word(at_) && is_one_of(ordinals, pieces_[at_].text)) ++at_;
  }

  bool set_with_optional_year(int month, int day) {
    if (is_year(at_)) return set(pieces_[at_++].number, month, day, true);
    if (!is_day_of(2000, month, day)) return false;
    reading_.month = month;
    reading_.day = day;
    return true;
  }

  bool set(int year, int month, int day, bool with_day) {
    if (with_day ? !is_day_of(year, month, day) : (month < 1 || month > 12)) return false;
    reading_.edtf = edtf(year, month, with_day ? day : 0);
    return true;
  }

  /// Only marks, a time and its zone may be left.
  [[nodiscard]] bool ends_well() const {
    for (std::size_t i = at_; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.kind == Piece::Kind::mark && std::string_view(":,.|()[]-+/").find(piece.text) == std::string_view::npos)
        return false;
      if (piece.kind == Piece::Kind::word && !is_after_date(piece.text) && !is_weekday(piece.text)) return false;
      if (piece.kind == Piece::Kind::number && !is_part_of_time(i)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_part_of_time(std::size_t i) const {
    if (i > 0 && (is_mark(i - 1, ":") || is_mark(i - 1, "+") || is_mark(i - 1, "-") || is_mark(i - 1, ".")))
      return true;
    return is_mark(i + 1, ":") || (is_word(i + 1) && is_after_date(pieces_[i + 1].text)) ||
           (i > 0 && is_word(i - 1) && is_after_date(pieces_[i - 1].text));
  }

  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  DateReading reading_;
};

/// Where the dash is that ends a dateline, with the bytes of the dash; npos when there is none near the beginning.
std::pair<std::size_t, std::size_t> find_dash(std::string_view text) {
  constexpr std::array<std::string_view, 6> dashes = {"\xE2\x80\x94", " --- ", " -- ", " \xE2\x80\x93 ", " - ", "--"};
  std::pair<std::size_t, std::size_t> best{std::string_view::npos, 0};
  for (const std::string_view dash : dashes) {
    const std::size_t at = text.substr(0, longest_dateline).find(dash);
    if (at < best.first) best = {at, dash.size()};
  }
  return best;
}

/// "On Friday" has capitals too.
bool begins_like_place(std::string_view text) {
  constexpr std::array<std::string_view, 14> others = {"on",    "in",     "by",   "at",   "since", "until", "from",
                                                       "after", "before", "last", "this", "the",   "late",  "early"};
  const std::string first = lower_ascii(text.substr(0, text.find(' ')));
  return !is_one_of(others, first) && !is_weekday(first);
}

/// "SEOUL", "WASHINGTON, D.C.", "New York", "TEL AVIV, Israel": capital letters begin each word.
bool is_place(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 50 || !(first_character(text) >= 'A')) return false;
  if (!begins_like_place(text)) return false;
  bool begins_word = true;
  std::size_t words = 0;
  for (const char c : text) {
    if (is_digit(c) || c == ':' || c == ';' || c == '"') return false;
    if (begins_word && c >= 'a' && c <= 'z') return false;
    if (begins_word && c != ' ') ++words;
    begins_word = c == ' ' || c == '/';
  }
  return words <= 5;
}

bool is_in_capitals(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Takes "(Yonhap)" off the end.
bool remove_agency(std::string_view& head) {
  head = trimmed(head);
  if (!head.ends_with(')')) return false;
  const std::size_t open = head.rfind('(');
  if (open == std::string_view::npos) return false;
  head = trimmed(head.substr(0, open));
  return true;
}

/// The date behind the place in "WASHINGTON, D.C., Jan. 24".
std::optional<DateReading> date_after_place(std::string_view head) {
  for (std::size_t comma = head.find(','); comma != std::string_view::npos; comma = head.find(',', comma + 1))
    if (auto date = read_date_line(head.substr(comma + 1)); date && is_place(head.substr(0, comma))) return date;
  return std::nullopt;
}

/// "Riga, 23 May 2025. The exercise": a stop ends it only where the date is whole.
std::optional<Dateline> read_stopped_dateline(std::string_view paragraph) {
  for (std::size_t at = paragraph.find_first_of(".:"); at < longest_dateline; at = paragraph.find_first_of(".:", at + 1)) {
    const std::string_view head = paragraph.substr(0, at);
    if (head.find('\n') != std::string_view::npos || paragraph.substr(at + 1, 1) != " ") continue;
    const auto date = date_after_place(head);
    const std::size_t size = paragraph.find_first_not_of(' ', at + 1);
    if (date && !date->edtf.empty() && date->edtf.size() > 4 && size != std::string_view::npos) return Dateline{size, date};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateReading> read_date_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > longest_date_line) return std::nullopt;
  return DateLineReader(pieces_of(line)).read();
}

std::optional<Dateline> read_dateline(std::string_view paragraph) {
  if (auto stopped = read_stopped_dateline(paragraph)) return stopped;
  const auto [dash, dash_size] = find_dash(paragraph);
  if (dash == std::string_view::npos || dash == 0) return std::nullopt;
  std::string_view head = paragraph.substr(0, dash);
  if (head.find('\n') != std::string_view::npos) return std::nullopt;
  const bool agency = remove_agency(head);
  std::size_t size = dash + dash_size;
  while (size < paragraph.size() && paragraph[size] == ' ') ++size;
  if (size == paragraph.size()) return std::nullopt;
  if (auto date = date_after_place(head)) return Dateline{size, date};
  // Without a date, "Yoon Suk-yeol - a lawyer" must not pass: the place stands in capitals or an agency is named.
  if (is_place(head) &&
      (agency || (is_in_capitals(head) && head.size() > 2 && head.find(' ') == std::string_view::npos)))
    return Dateline{size, std::nullopt};
  return std::nullopt;
}

std::string date_of_field(std::string_view value) {
  value = trimmed(value);
  // An ISO 8601 time after the date says nothing more about the day.
  if (value.size() > 10 && (value[10] == 'T' || value[10] == ' ') && value[4] == '-' && value[7] == '-')
    value = value.substr(0, 10);
  const auto is_all_digits = [](std::string_view text) { return std::ranges::all_of(text, is_digit); };
  if (value.size() == 4 && is_all_digits(value)) return std::string(value);
  if (value.size() == 8 && is_all_digits(value))
    return date_of_field(std::string(value.substr(0, 4)) + '-' + std::string(value.substr(4, 2)) + '-' +
                         std::string(value.substr(6)));
  const auto reading = read_date_line(value);
  return reading ? reading->edtf : std::string();
}

std::string with_year_of(const DateReading& reading, std::string_view known) {
  int year = 0;
  if (known.size() < 4 || std::from_chars(known.data(), known.data() + 4, year).ptr != known.data() + 4) return {};
  int known_month = 0;
  if (known.size() >= 7) std::from_chars(known.data() + 5, known.data() + 7, known_month);
  if (known_month != 0 && reading.month - known_month > 6) --year;
  if (known_month != 0 && known_month - reading.month > 6) ++year;
  return is_day_of(year, reading.month, reading.day) ? edtf(year, reading.month, reading.day) : std::string();
}

}  // namespace dossier::ingest

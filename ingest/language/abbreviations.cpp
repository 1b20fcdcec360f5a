#include "ingest/language/abbreviations.h"

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

/// Lower case; each list sorted.
constexpr auto always = std::to_array<std::string_view>(
    {"approx", "arrv", "asst",   "attn", "blvd", "bros", "ca",   "capt", "cf", "cmdr", "dept", "div",
     "dr",     "drs",  "eg",     "esp",  "gen",  "gov",  "hon",  "hwy",  "ie", "incl", "jr",   "lt",
     "ltd",    "maj",  "messrs", "mlle", "mme",  "mr",   "mrs",  "ms",   "mt", "nos",  "prof", "pvt",
     "reps",   "sens", "sgt",    "sr",   "st",   "sts",  "supt", "viz",  "vs"});
constexpr auto with_capital = std::to_array<std::string_view>(
    {"adm",  "amb", "apr",  "assoc", "aug",  "ave",   "brig", "co",   "col",  "comdr", "conf",
     "corp", "cpl", "dec",  "ed",    "feb",  "fr",    "fri",  "ft",   "inc",  "jan",   "jul",
     "jun",  "la",  "mon",  "nov",   "oct",  "ph",    "pres", "rep",  "rev",  "sat",   "sec",
     "sen",  "sep", "sept", "thu",   "thur", "thurs", "tue",  "tues", "univ", "va",    "wed"});
constexpr auto before_number = std::to_array<std::string_view>(
    {"apr", "art", "c",  "ch", "chap", "eq", "ext", "fig", "figs", "jul", "jun", "mar",
     "may", "no",  "op", "p",  "para", "pp", "res", "sec", "sun",  "tel", "vol", "vols"});
constexpr auto inside_a_sentence = std::to_array<std::string_view>({"al", "etc", "lb", "lbs", "oz", "yrs"});
constexpr auto name_endings = std::to_array<std::string_view>(
    {"asp", "aspx", "biz", "ca",   "cn",   "co",  "com", "csv", "de",   "doc", "docx", "edu",  "eu",  "exe", "fr",
     "gif", "gov",  "htm", "html", "info", "int", "io",  "jp",  "jpeg", "jpg", "kr",   "mil",  "mp3", "net", "org",
     "pdf", "php",  "png", "ppt",  "pptx", "ru",  "tv",  "txt", "uk",   "url", "xls",  "xlsx", "xml", "zip"});

template <std::size_t size>
bool has(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::ranges::binary_search(list, word);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// "U.S", "e.g", "Ph.D": parts of one or two letters.
bool is_dotted(std::string_view word) {
  std::size_t letters = 0, dots = 0;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0 || letters > 2) return false;
      letters = 0;
      ++dots;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return dots > 0 && letters > 0;
}

}  // namespace

bool owns_its_dot(std::string_view word, Following following) {
  if (word.empty() || word.size() > 24) return false;
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  if (word.size() == 1 && capital)
    return following != Following::nothing && (word != "I" || following == Following::capital);
  if (is_dotted(word.substr(word.rfind('-') + 1))) return true;     // "U.S", "ROK-U.S"
  if (word == "v" && following == Following::capital) return true;  // "Roe v. Wade"
  const std::string lower = lower_ascii(word);
  if (has(always, lower) || (capital && has(with_capital, lower))) return true;
  if (has(inside_a_sentence, lower)) return following == Following::other || lower == "al";
  return following == Following::digit && has(before_number, lower);
}

bool is_name_ending(std::string_view part) { return part.size() <= 5 && has(name_endings, lower_ascii(part)); }

}  // namespace dossier::ingest

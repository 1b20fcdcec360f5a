#include "ingest/language/tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

/// Abbreviations after which a sentence seldom ends; lower case, without the final dot.
constexpr std::array abbreviations = std::to_array<std::string_view>({
    "adm", "amb", "apr", "art", "assoc", "asst", "aug", "ave", "brig", "bros", "capt", "cf", "cmdr", "co", "col", "comdr",
    "corp", "cpl", "dec", "dept", "dr", "ed", "esp", "est", "etc", "feb", "fig", "fri", "ft", "gen", "gov", "hon", "inc",
    "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mon", "mr", "mrs", "ms", "mt", "no", "nos", "nov",
    "oct", "op", "pp", "pres", "prof", "pvt", "rep", "reps", "rev", "sat", "sec", "sen", "sens", "sep", "sept", "sgt", "sr",
    "st", "sun", "supt", "thu", "thurs", "tue", "tues", "viz", "vol", "vs", "wed"});

struct Character {
  UChar32 value;
  std::uint32_t size;
};

Character character_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;  // documents hold valid UTF-8
  const std::uint32_t fits = std::min(size, end - at);
  return {static_cast<UChar32>(first_character(text.substr(at, fits))), fits};
}

bool is_word(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK;
}
bool is_space(UChar32 c) { return c <= 0x20 || c == 0xA0 || (c >= 0x80 && u_isUWhiteSpace(c)) || c == 0x200B || c == 0xFEFF; }
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
bool is_capital(UChar32 c) { return u_isupper(c) != 0 || u_istitle(c) != 0; }
bool is_lower(UChar32 c) { return u_islower(c) != 0; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// One walk over a block.
class Scanner {
 public:
  Scanner(std::string_view text, Span block, std::vector<Token>& tokens)
      : text_(text), at_(block.begin), end_(block.end), tokens_(tokens) {}

  void run() {
    bool space = true;
    while (at_ < end_) {
      const Character c = here();
      if (is_space(c.value)) {
        space = true;
        at_ += c.size;
        continue;
      }
      const std::uint32_t begin = at_;
      if (!address() && !possessive(c) && !(is_word(c.value) && word())) mark(c);
      tokens_.push_back({{begin, at_}, Tag::none, space});
      space = false;
    }
  }

 private:
  [[nodiscard]] Character here() const { return character_at(text_, at_, end_); }
  [[nodiscard]] UChar32 peek(std::uint32_t at) const { return at < end_ ? character_at(text_, at, end_).value : 0; }

  /// An e-mail or web address: up to the next white space, without closing punctuation.
  bool address() {
    const std::string_view rest = text_.substr(at_, end_ - at_);
    const bool web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    std::size_t length = 0;
    bool mail = false;
    while (length < rest.size() && static_cast<unsigned char>(rest[length]) > 0x20) {
      if (rest[length] == '@' && length > 0) mail = true;
      if (!web && !mail && !is_word(static_cast<unsigned char>(rest[length])) && rest[length] != '.' && rest[length] != '-' &&
          rest[length] != '+')
        return false;
      ++length;
    }
    if (!web && !mail) return false;
    while (length > 0 && std::string_view(".,;:!?)]}>\"'*").find(rest[length - 1]) != std::string_view::npos) --length;
    if (length == 0) return false;
    at_ += static_cast<std::uint32_t>(length);
    return true;
  }

  /// "'s" and "'" after a word.
  bool possessive(const Character& c) {
    if (!is_apostrophe(c.value) || tokens_.empty() || tokens_.back().span.end != at_) return false;
    const UChar32 next = peek(at_ + c.size);
    if ((next == 's' || next == 'S') && !is_word(peek(at_ + c.size + 1))) {
      at_ += c.size + 1;
      return true;
    }
    return false;
  }

  bool word() {
    const std::uint32_t begin = at_;
    for (;;) {
      while (at_ < end_) {
        const Character c = here();
        if (is_word(c.value)) {
          at_ += c.size;
        } else if (!joins(c, begin)) {
          break;
        }
      }
      abbreviation(begin);
      if (text_[at_ - 1] != '.' || at_ >= end_ || text_[at_] != '-' || !is_word(peek(at_ + 1))) return true;
      ++at_;  // "U.S.-Mexico"
    }
  }

  /// Whether a mark inside a word belongs to it, and if so steps over it.
  bool joins(const Character& c, std::uint32_t begin) {
    const std::uint32_t next_at = at_ + c.size;
    const UChar32 next = peek(next_at);
    if (!is_word(next)) return false;
    const UChar32 before = static_cast<unsigned char>(text_[at_ - 1]);
    if (is_hyphen(c.value)) {
      at_ = next_at;
      return true;
    }
    if (is_apostrophe(c.value)) {  // O'Neill, don't; not the possessive
      if ((next == 's' || next == 'S') && !is_word(peek(next_at + 1))) return false;
      at_ = next_at;
      return true;
    }
    if ((c.value == '.' || c.value == ',' || c.value == ':') && is_digit(before) && is_digit(next)) {
      at_ = next_at;
      return true;
    }
    if (c.value == '.') {  // U.S, e.g; but "need.And" are two sentences that lost their space
      const bool single = at_ - begin == 1 || (at_ >= 2 && (text_[at_ - 2] == '.' || text_[at_ - 2] == '-'));
      const bool single_next = !is_word(peek(next_at + character_at(text_, next_at, end_).size));
      if (single && (single_next || peek(next_at + 1) == '.')) {
        at_ = next_at;
        return true;
      }
      if (is_lower(next) && is_lower(before) && next_at - begin > 2 && !text_.substr(begin, at_ - begin).empty()) {
        at_ = next_at;  // example.org
        return true;
      }
      return false;
    }
    if (c.value == '&' && is_capital(before) && is_capital(next)) {  // R&D
      at_ = next_at;
      return true;
    }
    if (c.value == '/' && is_digit(before) && is_digit(next)) {  // 04/04/2017
      at_ = next_at;
      return true;
    }
    return false;
  }

  /// A final dot belongs to an abbreviation: "Dr.", "U.S.", "J.".
  void abbreviation(std::uint32_t begin) {
    if (at_ >= end_ || text_[at_] != '.') return;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool dotted = word.find('.') != std::string_view::npos && !is_digit(static_cast<unsigned char>(word.front())) &&
                        (word.size() == word.find('.') * 2 + 1 || word[word.size() - 2] == '.');
    const bool initial = word.size() == 1 && word.front() >= 'A' && word.front() <= 'Z' && word.front() != 'I';
    const bool known = is_capital(static_cast<unsigned char>(word.front())) || word == "etc" || word == "vs" || word == "no"
                           ? std::ranges::binary_search(abbreviations, std::string_view(lower_ascii(word)))
                           : false;
    const bool number_mark = word == "No" && !is_digit(peek(at_ + 2));
    if (dotted || initial || (known && !number_mark)) ++at_;
  }

  void mark(const Character& c) {
    at_ += c.size;
    if (c.value == '.' || c.value == '-' || c.value == '*' || c.value == '`')  // runs of one mark are one token
      while (at_ < end_ && text_[at_] == static_cast<char>(c.value)) ++at_;
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  std::vector<Token>& tokens_;
};

bool is_closing(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "”" || mark == "’" || mark == ")" || mark == "]" || mark == "»" || mark == "*" ||
         mark == "**";
}
bool is_opening(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "“" || mark == "‘" || mark == "(" || mark == "[" || mark == "«" || mark == "*" ||
         mark == "**" || mark == "-" || mark == "•";
}

/// Words that can begin a sentence after "U.S." but not go on with a name.
bool begins_sentence(std::string_view word) {
  constexpr auto words = std::to_array<std::string_view>(
      {"A", "After", "An", "And", "As", "At", "But", "For", "He", "However", "If", "In", "It", "Its", "On", "She", "The",
       "Their", "There", "These", "They", "This", "Those", "We", "When", "While", "With"});
  return std::ranges::binary_search(words, word);
}

}  // namespace

void tokenize(std::string_view text, Span block, std::vector<Token>& tokens) { Scanner(text, block, tokens).run(); }

std::vector<std::uint32_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first) {
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  const auto word = [&](std::uint32_t i) { return text.substr(tokens[i].span.begin, tokens[i].span.size()); };
  for (std::uint32_t i = first; i < size; ++i) {
    const std::string_view mark = word(i);
    const bool terminal = mark == "." || mark == "!" || mark == "?" || mark == "…" || mark == "。" || mark.starts_with("..");
    const bool abbreviation = !terminal && mark.size() > 1 && mark.back() == '.';
    if (!terminal && !abbreviation) continue;
    std::uint32_t end = i + 1;
    while (end < size && is_closing(word(end)) && (!tokens[end].space_before || word(end) == "**")) ++end;
    std::uint32_t next = end;
    while (next < size && is_opening(word(next))) ++next;
    if (next < size) {
      const Character c = character_at(text, tokens[next].span.begin, tokens[next].span.end);
      const bool starts = is_capital(c.value) || is_digit(c.value) || next > end || !is_lower(c.value);
      if (terminal && !starts) continue;
      if (terminal && !tokens[end].space_before && mark == "." && !is_capital(c.value) && next == end) continue;
      // "U.S. Ambassador" goes on; "in the U.S. The" does not
      if (abbreviation && !(mark.find('.') + 1 < mark.size() && begins_sentence(word(next)))) continue;
    }
    ends.push_back(end);
    i = end - 1;
  }
  if (ends.empty() || ends.back() != size) ends.push_back(size);
  return ends;
}

}  // namespace dossier::ingest

#include "ingest/language/tokenizer.h"

#include <algorithm>
#include <array>

#include "ingest/language/abbreviations.h"
#include "ingest/language/address.h"
#include "ingest/language/character_class.h"
#include "ingest/language/contractions.h"
#include "ingest/source/characters.h"

namespace dossier::ingest {
namespace {

/// One walk over a block, from one piece between white space to the next.
class Scanner {
 public:
  Scanner(std::string_view text, Span block, std::vector<Token>& tokens)
      : text_(text), at_(block.begin), block_end_(block.end), tokens_(tokens) {}

  void run() {
    while (at_ < block_end_) {
      const Character c = character_at(text_, at_, block_end_);
      if (is_space(c.value)) {
        at_ += c.size;
        continue;
      }
      piece();
    }
  }

 private:
  void piece() {
    begin_ = end_ = at_;
    while (end_ < block_end_) {
      const Character c = character_at(text_, end_, block_end_);
      if (is_space(c.value)) break;
      end_ += c.size;
    }
    AddressFinder addresses(text_, begin_, end_);
    space_ = true;
    bool after_word = false;  // an address begins where no word is under way
    while (at_ < end_) {
      const std::uint32_t from = at_;
      if (!after_word) at_ = addresses.end_of_address(from);
      if (at_ > from) {
        push(from, at_);
        continue;
      }
      const Character c = here();
      after_word = false;
      if (is_word_character(c.value) || begins_with_mark(c)) {
        word(from);
        after_word = true;
      } else if (!possessive(c)) {
        mark(c);
        push(from, at_);
      }
    }
  }

  void push(std::uint32_t from, std::uint32_t to) {
    tokens_.push_back({.span = {from, to}, .space_before = space_});
    space_ = false;
  }

  [[nodiscard]] Character here() const { return character_at(text_, at_, end_); }
  [[nodiscard]] char32_t peek(std::uint32_t at) const { return at < end_ ? character_at(text_, at, end_).value : 0; }
  [[nodiscard]] std::string_view view(std::uint32_t from, std::uint32_t to) const {
    return text_.substr(from, to - from);
  }

  /// ".5", "'02", "+44", "#tag" at the beginning of a piece or behind an opening mark; steps over the mark.
  bool begins_with_mark(const Character& c) {
    if (c.value != '.' && c.value != '+' && c.value != '#' && !is_apostrophe(c.value)) return false;
    const std::uint32_t next = at_ + c.size;
    if (c.value == '#' && at_ == begin_ && is_letter(peek(next))) {
      at_ = next;
      return true;
    }
    if (c.value == '#' || !is_digit(peek(next)) ||
        (at_ > begin_ && is_word_character(static_cast<unsigned char>(text_[at_ - 1]))))
      return false;
    if (is_apostrophe(c.value) && (!is_digit(peek(next + 1)) || is_digit(peek(next + 2)))) return false;
    if (c.value == '.' && at_ > begin_ && text_[at_ - 1] == '.') return false;
    at_ = next;
    return true;
  }

  /// "'s" behind what is no plain word: "U.S.'s", "(UN)'s".
  bool possessive(const Character& c) {
    if (!is_apostrophe(c.value) || at_ == begin_) return false;
    const std::uint32_t next = at_ + c.size;
    if ((peek(next) != 's' && peek(next) != 'S') || is_word_character(peek(next + 1))) return false;
    push(at_, next + 1);
    at_ = next + 1;
    return true;
  }

  void word(std::uint32_t from) {
    for (;;) {
      while (at_ < end_) {
        const Character c = here();
        if (is_word_character(c.value) || joins_to_previous(c.value)) {
          at_ += c.size;
        } else if (!joins(c, from)) {
          break;
        }
      }
      if (at_ < end_ && text_[at_] == '.' && owns_its_dot(view(from, at_), following(at_ + 1))) ++at_;
      if (text_[at_ - 1] != '.' || at_ + 1 >= end_ || text_[at_] != '-' || !is_word_character(peek(at_ + 1))) break;
      ++at_;  // "U.S.-Mexico"
    }
    if (at_ < end_ && text_[at_] == '$' && is_currency(view(from, at_))) ++at_;
    if (at_ + 1 == end_ && text_[at_] == '/' && at_ - from == 1 && text_[from] == 'w') ++at_;  // "w/"
    if (at_ + 1 == end_ && text_[at_] == '-' && at_ - from <= 3 && is_stutter(from)) ++at_;
    split(from);
  }

  /// "US$", "A$": before the dollar sign.
  static bool is_currency(std::string_view word) {
    constexpr auto before_dollar =
        std::to_array<std::string_view>({"A", "AU", "C", "CA", "HK", "NZ", "NT", "R", "S", "U", "US"});
    return std::ranges::find(before_dollar, word) != before_dollar.end();
  }

  /// "th- the": a word that breaks off; not "low- and middle-income".
  [[nodiscard]] bool is_stutter(std::uint32_t from) const {
    const std::string_view rest = text_.substr(at_ + 1, std::min<std::uint32_t>(block_end_ - at_ - 1, 5));
    if (rest.starts_with(" and ") || rest.starts_with(" or ") || rest.starts_with(" to ")) return false;
    return std::ranges::all_of(view(from, at_), [](char c) { return is_letter(static_cast<unsigned char>(c)); });
  }

  /// Pushes the parts of the word that ends here.
  void split(std::uint32_t from) {
    splits_.clear();
    contraction_splits(view(from, at_), splits_);
    std::uint32_t begin = from;
    for (const std::uint32_t offset : splits_) {
      push(begin, from + offset);
      begin = from + offset;
    }
    push(begin, at_);
  }

  /// What comes after a dot that ends at `at`.
  [[nodiscard]] Following following(std::uint32_t at) const {
    for (std::uint32_t i = at; i < block_end_ && i < at + 8;) {
      const Character c = character_at(text_, i, block_end_);
      if (is_digit(c.value)) return Following::digit;
      if (is_capital(c.value)) return Following::capital;
      if (!is_space(c.value)) return Following::other;
      i += c.size;
    }
    return Following::nothing;
  }

  /// Whether a mark between two characters of words belongs to the word, and if so steps over it.
  bool joins(const Character& c, std::uint32_t from) {
    if (c.value >= 0x80 && !is_apostrophe(c.value) && !is_hyphen(c.value)) return false;
    const std::uint32_t next_at = at_ + c.size;
    const char32_t next = peek(next_at);
    if (!is_word_character(next)) return false;
    const char32_t before = static_cast<unsigned char>(text_[at_ - 1]);
    if (!joins(c.value, from, before, next, next_at)) return false;
    at_ = next_at;
    return true;
  }

  [[nodiscard]] bool joins(char32_t mark, std::uint32_t from, char32_t before, char32_t next,
                           std::uint32_t next_at) const {
    const bool digits = is_digit(before) && is_digit(next);
    switch (mark) {
      case '-':
      case 0x2010:
      case 0x2011:
      case '\'':
      case 0x2019:
        return true;
      case '`':
        return is_lower(before) && is_lower(next) && next_at + 2 >= end_;  // "driver`s"
      case ':':
        return digits;
      case ',':
        return digits && !is_digit(peek(next_at + 3)) && is_digit(peek(next_at + 1)) && is_digit(peek(next_at + 2));
      case '/':
        return digits || (is_single(from, at_) && is_letter(next) && !is_word_character(peek(next_at + 1)));  // "w/o"
      case '&':
        return (is_capital(before) && is_capital(next)) ||
               (is_single(from, at_) && !is_word_character(peek(next_at + 1)));
      case '*':
      case '$':
        return is_letter(before) && is_lower(next);  // "sh*t"
      case '.':
        return digits || dot_joins(from, before, next, next_at);
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_single(std::uint32_t from, std::uint32_t to) const {
    return to - from == 1 && is_letter(static_cast<unsigned char>(text_[from]));
  }

  /// "U.S", "e.g", "Ph.D", "example.org"; but "need.And" are two sentences that lost their space.
  [[nodiscard]] bool dot_joins(std::uint32_t from, char32_t before, char32_t next, std::uint32_t next_at) const {
    std::uint32_t part = at_;  // the part before the dot, as far as it matters
    while (part > from && at_ - part < 4 && text_[part - 1] != '.' && text_[part - 1] != '-') --part;
    std::uint32_t end = next_at;  // the part after it
    while (end < end_ && end - next_at < 6 &&
           (is_letter(static_cast<unsigned char>(text_[end])) || is_digit(static_cast<unsigned char>(text_[end]))))
      ++end;
    const bool short_parts = at_ - part <= 2 && end - next_at <= 2 && is_letter(before) && is_letter(next);
    if (short_parts && (end - next_at == 1 || at_ - part == 1) &&
        (end == end_ || peek(end) == '.' || end - next_at == 1))
      return true;
    if (is_lower(before) && is_lower(next) && at_ - from > 1) return true;
    return is_name_ending(view(next_at, end)) && !is_word_character(peek(end));
  }

  void mark(const Character& c) {
    if (const std::uint32_t size = face(c); size > 0) {
      at_ += size;
      return;
    }
    at_ += c.size;
    if (c.value == '(') ++open_;
    if (c.value == ')' && open_ > 0) --open_;
    if (c.value == '!' || c.value == '?') return run("!?");
    if (c.value == '.') return dots();
    if (c.value < 0x80 && std::string_view("-*=_~#+<>`|$^").find(static_cast<char>(c.value)) != std::string_view::npos)
      return run({&text_[at_ - 1], 1});
    if (c.value == '\'' && at_ < end_ && text_[at_] == '\'') ++at_;  // "''"
    if ((c.value == 0x2018 || c.value == 0x2019) && peek(at_) == 0x2019) at_ += 3;
    if (c.value == 0x2026) return dots();
    while (at_ < end_ && joins_to_previous(peek(at_))) at_ += here().size;
  }

  void run(std::string_view marks) {
    while (at_ < end_ && marks.find(text_[at_]) != std::string_view::npos) ++at_;
  }

  /// "...", "….", ".?"
  void dots() {
    const std::uint32_t from = at_;
    while (at_ < end_ && (text_[at_] == '.' || peek(at_) == 0x2026)) at_ += here().size;
    if (at_ == from && at_ < end_ && (text_[at_] == '?' || text_[at_] == '!')) run("!?");
  }

  /// The size of a smiley at this place, else 0.
  [[nodiscard]] std::uint32_t face(const Character& c) const {
    if (c.value != ':' && c.value != ';' && c.value != '=' && c.value != '(' && c.value != '^') return 0;
    constexpr auto faces = std::to_array<std::string_view>({":-)", ":)", ":-(", ":(", ";-)", ";)", "=)", ":'(", ":D",
                                                            ":P", ":p", ":O", ":-D", ":-P", ":/", ":-/", "(:", "^_^"});
    const std::string_view rest = view(at_, end_);
    for (const std::string_view each : faces) {
      if (!rest.starts_with(each)) continue;
      const char32_t next = peek(at_ + static_cast<std::uint32_t>(each.size()));
      if (is_word_character(next) || next == '/' || (open_ > 0 && each.back() == ')')) continue;
      if (at_ > begin_ && (is_digit(static_cast<unsigned char>(text_[at_ - 1])) || c.value == '(')) continue;
      return static_cast<std::uint32_t>(each.size());
    }
    return 0;
  }

  std::string_view text_;
  std::uint32_t at_, block_end_;
  std::uint32_t begin_ = 0, end_ = 0;  ///< the piece between white space
  std::vector<Token>& tokens_;
  std::vector<std::uint32_t> splits_;
  std::uint32_t open_ = 0;  ///< round brackets that are open
  bool space_ = true;
};

bool is_closing(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "”" || mark == "’" || mark == ")" || mark == "]" || mark == "»" ||
         mark == "*" || mark == "**";
}
bool is_opening(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "“" || mark == "‘" || mark == "(" || mark == "[" || mark == "«" ||
         mark == "*" || mark == "**" || mark == "-" || mark == "•";
}

/// Words that can begin a sentence after "U.S." but not go on with a name.
bool begins_sentence(std::string_view word) {
  constexpr auto words =
      std::to_array<std::string_view>({"A",       "After", "An",   "And",  "As",    "At", "But",  "For",   "He",
                                       "However", "If",    "In",   "It",   "Its",   "On", "She",  "The",   "Their",
                                       "There",   "These", "They", "This", "Those", "We", "When", "While", "With"});
  return std::ranges::binary_search(words, word);
}

}  // namespace

void tokenize(std::string_view text, Span block, std::vector<Token>& tokens) { Scanner(text, block, tokens).run(); }

bool continues_token(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  if (i == 0 || tokens[i].space_before || tokens[i].span.begin != tokens[i - 1].span.end) return false;
  const auto word = [&](std::size_t at) { return text.substr(tokens[at].span.begin, tokens[at].span.size()); };
  const std::string_view part = word(i), before = word(i - 1);
  if (!is_clitic(part) || !is_word_character(last_character(before))) return false;
  if (is_digit(static_cast<unsigned char>(before.back())) && is_letter(static_cast<unsigned char>(part.front())))
    return false;  // "3" "m"
  const bool bare = part == "'" || part == "\u2019";
  if (!bare) return true;
  if ((before.back() != 's' && before.back() != 'S') || i + 1 == tokens.size() || !tokens[i + 1].space_before)
    return false;
  for (std::size_t back = 1; back <= std::min<std::size_t>(i, 16); ++back)  // it closes a quotation
    if (word(i - back) == "'" || word(i - back) == "\u2018") return false;
  return true;
}

std::vector<std::uint32_t> sentence_ends(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first) {
  std::vector<std::uint32_t> ends;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  const auto word = [&](std::uint32_t i) { return text.substr(tokens[i].span.begin, tokens[i].span.size()); };
  for (std::uint32_t i = first; i < size; ++i) {
    const std::string_view mark = word(i);
    const bool terminal = mark == "." || mark.front() == '!' || mark.front() == '?' || mark == "…" || mark == "。" ||
                          mark.starts_with("..");
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

#include "ingest/language/features.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "ingest/language/hashing.h"

namespace dossier::ingest {
namespace {

constexpr std::size_t longest_word = 96;  ///< bytes; what is longer is no word
constexpr std::size_t longest_name = 5;   ///< words

bool has(std::uint32_t value, Listed kind) { return (value & static_cast<std::uint32_t>(kind)) != 0; }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // in ICU's macros
UChar32 next_character(std::string_view text, std::int32_t& at) noexcept {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), at, static_cast<std::int32_t>(text.size()), c);
  return c;
}
void append_character(char* out, std::int32_t& at, UChar32 c) noexcept { U8_APPEND_UNSAFE(out, at, c); }
#pragma GCC diagnostic pop

/// What letters a word has.
struct Letters {
  unsigned upper = 0, lower = 0, digit = 0, other = 0;
  bool starts_upper = false, hyphen = false, period = false;
};

Letters letters_of(std::string_view word) noexcept {
  Letters letters;
  const auto length = static_cast<std::int32_t>(word.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t at = i;
    UChar32 c = static_cast<unsigned char>(word[static_cast<std::size_t>(i)]);
    if (c < 0x80) {
      ++i;
      if (c >= 'a' && c <= 'z') ++letters.lower;
      else if (c >= 'A' && c <= 'Z') ++letters.upper, letters.starts_upper |= at == 0;
      else if (c >= '0' && c <= '9') ++letters.digit;
      else ++letters.other, letters.hyphen |= c == '-', letters.period |= c == '.';
      continue;
    }
    c = next_character(word, i);
    if (u_isupper(c)) ++letters.upper, letters.starts_upper |= at == 0;
    else if (u_isalpha(c)) ++letters.lower;
    else if (u_isdigit(c)) ++letters.digit;
    else ++letters.other;
  }
  return letters;
}

/// 0 … 63: the kind of letters (8), hyphen, period, a single letter.
std::uint32_t shape_of(const Letters& l) noexcept {
  std::uint32_t kind = 7;  // marks only
  if (l.digit > 0) kind = l.upper + l.lower == 0 ? 4 : 5;
  else if (l.upper > 0 && l.lower == 0) kind = 2;
  else if (l.starts_upper && l.upper == 1) kind = 1;
  else if (l.upper > 0) kind = l.starts_upper ? 3 : 6;
  else if (l.lower > 0) kind = 0;
  return kind * 8 + (l.hyphen ? 4U : 0U) + (l.period ? 2U : 0U) + (l.upper + l.lower + l.digit + l.other == 1 ? 1U : 0U);
}

// rows of marks, after the 64 shapes (which are rows 1 … 64)
enum Mark : std::uint32_t {
  first_word = 65, glued, in_title_case, in_capitals,
  given_name, surname, title, organization_word, place_word,
  place_first, place_inside, organization_first, organization_inside,
  mostly_small, both_ways, mostly_capital,
};
static_assert(mostly_capital < mark_rows);

/// Collects the marks of a token in its fixed room.
struct MarkRoom {
  std::uint32_t* next;
  std::uint32_t* end;
  void add(std::uint32_t row) { if (next != end) *next++ = row; }
};

std::size_t letters_back(std::string_view s, std::size_t from) noexcept {  // start of the letter before `from`
  do --from;
  while (from > 0 && (static_cast<unsigned char>(s[from]) & 0xc0U) == 0x80);
  return from;
}

std::size_t letters_on(std::string_view s, std::size_t from) noexcept {
  do ++from;
  while (from < s.size() && (static_cast<unsigned char>(s[from]) & 0xc0U) == 0x80);
  return from;
}

void append_pieces(std::string_view word, std::vector<std::uint32_t>& pieces) {
  const auto row = [](std::string_view piece, std::uint64_t kind) {
    return static_cast<std::uint32_t>(mixed(hash_of(piece, hash_seed ^ (kind << 56))) & (piece_rows - 1));
  };
  std::size_t to = 0;
  for (std::uint64_t length = 1; length <= 4; ++length) {
    if (to < word.size()) to = letters_on(word, to);
    if (length > 1) pieces.push_back(row(word.substr(0, to), length));
  }
  std::size_t from = word.size();
  for (std::uint64_t length = 1; length <= 4; ++length) {
    if (from > 0) from = letters_back(word, from);
    pieces.push_back(row(word.substr(from), length + 8));
  }
  pieces.push_back(row(word, 16));
}

}  // namespace

std::string_view normal_form(std::string_view word, std::span<char> room) noexcept {
  const auto length = static_cast<std::int32_t>(word.size());
  const auto capacity = static_cast<std::int32_t>(room.size());
  std::int32_t out = 0;
  for (std::int32_t i = 0; i < length && out < capacity;) {
    const auto byte = static_cast<unsigned char>(word[static_cast<std::size_t>(i)]);
    if (byte < 0x80) {
      ++i;
      char c = static_cast<char>(byte);
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      else if (c >= '1' && c <= '9') c = '0';
      room[static_cast<std::size_t>(out++)] = c;
      continue;
    }
    UChar32 c = next_character(word, i);
    c = c == 0x2019 || c == 0x2018 ? '\'' : c == 0x201c || c == 0x201d ? '"' : u_tolower(c);
    if (out + 4 > capacity) break;
    append_character(room.data(), out, c);
  }
  return {room.data(), static_cast<std::size_t>(out)};
}

std::uint64_t vocabulary_hash(std::string_view word) noexcept {
  std::array<char, longest_word> room;
  return mixed(hash_of(normal_form(word, room)));
}

std::uint64_t joined_hash(std::uint64_t name, std::uint64_t word) noexcept { return mixed(name * 0x9e3779b97f4a7c15U + word); }

void append_features(std::string_view text, std::span<const Token> sentence, const WordTable& vocabulary, const WordTable& names,
                     Features& features) {
  const std::size_t first = features.words.size(), count = sentence.size();
  features.words.resize(first + count);
  features.marks.resize((first + count) * marks_each, no_row);
  std::vector<std::uint64_t> hashes(count);  // one a sentence
  std::vector<std::uint32_t> listed(count);
  std::vector<Letters> letters(count);
  std::vector<MarkRoom> marks(count);

  std::size_t capitalized = 0, capitals = 0, with_letters = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view word = text.substr(sentence[i].span.begin, sentence[i].span.end - sentence[i].span.begin);
    std::array<char, longest_word> room;
    const std::string_view form = normal_form(word, room);
    hashes[i] = mixed(hash_of(form));
    features.words[first + i] = vocabulary.find(hashes[i]);
    append_pieces(form, features.pieces);
    letters[i] = letters_of(word);
    if (letters[i].upper + letters[i].lower > 0) {
      ++with_letters;
      capitalized += letters[i].starts_upper || letters[i].upper + letters[i].lower < 4;
      capitals += letters[i].lower == 0;
    }
    std::uint32_t* const room_of_marks = &features.marks[(first + i) * marks_each];
    marks[i] = {room_of_marks, room_of_marks + marks_each};
    marks[i].add(1 + shape_of(letters[i]));
    listed[i] = letters[i].starts_upper ? names.find(hashes[i]) : 0;
    if (has(listed[i], Listed::given_name)) marks[i].add(given_name);
    if (has(listed[i], Listed::surname)) marks[i].add(surname);
    const std::uint32_t any_case = listed[i] != 0 ? listed[i] : names.find(hashes[i]);
    if (has(any_case, Listed::title)) marks[i].add(title);
    if (has(listed[i], Listed::organization_word)) marks[i].add(organization_word);
    if (has(listed[i], Listed::place_word)) marks[i].add(place_word);
    if (has(any_case, Listed::small)) marks[i].add(mostly_small);
    if (has(any_case, Listed::both)) marks[i].add(both_ways);
    if (has(any_case, Listed::capital)) marks[i].add(mostly_capital);
    if (!sentence[i].space_before && i > 0) marks[i].add(glued);
  }
  for (std::size_t i = 0; i < count; ++i)
    if (letters[i].upper + letters[i].lower > 0) {
      marks[i].add(first_word);
      break;
    }
  const bool title_case = with_letters > 3 && capitalized == with_letters && capitals < with_letters;
  const bool all_capitals = with_letters > 2 && capitals == with_letters;
  // names of several words: the longest from each place
  for (std::size_t i = 0; i < count; ++i) {
    if (title_case) marks[i].add(in_title_case);
    if (all_capitals) marks[i].add(in_capitals);
  }
  for (std::size_t i = 0; i < count;) {
    std::size_t length = 0;
    std::uint32_t kinds = 0, value = listed[i];
    std::uint64_t name = hashes[i];
    for (std::size_t k = 1; value != 0; ++k) {
      if (has(value, Listed::place) || has(value, Listed::organization)) length = k, kinds = value;
      if (!has(value, Listed::part) || k == longest_name || i + k == count) break;
      name = joined_hash(name, hashes[i + k]);
      value = names.find(name);
    }
    for (std::size_t k = 0; k < length; ++k) {
      if (has(kinds, Listed::place)) marks[i + k].add(k == 0 ? place_first : place_inside);
      if (has(kinds, Listed::organization)) marks[i + k].add(k == 0 ? organization_first : organization_inside);
    }
    i += std::max<std::size_t>(length, 1);
  }
}

}  // namespace dossier::ingest

#include "ingest/language/lemmatizer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <iterator>

#include "graph/error/error.h"
#include "ingest/language/character_class.h"

namespace dossier::ingest {
namespace {

constexpr std::string_view magic = "LEM1";
constexpr std::size_t header = 16;
constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";
static_assert(std::endian::native == std::endian::little);

template <class Value>
Value read(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

void append_character(char32_t c, std::string& out) {
  std::array<char, 4> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, static_cast<UChar32>(c));
  out.append(bytes.data(), static_cast<std::size_t>(size));
}

/// "1,200" is 1200.
bool is_number(std::string_view form, std::string_view tag) {
  return tag == "CD" && !form.empty() && is_digit(static_cast<unsigned char>(form[0]));
}

/// Rules are about English endings; others are not cut, least of all within a character.
bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_proper(std::string_view tag) { return tag.starts_with("NNP"); }

}  // namespace

void change_case(std::string_view form, LemmaEdit::Case letters, std::string& out) {
  out.clear();
  if (letters == LemmaEdit::Case::keep) {
    out = form;
    return;
  }
  const auto end = static_cast<std::uint32_t>(form.size());
  for (std::uint32_t at = 0; at < end;) {
    const Character c = character_at(form, at, end);
    const bool upper = letters == LemmaEdit::Case::capital && at == 0;
    if (c.value < 0x80) {
      const auto byte = static_cast<char>(c.value);
      out += upper ? (byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : byte)
                   : (byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte);
    } else {
      const auto point = static_cast<UChar32>(c.value);
      append_character(static_cast<char32_t>(upper ? u_toupper(point) : u_tolower(point)), out);
    }
    at += c.size;
  }
}

LemmaKey::LemmaKey(std::string_view tag) {
  for (const char c : tag) longer(c);
  longer('\1');
}

std::uint32_t LemmaKey::word() const {
  LemmaKey whole = *this;
  whole.longer('\2');
  return whole.ending();
}

Lemmatizer::Lemmatizer(std::string_view section) : known_({}) {
  const auto damaged = [] {
    return Error(ErrorKind::bad_input, "the table of lemmas is damaged or of another version");
  };
  if (section.size() < header || !section.starts_with(magic)) throw damaged();
  const std::size_t slots = read<std::uint32_t>(section, 4), edits = read<std::uint32_t>(section, 8),
                    text = read<std::uint32_t>(section, 12);
  if (!std::has_single_bit(slots) || edits == 0 || edits > 65536 ||
      section.size() != header + 6 * slots + 4 * edits + text + KnownWords::bytes)
    throw damaged();
  keys_ = section.substr(header, 4 * slots);
  values_ = section.substr(header + 4 * slots, 2 * slots);
  edits_ = section.substr(header + 6 * slots, 4 * edits);
  text_ = section.substr(header + 6 * slots + 4 * edits, text);
  known_ = KnownWords(section.substr(section.size() - KnownWords::bytes));
  mask_ = static_cast<std::uint32_t>(slots - 1);
  std::uint32_t offset = 0;
  for (std::size_t i = 0; i < edits; ++i) {
    offsets_.push_back(offset);
    offset += static_cast<unsigned char>(edits_[4 * i + 2]);
    if (offset > text || edits_[4 * i] < 0 || edits_[4 * i] > 2) throw damaged();
  }
  std::size_t empty = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    if (read<std::uint32_t>(keys_, 4 * i) == 0) ++empty;
    if (read<std::uint16_t>(values_, 2 * i) >= edits) throw damaged();
  }
  if (empty == 0) throw damaged();  // else a search would not end
}

int Lemmatizer::find(std::uint32_t key) const {
  for (std::uint32_t slot = key & mask_;; slot = (slot + 1) & mask_) {
    const auto found = read<std::uint32_t>(keys_, std::size_t{4} * slot);
    if (found == key) return read<std::uint16_t>(values_, std::size_t{2} * slot);
    if (found == 0) return -1;
  }
}

LemmaEdit Lemmatizer::edit(int number) const {
  const auto i = static_cast<std::size_t>(number);
  return {static_cast<LemmaEdit::Case>(edits_[4 * i]), static_cast<std::uint8_t>(edits_[4 * i + 1]),
          text_.substr(offsets_[i], static_cast<unsigned char>(edits_[4 * i + 2]))};
}

void Lemmatizer::lemmatize(std::string_view form, std::string_view tag, std::string& lemma) const {
  if (is_number(form, tag)) {
    lemma.clear();
    std::ranges::copy_if(form, std::back_inserter(lemma), [](char c) { return c != ','; });
    return;
  }
  change_case(form, LemmaEdit::Case::lower, lemma);
  if (lemma.size() > longest_word) {
    if (is_proper(tag)) lemma = form;
    return;
  }
  LemmaKey key(tag);
  std::array<std::uint32_t, longest_ending + 1> endings{};
  std::size_t known = 0;
  endings[known++] = key.ending();
  for (std::size_t i = lemma.size(); i-- > 0;) {
    key.longer(lemma[i]);
    if (known <= longest_ending) endings[known++] = key.ending();
  }
  int found = find(key.word());
  const bool by_rule = found < 0;
  while (found < 0 && known > 0) found = find(endings[--known]);
  if (found < 0) return;
  const LemmaEdit change = edit(found);
  if (change.letters != LemmaEdit::Case::lower) {
    change_case(form, change.letters, lemma);
  } else if (by_rule && !is_proper(tag)) {
    keep_names_in(form, tag, lemma);
  }
  if (by_rule &&
      (lemma.size() <= change.strip || !is_ascii(std::string_view(lemma).substr(lemma.size() - change.strip))))
    return;
  lemma.resize(lemma.size() - std::min<std::size_t>(lemma.size(), change.strip));
  lemma += change.append;
}

/// "Seoul-based", "Burmese": capitals stay on parts that are not known in lower case.
void Lemmatizer::keep_names_in(std::string_view form, std::string_view tag, std::string& lemma) const {
  if (form.size() != lemma.size()) return;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t end = std::min(form.find('-', begin), form.size());
    const std::string_view part = form.substr(begin, end - begin);
    const bool is_name = part.size() < form.size() ||
                         (tag == "JJ" && part.substr(1).find_first_of(small_letters) != std::string_view::npos);
    if (is_name && part.size() > 1 && part != std::string_view(lemma).substr(begin, part.size()) &&
        !known_.has(word_hash(part)))
      lemma.replace(begin, part.size(), part);
    begin = end + 1;
  }
}

}  // namespace dossier::ingest

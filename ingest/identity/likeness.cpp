#include "ingest/identity/likeness.h"

#include <algorithm>
#include <array>

#include "graph/query/name_folding.h"

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, 12> small_words{"of", "the", "and", "for", "on", "in", "to", "at", "&", "a", "de", "s"};
constexpr std::array<std::string_view, 5> suffixes{"jr", "sr", "ii", "iii", "iv"};

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::ranges::find(list, word) != list.end();
}

/// Letters beyond ASCII count as capitals: scripts without case have names too.
bool is_capital(std::string_view word) {
  return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || static_cast<unsigned char>(word.front()) >= 0xC3);
}

/// "EPA", "U.S."
bool is_abbreviation(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; };
  return name.size() >= 2 && name.size() <= 8 && std::ranges::all_of(name, fits);
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == ',' || c == '/') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else if (c != '.' && c != '-' && c != '\'') {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool begins_alike(const std::string& a, const std::string& b, std::size_t letters) {
  return a.size() >= letters && b.size() >= letters && a.compare(0, letters, b, 0, letters) == 0;
}

bool is_initial_of(const std::string& a, const std::string& b) { return a.size() == 1 && b.size() > 1 && a[0] == b[0]; }

bool spelt_alike(const std::string& a, const std::string& b) {
  return std::min(a.size(), b.size()) >= 4 && a[0] == b[0] && graph::name_similarity(a, b) >= 0.75;
}

/// Surname alike; what the given names tell.
std::optional<Likeness> given_names_alike(const NameParts& few, const NameParts& many) {
  const std::string &a = few.words.front(), &b = many.words.front();
  if (a == b && few.words.size() < many.words.size()) return Likeness{0.9, "one has a middle name more", false};
  if (a == b) {
    const bool middle = is_initial_of(few.words[1], many.words[1]) || is_initial_of(many.words[1], few.words[1]);
    return middle ? std::optional(Likeness{0.9, "a middle name and its initial", false}) : std::nullopt;
  }
  if (is_initial_of(a, b) || is_initial_of(b, a)) return Likeness{0.6, "a first name and its initial", false};
  if (begins_alike(a, b, 3)) return Likeness{0.65, "first names that begin alike", false};
  if (spelt_alike(a, b)) return Likeness{0.6, "first names spelt alike", false};
  if (begins_alike(a, b, 2)) return Likeness{0.3, "first names that begin alike", false};
  return std::nullopt;
}

/// One name alone, and a whole name.
std::optional<Likeness> part_of_name(const NameParts& one, const NameParts& many) {
  const std::string& word = one.words.front();
  if (many.words.size() == 1) return std::nullopt;
  if (word.size() > 1 && word == many.words.back()) return Likeness{0.8, "a surname alone", true};
  if (word.size() > 2 && word == many.words.front()) return Likeness{0.6, "the first part of the name alone", true};
  return std::nullopt;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::ranges::sort(words);
  return words;
}

std::optional<Likeness> whole_names_alike(const NameParts& few, const NameParts& many) {
  if (sorted(few.words) == sorted(many.words)) return Likeness{0.9, "the same words in another order", false};
  if (few.words.back() == many.words.back()) return given_names_alike(few, many);
  const bool one_surname = few.words.front() == many.words.front() && few.words.size() == many.words.size();
  if (one_surname && spelt_alike(few.words.back(), many.words.back())) return Likeness{0.7, "surnames spelt alike", false};
  return std::nullopt;
}

std::optional<Likeness> by_letters(const NameParts& a, const NameParts& b) {
  if (a.letters == b.letters) return Likeness{0.95, "the same letters", false};
  return std::nullopt;
}

/// One long word differs, by a letter or two: "Seventy-ninth Session" is not the seventy-seventh, nor Iraq Iran.
bool is_slip(const NameParts& a, const NameParts& b) {
  if (a.words.size() != b.words.size()) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a.words, b.words);
  if (in_a == a.words.end() || !std::equal(in_a + 1, a.words.end(), in_b + 1)) return false;
  const bool has_digit = (*in_a + *in_b).find_first_of("0123456789") != std::string::npos;
  return std::min(in_a->size(), in_b->size()) >= 6 && !has_digit && graph::name_similarity(*in_a, *in_b) >= 0.8;
}

}  // namespace

NameParts::NameParts(std::string_view text) : name(text) {
  words = split(graph::folded_name(text));
  std::string written;
  for (const std::string& word : split(text)) {
    const bool is_small = is_one_of(graph::folded_name(word), small_words);
    if (!is_small) written += is_capital(word) ? 'A' : 'a';
  }
  is_proper = !written.empty() && written.find('a') == std::string::npos;
  while (words.size() > 1 && is_one_of(words.back(), suffixes)) {
    suffix = words.back();
    words.pop_back();
  }
  for (const std::string& word : words) {
    letters += word;
    long_initials += word.front();
    if (is_one_of(word, small_words)) continue;
    content.push_back(word);
    initials += word.front();
  }
  std::ranges::sort(content);
  is_short = words.size() == 1 && is_abbreviation(name);
}

std::optional<Likeness> persons_alike(const NameParts& a, const NameParts& b) {
  const NameParts &few = a.words.size() <= b.words.size() ? a : b, &many = &few == &a ? b : a;
  if (few.words.empty()) return std::nullopt;
  std::optional<Likeness> found = by_letters(a, b);
  if (!found) found = few.words.size() == 1 ? part_of_name(few, many) : whole_names_alike(few, many);
  if (found && a.suffix != b.suffix) {
    found->plausible *= 0.8;
    found->reason += ", one with " + (a.suffix.empty() ? b.suffix : a.suffix);
  }
  return found;
}

std::optional<Likeness> others_alike(const NameParts& a, const NameParts& b) {
  if (a.content.empty() || b.content.empty()) return std::nullopt;
  if (auto found = by_letters(a, b)) return found;
  if (a.content == b.content) return Likeness{0.9, "the same words", false};
  const NameParts &abbreviation = a.is_short ? a : b, &whole = a.is_short ? b : a;
  if (abbreviation.is_short && whole.content.size() > 1 && (abbreviation.letters == whole.initials || abbreviation.letters == whole.long_initials))
    return Likeness{0.85, "an abbreviation of the other", true};
  if (is_slip(a, b)) return Likeness{0.7, "spelt alike", false};
  return std::nullopt;
}

}  // namespace dossier::ingest

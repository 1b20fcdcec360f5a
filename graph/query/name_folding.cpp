#include "graph/query/name_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

namespace dossier::graph {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_quote(UChar32 c) { return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x0060 || c == 0x00B4; }

/// Without accents and case, with plain quotes, dashes and spaces.
std::string fold_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return lower_ascii(text);
  icu::UnicodeString plain;
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString decomposed = decompose->normalize(source, status);
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (is_quote(c)) {
      plain.append(u'\'');
    } else if (u_charType(c) == U_DASH_PUNCTUATION) {
      plain.append(u'-');
    } else if (u_isUWhiteSpace(c)) {
      plain.append(u' ');
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      plain.append(c);
    }
  }
  plain.foldCase();
  std::string result;
  compose->normalize(plain, status).toUTF8String(result);  // Hangul syllables are whole again
  return U_SUCCESS(status) ? result : lower_ascii(text);
}

std::vector<std::string_view> words(std::string_view text, std::string_view separators = " \t\n\r") {
  std::vector<std::string_view> found;
  while (true) {
    const std::size_t first = text.find_first_not_of(separators);
    if (first == std::string_view::npos) return found;
    const std::size_t length = text.substr(first).find_first_of(separators);
    found.push_back(text.substr(first, length));
    if (length == std::string_view::npos) return found;
    text.remove_prefix(first + length);
  }
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "'"})
    if (word.size() > ending.size() && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

std::u32string code_points(std::string_view text) {
  if (is_ascii(text)) return {text.begin(), text.end()};
  std::u32string points;
  const auto units =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1))
    points.push_back(static_cast<char32_t>(units.char32At(at)));
  return points;
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each once a place.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

double spelling_similarity(std::string_view a, std::string_view b) {
  const auto points_a = code_points(a), points_b = code_points(b);
  const std::size_t longer = std::max(points_a.size(), points_b.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(edit_distance(points_a, points_b)) / static_cast<double>(longer);
}

/// The words that `some` shares with `others`; a word with a slip counts half.
double shared_words(const std::vector<std::string_view>& some, const std::vector<std::string_view>& others) {
  constexpr double slip = 0.7;
  double shared = 0;
  for (const std::string_view word : some) {
    double best = 0;
    for (const std::string_view other : others) {
      if (word == other) best = 1;
      if (best < 0.5 && spelling_similarity(word, other) >= slip) best = 0.5;
    }
    shared += best;
  }
  return shared;
}

double word_similarity(std::string_view a, std::string_view b) {
  constexpr std::string_view separators = " -,.";
  auto some = words(a, separators), others = words(b, separators);
  if (some.empty() || others.empty()) return 0;
  if (some.size() > others.size()) std::swap(some, others);
  const double shared = shared_words(some, others);
  // Half for how much of the shorter name is in the longer, half for how much of both is shared.
  const double inside = shared / static_cast<double>(some.size());
  const double both = 2 * shared / static_cast<double>(some.size() + others.size());
  return std::min((inside + both) / 2, 0.99);
}

}  // namespace

std::string folded_name(std::string_view name) {
  const std::string plain = is_ascii(name) ? lower_ascii(name) : fold_unicode(name);
  auto parts = words(plain);
  if (parts.size() > 1 && parts.front() == "the") parts.erase(parts.begin());
  if (!parts.empty()) parts.back() = without_possessive(parts.back());
  std::string folded;
  for (const std::string_view part : parts) folded.append(folded.empty() ? "" : " ").append(part);
  return folded;
}

double name_similarity(std::string_view folded_a, std::string_view folded_b) {
  if (folded_a == folded_b) return 1;
  return std::max(spelling_similarity(folded_a, folded_b), word_similarity(folded_a, folded_b));
}

}  // namespace dossier::graph

#include "ontology/plural.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

namespace dossier::ontology {
namespace {

using Words = std::vector<std::string>;

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [word](std::string_view ending) { return word.ends_with(ending); });
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_vowel(char c) { return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos; }

std::string without(std::string_view word, std::size_t letters, std::string_view ending) {
  return std::string(word.substr(0, word.size() - letters)).append(ending);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "talks", "forces", "women"; not "congress", "census", "crisis", "gas".
bool is_plural_already(std::string_view word) {
  if (ends_with_any(word, {"men", "people", "children", "police", "troops", "corps", "series", "species"})) return true;
  return word.size() > 2 && word.ends_with('s') && !ends_with_any(word, {"ss", "us", "is", "as", "os"});
}

/// Words that do not follow the rule of their ending.
std::optional<Words> irregular(std::string_view word) {
  if (word == "person" || word.ends_with("sperson") || word.ends_with("irperson"))
    return Words{without(word, 6, "people"), std::string(word) + "s"};
  if (ends_with_any(word, {"human", "german", "roman", "shaman", "talisman", "ottoman", "norman"})) return std::nullopt;
  if (word.ends_with("man")) return Words{without(word, 2, "en")};
  if (word.ends_with("child")) return Words{std::string(word) + "ren"};
  if (is_any(word, {"half", "leaf", "shelf", "wolf", "thief", "loaf", "calf"})) return Words{without(word, 1, "ves")};
  if (ends_with_any(word, {"wife", "knife", "life"})) return Words{without(word, 2, "ves")};
  if (ends_with_any(word, {"andum", "endum", "orium", "posium", "sortium", "forum", "stadium", "medium", "plenum",
                           "ennium", "riculum", "quarium"}))
    return Words{without(word, 2, "a"), std::string(word) + "s"};
  if (is_any(word, {"criterion", "phenomenon"})) return Words{without(word, 2, "a")};
  return std::nullopt;
}

Words regular(std::string_view word) {
  const std::string whole(word);
  const char last = word.back();
  const char before = word.size() > 1 ? word[word.size() - 2] : '\0';
  if (word.ends_with("sis")) return {without(word, 2, "es")};
  if (word.ends_with("arch")) return {whole + "s"};
  if (last == 's' || last == 'x' || last == 'z' || ends_with_any(word, {"ch", "sh"})) return {whole + "es"};
  if (last == 'y' && (!is_vowel(before) || word.ends_with("quy"))) return {without(word, 1, "ies")};
  if (last == 'o' && !is_vowel(before)) return {whole + "es", whole + "s"};
  return {whole + "s"};
}

Words plurals_of_word(std::string_view word) {
  if (word.empty()) return {};
  // an abbreviation: "NGOs", "MoUs"
  if (word.size() > 1 && is_capital(word.back())) return {std::string(word) + "s"};
  const char last = word.back();
  if (last == '.' || last == '\'' || last == ')' || (last >= '0' && last <= '9')) return {};
  if (is_plural_already(word)) return {};
  if (auto forms = irregular(word)) return *forms;
  return regular(word);
}

/// What stands after the head of a phrase: "secretary OF state", "editor-IN-chief".
bool begins_complement(std::string_view word) {
  return word.starts_with("d'") || is_any(word, {"of", "in", "to", "for", "at", "on", "with", "by", "de", "from",
                                                 "between", "against", "without", "among", "under", "ad"});
}

/// What stands after its noun: "attorney general", "president-elect".
bool follows_noun(std::string_view word) {
  return is_any(word, {"general", "elect", "designate", "emeritus", "martial", "plenipotentiary", "laureate"});
}

struct Part {
  std::size_t begin, end;
};

std::vector<Part> parts_of(std::string_view text, std::size_t begin, std::size_t end, char separator) {
  std::vector<Part> parts;
  for (std::size_t at = begin; at <= end;) {
    const std::size_t next = std::min(text.find(separator, at), end);
    parts.push_back({at, next});
    at = next + 1;
  }
  return parts;
}

/// The parts that may carry the plural; more than one when English hesitates ("attorneys general", "major generals").
std::vector<Part> heads(std::string_view text, const std::vector<Part>& parts) {
  const auto word = [text](Part part) { return text.substr(part.begin, part.end - part.begin); };
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (begins_complement(word(parts[i]))) return {parts[i - 1]};
  if (parts.size() > 1 && follows_noun(word(parts.back()))) return {parts[parts.size() - 2], parts.back()};
  return {parts.back()};
}

}  // namespace

std::vector<std::string> plurals(std::string_view label) {
  if (label == "note verbale") return {"notes verbales"};
  Words results;
  for (const Part word : heads(label, parts_of(label, 0, label.size(), ' '))) {
    for (const Part head : heads(label, parts_of(label, word.begin, word.end, '-'))) {
      for (const std::string& form : plurals_of_word(label.substr(head.begin, head.end - head.begin)))
        results.push_back(std::string(label.substr(0, head.begin)).append(form).append(label.substr(head.end)));
    }
  }
  return results;
}

}  // namespace dossier::ontology

/// A text as the learner sees it: the places that may be arguments of a relation, and which of them are one thing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/language/sentence.h"
#include "ingest/learn/listed_names.h"

namespace dossier::ingest {

enum class ArgumentKind : std::uint8_t {
  person, place, organization, name,
  title,      ///< a longer stretch that may be one name: "House of Flying Daggers", what stands in quotes, all of a subject
  adjective,  ///< of a name: "Norwegian"
  date, number, pronoun,
  phrase,     ///< a noun phrase that is no name, without its determiner
  part,       ///< the last words of one: "film" of "short film"
  listed,     ///< what is an object of labelled facts, inside of other words: "comedy horror" of "supernatural comedy horror film"
};
inline constexpr std::size_t argument_kind_count = 12;

/// Whether arguments of this kind lie across others, and compete with them.
[[nodiscard]] constexpr bool is_rival(ArgumentKind kind) noexcept { return kind == ArgumentKind::title || kind >= ArgumentKind::part; }

[[nodiscard]] std::string_view name_of(ArgumentKind kind) noexcept;  ///< "person"
/// Of those names; `argument_kind_count` for another.
[[nodiscard]] std::size_t argument_kind_named(std::string_view name) noexcept;

/// One place that may be an argument. Token indices count in the document.
struct Argument {
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  std::uint32_t head = 0;             ///< the token of them that hangs on another
  ArgumentKind kind = ArgumentKind::phrase;
  std::uint32_t sentence = 0;         ///< index in the document
  std::uint32_t thing = 0;            ///< the same number for places that speak of one thing ("Lee … he … who")
};

/// A read document with its arguments. Borrows the text and the sentences.
struct Passage {
  std::string_view text;
  const Sentences* sentences = nullptr;
  std::vector<Argument> arguments;  ///< by sentence, then by place; phrases may lie inside each other
  std::vector<std::uint32_t> starts;  ///< of sentence s: arguments [starts[s], starts[s + 1])

  [[nodiscard]] const Token& token(std::uint32_t i) const { return sentences->tokens[i]; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return text.substr(token(i).span.begin, token(i).span.size()); }
  [[nodiscard]] Span span(const Argument& a) const { return {token(a.first).span.begin, token(a.last - 1).span.end}; }
  [[nodiscard]] std::string_view words(const Argument& a) const { return text.substr(span(a).begin, span(a).size()); }
};

/// Finds the arguments: names, adjectives of names ("Norwegian"), dates, numbers, pronouns, and noun phrases that are no
/// names; stretches that may be longer names, and those that are listed; and joins those that speak of one thing, by rules that are sure more often than not (relative pronouns,
/// personal pronouns by gender and prominence, short forms of names).
[[nodiscard]] Passage read_passage(std::string_view text, const Sentences& sentences, const ListedNames& listed = {});

}  // namespace dossier::ingest

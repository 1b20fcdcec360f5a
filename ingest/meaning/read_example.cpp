#include "ingest/meaning/read_example.h"

#include <algorithm>

#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

/// Each sentence a paragraph of one document.
std::vector<ReadExample> read(std::vector<ontology::Markup> markups) {
  Document text;
  std::vector<ReadExample> examples;
  for (ontology::Markup& markup : markups) {
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    text.text += markup.sentence;
    text.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(text.text.size())}});
    text.text += "\n\n";
    for (ontology::Mark& mark : markup.marks) mark.begin += begin, mark.end += begin;
    examples.push_back({std::move(markup), {}, {}, {}});
  }
  const auto sentences = std::make_shared<const Sentences>(analyse(text));
  const auto document = std::make_shared<const Document>(std::move(text));
  for (std::size_t e = 0; e < examples.size(); ++e) {
    const Span block = document->blocks[e].span;
    const auto& all = sentences->sentences;
    const auto first = std::ranges::lower_bound(all, block.begin, {}, [](const Sentence& s) { return s.span.begin; });
    const auto last = std::ranges::lower_bound(all, block.end, {}, [](const Sentence& s) { return s.span.begin; });
    examples[e].document = document;
    examples[e].sentences = sentences;
    examples[e].own = {first, last};
  }
  return examples;
}

/// Whether the word that begins at this byte is a verb with a subject before it.
bool is_verb_with_subject(const ReadExample& example, std::size_t byte) {
  for (const Sentence& sentence : example.own) {
    const auto tokens = std::span(example.sentences->tokens).subspan(sentence.first, sentence.last - sentence.first);
    const auto word = std::ranges::find(tokens, byte, [](const Token& token) { return std::size_t{token.span.begin}; });
    if (word == tokens.end() || word->word_class != WordClass::VERB) continue;
    const auto at = sentence.first + static_cast<std::uint32_t>(word - tokens.begin());
    return std::any_of(tokens.begin(), word, [&](const Token& token) {
      return token.head == at && (token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass);
    });
  }
  return false;
}

constexpr std::string_view between = "also ";

/// The byte in the sentence of the word behind an argument that begins it, where that may be a verb; nothing for "is", "of".
std::optional<std::size_t> verb_behind_first(const ontology::Markup& markup) {
  if (markup.marks.empty() || markup.marks.front().begin != 0) return std::nullopt;
  const std::string& sentence = markup.sentence;
  const std::size_t verb = markup.marks.front().end + 1;
  if (sentence.size() < verb + 4 || sentence[verb - 1] != ' ' || sentence[verb] < 'a' || sentence[verb] > 'z') return std::nullopt;
  const bool is_short = sentence[verb + 1] == ' ' || sentence[verb + 2] == ' ';
  return is_short ? std::nullopt : std::optional(verb);
}

}  // namespace

std::vector<ReadExample> read_examples(std::span<const ontology::Example* const> examples) {
  std::vector<ontology::Markup> markups;
  for (const ontology::Example* example : examples) markups.push_back(ontology::read_markup(example->text));
  std::vector<ReadExample> result = read(markups);
  std::vector<std::size_t> doubtful;
  std::vector<ontology::Markup> longer;
  for (std::size_t e = 0; e < result.size(); ++e) {
    const auto verb = verb_behind_first(markups[e]);
    if (!verb || is_verb_with_subject(result[e], result[e].markup.marks.front().end + 1)) continue;
    ontology::Markup& markup = longer.emplace_back(markups[e]);
    markup.sentence.insert(*verb, between);
    for (ontology::Mark& mark : markup.marks)
      if (mark.begin >= *verb) mark.begin += between.size(), mark.end += between.size();
    doubtful.push_back(e);
  }
  if (doubtful.empty()) return result;
  std::vector<ReadExample> again = read(std::move(longer));
  for (std::size_t k = 0; k < again.size(); ++k)
    if (is_verb_with_subject(again[k], again[k].markup.marks.front().end + 1 + between.size())) result[doubtful[k]] = std::move(again[k]);
  return result;
}

}  // namespace dossier::ingest

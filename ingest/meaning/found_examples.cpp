#include "ingest/meaning/found_examples.h"

#include <algorithm>
#include <map>
#include <set>

#include "ingest/language/language_model.h"
#include "ingest/learn/agreement.h"
#include "ingest/meaning/patterns.h"
#include "ingest/meaning/read_statements.h"

namespace dossier::ingest {
namespace {

using ontology::Example;
using ontology::PropertyId;

constexpr std::uint32_t longest = 30;    ///< tokens of an example's sentence
constexpr unsigned fewest_right = 2;
constexpr double least_precision = 0.6;  ///< of what a pattern reads in other texts

/// The example of one fact, and the text that it is from.
struct Candidate {
  Example example;
  PropertyId property;
  std::uint32_t text;
};

/// Where the words stand that a label names: at its place, or where they stand first.
std::optional<Span> place_of(const std::optional<Span>& place, const std::string& words, Span sentence, std::string_view text) {
  if (place) return place->begin >= sentence.begin && place->end <= sentence.end ? place : std::nullopt;
  const std::size_t at = text.substr(0, sentence.end).find(words, sentence.begin);
  if (words.empty() || at == std::string_view::npos) return std::nullopt;
  return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// "[Anna Berg]{subject} founded [Fjordline]{object} in 1987."
std::string marked(std::string_view text, Span sentence, Span subject, Span object) {
  const bool forward = subject.begin < object.begin;
  const Span first = forward ? subject : object, second = forward ? object : subject;
  const auto words = [&](std::uint32_t begin, std::uint32_t end) { return std::string(text.substr(begin, end - begin)); };
  const auto mark = [&](Span span, bool is_subject) { return '[' + words(span.begin, span.end) + (is_subject ? "]{subject}" : "]{object}"); };
  return words(sentence.begin, first.begin) + mark(first, forward) + words(first.end, second.begin) + mark(second, !forward) + words(second.end, sentence.end);
}

class Finder {
 public:
  Finder(std::span<const LabelledText> texts, const ontology::Ontology& ontology, std::span<const PropertyId> properties,
         const std::function<bool(std::string_view, const ontology::Property&)>& means)
      : texts_(texts), ontology_(ontology), properties_(properties), means_(means) {}

  std::vector<FoundExample> run() {
    for (std::uint32_t t = 0; t < texts_.size(); ++t) {
      documents_.push_back(one_paragraph(texts_[t].text));
      sentences_.push_back(analyse(documents_.back()));
      propose(t);
    }
    keep_one_of_each_pattern();
    if (candidates_.empty()) return {};
    const std::vector<Example> kept = examples();
    const Patterns patterns(ontology_, kept, {});
    for (std::uint32_t t = 0; t < texts_.size(); ++t) judge(t, read_statements(documents_[t], sentences_[t], ontology_, patterns));
    return best();
  }

 private:
  void propose(std::uint32_t t) {
    const std::string_view text = texts_[t].text;
    for (const LabelledFact& fact : texts_[t].facts)
      for (const PropertyId property : properties_) {
        if (!means_(fact.property, schema()[property])) continue;
        for (const Sentence& sentence : sentences_[t].sentences) {
          if (sentence.last - sentence.first > longest) continue;
          const auto subject = place_of(fact.subject_place, fact.subject, sentence.span, text), object = place_of(fact.object_place, fact.object, sentence.span, text);
          if (!subject || !object || (subject->begin < object->end && object->begin < subject->end)) continue;
          if (text.substr(sentence.span.begin, sentence.span.size()).find_first_of("[]{}\n") != std::string_view::npos) continue;
          candidates_.push_back({{schema()[property].iri, marked(text, sentence.span, *subject, *object), false, {}}, property, t});
          break;
        }
      }
  }

  [[nodiscard]] const ontology::Schema& schema() const { return ontology_.schema; }

  [[nodiscard]] std::vector<Example> examples() const {
    std::vector<Example> examples;
    for (const Candidate& candidate : candidates_) examples.push_back(candidate.example);
    return examples;
  }

  void keep_one_of_each_pattern() {
    std::ranges::stable_sort(candidates_, {}, [](const Candidate& c) { return c.example.text.size(); });
    const std::vector<Example> all = examples();
    const Patterns patterns(ontology_, all, {});
    std::map<std::string, std::pair<std::size_t, std::set<std::uint32_t>>> kinds;  // -> the first example, the texts that have one
    for (const Pattern* pattern : patterns.all()) {
      const auto which = static_cast<std::size_t>(pattern->example - all.data());
      kinds.try_emplace(key_of(*pattern), which, std::set<std::uint32_t>()).first->second.second.insert(candidates_[which].text);
    }
    std::vector<std::size_t> kept;
    for (const auto& [key, found] : kinds)
      if (found.second.size() > fewest_right) kept.push_back(found.first);
    std::ranges::sort(kept);
    std::vector<Candidate> candidates;
    for (const std::size_t which : kept) candidates.push_back(std::move(candidates_[which]));
    candidates_ = std::move(candidates);
    for (std::size_t c = 0; c < candidates_.size(); ++c) by_text_[{candidates_[c].property, candidates_[c].example.text}] = c;
    found_.resize(candidates_.size());
  }

  /// Whether a label's words name what was read: by one of its names; a pronoun names whatever stands for it.
  [[nodiscard]] static bool is_named(const std::string& words, const Entity& entity) {
    const bool small = !words.empty() && words.find(' ') == std::string::npos && words[0] >= 'a' && words[0] <= 'z';
    static const std::set<std::string, std::less<>> pronouns{"he", "she", "it", "they", "his", "her", "its", "their", "who", "him", "them", "which", "that", "whose"};
    if (pronouns.contains(name_key(words)) || (small && pronouns.contains(words))) return true;
    const std::string key = name_key(words);
    return name_key(entity.name) == key || std::ranges::any_of(entity.aliases, [&](const std::string& alias) { return name_key(alias) == key; });
  }

  void judge(std::uint32_t t, const Extraction& extraction) {
    const LabelledText& text = texts_[t];
    for (const Statement& statement : extraction.statements) {
      const auto example = by_text_.find({statement.predicate, statement.evidence.rule});
      if (example == by_text_.end() || candidates_[example->second].text == t || statement.factuality == ontology::Factuality::denied) continue;
      const ontology::Property& property = schema()[statement.predicate];
      const auto same = [&](const std::string& name) { return means_(name, property); };
      const bool asked = text.asked.empty() || std::ranges::any_of(text.asked, same) || std::ranges::any_of(text.facts, same, &LabelledFact::property);
      if (!asked) continue;
      const Entity& subject = extraction.entities[static_cast<std::size_t>(statement.subject)];
      const bool right = std::ranges::any_of(text.facts, [&](const LabelledFact& fact) {
        if (!same(fact.property) || !is_named(fact.subject, subject)) return false;
        if (const auto* date = std::get_if<DateValue>(&statement.object)) return name_key(date->phrase) == name_key(fact.object);
        return is_named(fact.object, extraction.entities[static_cast<std::size_t>(std::get<EntityIndex>(statement.object))]);
      });
      ++(right ? found_[example->second].right : found_[example->second].wrong);
    }
  }

  std::vector<FoundExample> best() {
    std::vector<FoundExample> kept;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      FoundExample& found = found_[c];
      if (found.right < fewest_right || found.right < least_precision * (found.right + found.wrong)) continue;
      found.property = candidates_[c].property;
      found.text = candidates_[c].example.text;
      kept.push_back(std::move(found));
    }
    std::ranges::stable_sort(kept, [](const FoundExample& a, const FoundExample& b) {
      return std::tuple(a.property, b.right, b.weight()) < std::tuple(b.property, a.right, a.weight());
    });
    return kept;
  }

  std::span<const LabelledText> texts_;
  const ontology::Ontology& ontology_;
  std::span<const PropertyId> properties_;
  const std::function<bool(std::string_view, const ontology::Property&)>& means_;
  std::vector<Document> documents_;
  std::vector<Sentences> sentences_;
  std::vector<Candidate> candidates_;
  std::map<std::pair<PropertyId, std::string>, std::size_t> by_text_;
  std::vector<FoundExample> found_;  ///< of each candidate
};

}  // namespace

std::vector<FoundExample> find_examples(std::span<const LabelledText> texts, const ontology::Ontology& ontology, std::span<const PropertyId> properties,
                                        const std::function<bool(std::string_view, const ontology::Property&)>& means) {
  return Finder(texts, ontology, properties, means).run();
}

}  // namespace dossier::ingest

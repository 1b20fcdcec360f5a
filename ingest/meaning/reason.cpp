#include "ingest/meaning/reason.h"

#include <algorithm>

#include "ingest/language/language_model.h"
#include "ingest/meaning/trace.h"

namespace dossier::ingest {
namespace {

/// How the predicate follows from a node of this class.
const ontology::Derivation* derivation_from(ontology::ClassId node, const ontology::Property& property, const ontology::Schema& schema) {
  const auto found = std::ranges::find_if(property.derivations, [&](const ontology::Derivation& rule) { return schema.is_a(node, rule.node); });
  return found == property.derivations.end() ? nullptr : &*found;
}

class ReasonFinder {
 public:
  ReasonFinder(const ReadFact& fact, const ontology::Ontology& ontology, const Patterns& patterns) : fact_(fact), ontology_(ontology), patterns_(patterns) {}

  Reason run() {
    const Pattern* const pattern = find_pattern();
    if (pattern != nullptr) follow(*pattern);
    return std::move(reason_);
  }

 private:
  /// The pattern of the rule: one that teaches the predicate, else one of a node from which it follows.
  const Pattern* find_pattern() {
    const ontology::Schema& schema = ontology_.schema;
    const auto predicate = schema.find_property(fact_.predicate);
    const Pattern* found = nullptr;
    for (const Pattern* pattern : patterns_.all()) {
      if (!predicate || pattern->refuses() || pattern->example->text != fact_.rule) continue;
      const ontology::Derivation* derivation = pattern->node ? derivation_from(*pattern->node, schema[*predicate], schema) : nullptr;
      if (pattern->property != predicate && derivation == nullptr) continue;
      found = pattern;
      reason_.example = pattern->example;
      reason_.derivation = derivation;
      if (derivation == nullptr) break;
    }
    return found;
  }

  void follow(const Pattern& pattern) {
    const Document document = one_paragraph(std::string(fact_.sentence));
    const Sentences sentences = analyse(document);
    std::size_t best = 0;
    for (const Sentence& sentence : sentences.sentences) {
      const SentenceReading reading = read_sentence(document, sentences, sentence, ontology_);
      for (const Trace& trace : traces(reading, pattern, ontology_.schema)) {
        const std::size_t merit = 1 + (names(document, trace, fact_.subject) ? 1 : 0) + (names(document, trace, fact_.object) ? 1 : 0);
        if (merit > best) best = merit, tell(document, reading, trace);
      }
    }
  }

  /// Whether any of these names stands at a role. The best of several traces is the one of this fact.
  [[nodiscard]] static bool names(const Document& document, const Trace& trace, const std::vector<std::string>& forms) {
    return std::ranges::any_of(trace.roles, [&](const Filled& filled) {
      return std::ranges::any_of(filled.words, [&](Span words) { return std::ranges::find(forms, document.view(words)) != forms.end(); });
    });
  }

  void tell(const Document& document, const SentenceReading& reading, const Trace& trace) {
    reason_.trigger = document.view(trace.trigger);
    reason_.arguments.clear();
    for (const Filled& filled : trace.roles) {
      FoundArgument argument{filled.role, {}, to_string(filled.path)};
      for (const Span words : filled.words) argument.words.emplace_back(document.view(words));
      reason_.arguments.push_back(std::move(argument));
    }
    const auto predicate = ontology_.schema.find_property(fact_.predicate);
    const Judgement judgement = reason_.derivation == nullptr ? judge(ontology_.schema[*predicate], trace.judgement) : trace.judgement;
    reason_.factuality = judgement.factuality;
    reason_.decided_by = to_string(judgement, reading.words);
  }

  const ReadFact& fact_;
  const ontology::Ontology& ontology_;
  const Patterns& patterns_;
  Reason reason_;
};

}  // namespace

Reason find_reason(const ReadFact& fact, const ontology::Ontology& ontology, const Patterns& patterns) { return ReasonFinder(fact, ontology, patterns).run(); }

}  // namespace dossier::ingest

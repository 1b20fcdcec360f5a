#include "ingest/meaning/reason.h"

#include <algorithm>

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
  ReasonFinder(const ReadFact& fact, const Document& quote, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns)
      : fact_(fact), quote_(quote), sentences_(sentences), ontology_(ontology), patterns_(patterns) {}

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
    std::size_t best = 0;
    for (const Sentence& sentence : sentences_.sentences) {
      const SentenceReading reading = read_sentence(quote_, sentences_, sentence, ontology_);
      for (const Trace& trace : traces(reading, pattern, ontology_.schema)) {
        const std::size_t merit = 1 + (names(trace, fact_.subject) ? 1 : 0) + (names(trace, fact_.object) ? 1 : 0);
        if (merit > best) best = merit, tell(reading, trace);
      }
    }
  }

  /// Whether any of these names stands at a role. The best of several traces is the one of this fact.
  [[nodiscard]] bool names(const Trace& trace, const std::vector<std::string>& forms) const {
    return std::ranges::any_of(trace.roles, [&](const Filled& filled) {
      return std::ranges::any_of(filled.words, [&](Span words) { return std::ranges::find(forms, quote_.view(words)) != forms.end(); });
    });
  }

  void tell(const SentenceReading& reading, const Trace& trace) {
    reason_.trigger = quote_.view(trace.trigger);
    reason_.arguments.clear();
    for (const Filled& filled : trace.roles) {
      FoundArgument argument{filled.role, {}, to_string(filled.path)};
      for (const Span words : filled.words) argument.words.emplace_back(quote_.view(words));
      reason_.arguments.push_back(std::move(argument));
    }
    const auto predicate = ontology_.schema.find_property(fact_.predicate);
    const Judgement judgement = reason_.derivation == nullptr ? judge(ontology_.schema[*predicate], trace.judgement) : trace.judgement;
    reason_.factuality = judgement.factuality;
    reason_.decided_by = to_string(judgement, reading.words);
  }

  const ReadFact& fact_;
  const Document& quote_;
  const Sentences& sentences_;
  const ontology::Ontology& ontology_;
  const Patterns& patterns_;
  Reason reason_;
};

}  // namespace

Reason find_reason(const ReadFact& fact, const Document& quote, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns) {
  return ReasonFinder(fact, quote, sentences, ontology, patterns).run();
}

}  // namespace dossier::ingest

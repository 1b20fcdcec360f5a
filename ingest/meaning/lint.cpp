#include "ingest/meaning/lint.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "graph/term/vocabulary.h"
#include "ingest/meaning/near_miss.h"
#include "ingest/meaning/read_example.h"
#include "ingest/meaning/read_statements.h"
#include "ingest/meaning/rules.h"
#include "ingest/meaning/trace.h"
#include "ontology/example_markup.h"

namespace dossier::ingest {
namespace {

using ontology::Example;

/// An example's sentence as the extractor reads it.
struct ReadBack {
  explicit ReadBack(const Example& taught) : example(taught) {
    const Example* const one[] = {&taught};
    ReadExample read = std::move(read_examples(one).front());
    markup = std::move(read.markup);
    document = *read.document;
    document.date = "2019-05-03";  // some day, so that "yesterday" is one
    sentences = *read.sentences;
  }

  const Example& example;
  ontology::Markup markup;
  Document document;
  Sentences sentences;
};

bool overlaps(Span words, const ontology::Mark& mark) { return words.begin < mark.end && mark.begin < words.end; }

class Linter {
 public:
  Linter(const ontology::Ontology& ontology, const DiagnosticSink& tell) : ontology_(ontology), schema_(ontology.schema), tell_(tell), patterns_(ontology, {}) {
    for (const Pattern* pattern : patterns_.all()) {
      own_.emplace(pattern->example, pattern);
      by_text_[pattern->example->text].push_back(pattern);
    }
  }

  void run() {
    for (const ontology::Class& one : schema_.classes())
      if (!has_label(one.iri)) tell_({Severity::warning, one.declared, "no words name the class " + name(one.iri), "give it an rdfs:label: what its things are called in a text"});
    const auto sayable = sayable_properties();
    for (std::uint32_t p = 0; p < schema_.properties().size(); ++p) {
      const ontology::Property& property = schema_.properties()[p];
      const bool of_things = !property.domain.empty() && (!property.range.empty() || property.literal);  // others describe the ontology itself
      if (of_things && !sayable.contains(p)) tell_({Severity::note, property.declared, "no text can say " + name(property.iri) + ": it has no example and follows from nothing", {}});
    }
    for (const Example& example : schema_.examples()) check(example);
  }

 private:
  // ---- classes and properties

  [[nodiscard]] std::string name(const std::string& iri) const {
    if (auto shortened = ontology_.store.prefixes().shorten(iri)) return *shortened;
    return '<' + iri + '>';
  }

  [[nodiscard]] bool has_label(const std::string& iri) const {
    const graph::Store& store = ontology_.store;
    const auto subject = store.find(graph::TermView::iri(iri));
    return subject && std::ranges::any_of(std::initializer_list<std::string_view>{graph::rdfs::label, graph::skos::pref_label, graph::skos::alt_label}, [&](std::string_view property) {
             const auto predicate = store.find(graph::TermView::iri(property));
             return predicate && !store.match({*subject, *predicate, std::nullopt, std::nullopt}).empty();
           });
  }

  /// Those with an example or a derivation, and those that are parts of nodes that have either.
  [[nodiscard]] std::set<std::uint32_t> sayable_properties() const {
    std::set<std::uint32_t> sayable;
    const auto add = [&](const std::optional<ontology::PropertyId>& property) {
      if (property) sayable.insert(static_cast<std::uint32_t>(*property));
    };
    for (const Example& example : schema_.examples()) {
      if (example.counter) continue;
      add(schema_.find_property(example.teaches));
      for (const ontology::Mark& mark : ontology::read_markup(example.text).marks) add(schema_.property_named(mark.role));
    }
    for (std::uint32_t p = 0; p < schema_.properties().size(); ++p)
      for (const ontology::Derivation& rule : schema_.properties()[p].derivations) {
        sayable.insert(p);
        add(rule.from), add(rule.to);
      }
    return sayable;
  }

  // ---- examples

  void check(const Example& example) {
    const ReadBack back(example);
    if (back.sentences.sentences.size() != 1) {
      error(example, "is read as " + std::to_string(back.sentences.sentences.size()) + " sentences", "an example is one sentence");
      return;
    }
    const SentenceReading reading = read_sentence(back.document, back.sentences, back.sentences.sentences.front(), ontology_);
    const std::string by = read_by(back, reading);
    if (example.counter && !by.empty()) error(example, "is read all the same", "read by: " + by);
    if (!example.counter && by.empty()) {
      const auto [lack, hint] = what_lacks(example, reading);
      error(example, "is not read back: " + lack, hint);
    } else if (!own_.contains(&example)) {
      tell_({Severity::warning, example.declared, "no pattern can be made of '" + example.text + "'", how_to_mark});
    }
    tell_of_twin(example);
    tell_of_idle_words(example, back.markup, reading);
  }

  /// A word that the pattern does not have where a verb that says little is left: "[Norway]{actor} said sorry." reads whatever anybody says.
  void tell_of_idle_words(const Example& example, const ontology::Markup& markup, const SentenceReading& reading) const {
    const auto own = own_.find(&example);
    if (own == own_.end() || example.counter || own->second->trigger != Trigger::verb) return;
    const Pattern& pattern = *own->second;
    constexpr auto light = std::to_array<std::string_view>({"be", "bring", "come", "do", "draw", "find", "get", "give", "go", "have", "hold", "keep", "make", "put", "say", "see", "set", "take", "tell"});
    const bool says_little = pattern.noun.empty() && pattern.with.empty() && (pattern.roles.size() == 1 || std::ranges::binary_search(light, std::string_view(pattern.lemma)));
    if (!says_little || pattern.chain) return;
    std::string used = ' ' + pattern.lemma + ' ' + pattern.verb + ' ' + pattern.noun + " also ";
    const auto marks = markup.marks;
    for (std::uint32_t i = reading.words.first(); i < reading.words.last(); ++i) {
      const Token& token = reading.sentences->tokens[i];
      const bool tells = token.word_class == WordClass::NOUN || token.word_class == WordClass::ADJ || token.word_class == WordClass::VERB || token.word_class == WordClass::ADV;
      const Span span = reading.words.span(i, i + 1);
      if (std::ranges::any_of(marks, [&](const ontology::Mark& mark) { return overlaps(span, mark); })) continue;
      if (!tells || is_marked_or_filler(reading, i) || used.find(' ' + std::string(reading.sentences->lemma(i)) + ' ') != std::string::npos) continue;
      const Token& head = reading.sentences->tokens[token.head];
      const bool modifies = token.head != i && head.word_class == WordClass::NOUN && token.relation != Relation::obl && token.relation != Relation::nmod;
      if (modifies || token.relation == Relation::xcomp || token.relation == Relation::ccomp) continue;
      tell_({Severity::warning, example.declared, "“" + std::string(reading.words.word(i)) + "” plays no part in '" + example.text + "': what is left of it reads much else",
             "use a verb, or a noun without “the”, that says it alone"});
      return;
    }
  }

  /// Whether a word stands in an argument, in a date, or in a phrase with "the" that only fills its place.
  [[nodiscard]] bool is_marked_or_filler(const SentenceReading& reading, std::uint32_t i) const {
    for (const DateExpression& date : reading.row.dates)
      if (date.first <= i && i < date.last) return true;
    for (const Phrase& phrase : reading.row.phrases) {
      if (i < phrase.first || i >= phrase.last) continue;
      const std::string first = reading.words.lower(phrase.first);
      return first == "the" || reading.words.tag(phrase.first) == Tag::PRPS || reading.row.mentions[phrase.mention].kind == MentionKind::known;
    }
    return false;
  }

  void error(const Example& example, const std::string& what, const std::string& hint) const {
    tell_({Severity::error, example.declared, std::string(example.counter ? "the counter-example '" : "'") + example.text + "' of " + name(example.teaches) + ' ' + what, hint});
  }

  /// The rule by which the sentence gives what the example teaches, with the marked arguments; empty when it does not.
  [[nodiscard]] std::string read_by(const ReadBack& back, const SentenceReading& reading) const {
    const Extraction extraction = read_statements(back.document, back.sentences, ontology_, patterns_, back.example.counter ? Standing::in_document : Standing::alone);
    if (const auto property = schema_.find_property(back.example.teaches)) {
      for (const Statement& statement : extraction.statements)
        if (statement.predicate == *property && stands(statement.evidence.rule, back, reading)) return statement.evidence.rule;
    } else if (const auto type = schema_.find_class(back.example.teaches)) {
      for (const Node& node : extraction.nodes)
        if (schema_.is_a(node.type, *type) && has_parts(node, back.markup) && stands(node.evidence.rule, back, reading)) return node.evidence.rule;
    }
    return {};
  }

  /// Whether a rule stands in the sentence with its roles at the marks.
  [[nodiscard]] bool stands(const std::string& rule, const ReadBack& back, const SentenceReading& reading) const {
    if (!explanation(rule).empty()) return true;
    const auto found = by_text_.find(rule);
    if (found == by_text_.end()) return false;
    const auto taught = schema_.find_property(back.example.teaches);
    for (const Pattern* pattern : found->second) {
      // what follows from a node, and what holds either way, has its arguments in other roles
      const bool same_roles = pattern->property == taught && !(taught && schema_[*taught].symmetric);
      for (const Trace& trace : traces(reading, *pattern, schema_))
        if (fills(trace, back.markup, same_roles)) return true;
    }
    return false;
  }

  [[nodiscard]] static bool fills(const Trace& trace, const ontology::Markup& markup, bool same_roles) {
    return std::ranges::all_of(markup.marks, [&](const ontology::Mark& mark) {
      return std::ranges::any_of(trace.roles, [&](const Filled& filled) {
        return (!same_roles || filled.role == mark.role) && std::ranges::any_of(filled.words, [&](Span words) { return overlaps(words, mark); });
      });
    });
  }

  [[nodiscard]] bool has_parts(const Node& node, const ontology::Markup& markup) const {
    return std::ranges::all_of(markup.marks, [&](const ontology::Mark& mark) {
      if (mark.role == "self") return node.self != no_entity;
      const auto property = schema_.property_named(mark.role);
      return std::ranges::any_of(node.parts, [&](const auto& part) { return part.first == property; });
    });
  }

  /// Why an example is not read back, and what to do.
  [[nodiscard]] std::pair<std::string, std::string> what_lacks(const Example& example, const SentenceReading& reading) const {
    const auto own = own_.find(&example);
    if (own == own_.end()) return {"no pattern can be made of it", how_to_mark};
    const Pattern& pattern = *own->second;
    std::string lack;
    const auto consider = [&](const auto& from) {
      if (lack.empty()) lack = lacking(reading, from, pattern, schema_);
    };
    for (const Clause& clause : reading.clauses.clauses)
      if (std::ranges::any_of(clause.chain, [&](std::uint32_t v) { return reading.clauses.verbs[v].lemma == pattern.lemma; })) consider(clause);
    for (std::uint32_t p = 0; p < reading.row.phrases.size(); ++p)
      if (reading.sentences->lemma(reading.row.phrases[p].head) == pattern.lemma) consider(p);
    if (!lack.empty()) return {lack, "`dossier explain` shows the sentence step by step"};
    for (const Pattern* other : patterns_.all())
      if (other->refuses() && other->example->teaches == example.teaches && other->trigger == pattern.trigger && other->lemma == pattern.lemma)
        return {"a counter-example may refuse it", "'" + other->example->text + "'"};
    return {"one of its arguments names nothing by itself", "write it so that it does: \"the King of Norway\" instead of \"the King\""};
  }

  /// Two examples of one pattern: the second teaches nothing.
  void tell_of_twin(const Example& example) {
    const auto own = own_.find(&example);
    if (own == own_.end()) return;
    const auto [first, is_new] = first_of_kind_.emplace(key_of(*own->second), &example);
    if (is_new) return;
    tell_({Severity::note, example.declared, "'" + example.text + "' teaches nothing that '" + first->second->text + "' does not", to_string(first->second->declared)});
  }

  static constexpr const char* how_to_mark = "mark arguments that are the subject, the object or after a preposition of one verb or noun";

  const ontology::Ontology& ontology_;
  const ontology::Schema& schema_;
  const DiagnosticSink& tell_;
  Patterns patterns_;
  std::map<const Example*, const Pattern*> own_;
  std::map<std::string, std::vector<const Pattern*>, std::less<>> by_text_;
  std::map<std::string, const Example*> first_of_kind_;
};

}  // namespace

void lint(const ontology::Ontology& ontology, const DiagnosticSink& tell) { Linter(ontology, tell).run(); }

}  // namespace dossier::ingest

#include "ingest/meaning/match_patterns.h"

#include <algorithm>
#include <array>

#include "ingest/meaning/trace.h"

namespace dossier::ingest {
namespace {

using Value = std::variant<EntityIndex, DateValue>;

/// Fills the roles of one pattern around a clause or a noun.
class Filler {
 public:
  Filler(const SentenceReading& reading, Context& context, const Clause& clause)
      : reading_(reading), context_(context), around_(reading, clause), clause_(&clause), trigger_(trigger_of(reading, clause, clause.chain.size() - 1)) {}
  Filler(const SentenceReading& reading, Context& context, std::uint32_t phrase)
      : reading_(reading), context_(context), around_(reading, phrase), trigger_(reading.words.span(reading.row.phrases[phrase].head, reading.row.phrases[phrase].head + 1)) {}

  /// The verb or noun around which it looks.
  [[nodiscard]] Span trigger() const noexcept { return trigger_; }

  /// Whether something stands at every place of the pattern.
  [[nodiscard]] bool has_places(const Pattern& pattern) const {
    return std::ranges::all_of(pattern.roles, [&](const Role& role) { return around_.has(role.path.front()); });
  }

  /// Whether what a counter-example says stands here.
  [[nodiscard]] bool is_refused_by(const Pattern& counter) const { return speaks_against(counter, reading_, around_, context_.ontology().schema); }

  /// The values of the first occupant that has any.
  [[nodiscard]] std::vector<Value> fill(const Role& role, std::span<const ontology::ClassId> allowed, bool date) const {
    for (const Occupant& found : around_.at_end_of(role.path))
      if (auto values = values_of(found, allowed, date); !values.empty()) return values;
    return {};
  }

 private:
  [[nodiscard]] std::vector<Value> values_of(const Occupant& found, std::span<const ontology::ClassId> allowed, bool date) const {
    std::vector<Value> values;
    if (date != (found.date != nowhere)) return values;
    if (date) {
      if (auto value = date_value(reading_, found.date, clause_, context_)) values.emplace_back(std::move(*value));
    } else if (found.mention != nowhere) {
      const EntityIndex entity = context_.entities().known(reading_.row.mentions[found.mention].known, reading_.sentence->number);
      if (context_.fits(entity, allowed)) values.emplace_back(entity);
    } else {
      for (const EntityIndex entity : context_.resolve(reading_, found.group, allowed, clause_)) values.emplace_back(entity);
      if (values.empty() && found.group.size() == 1)
        if (const EntityIndex named = context_.named_by_place(reading_, found.group.front(), allowed); named != no_entity) values.emplace_back(named);
    }
    return values;
  }

  const SentenceReading& reading_;
  Context& context_;
  Surroundings around_;
  const Clause* clause_ = nullptr;
  Span trigger_;
};

/// Applies patterns to one sentence.
class Matcher {
 public:
  Matcher(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out)
      : reading_(reading), patterns_(patterns), context_(context), schema_(context.ontology().schema), out_(out) {}

  void run() {
    for (const Clause& clause : reading_.clauses.clauses) verbs(clause);
    for (std::uint32_t p = 0; p < reading_.row.phrases.size(); ++p) noun(p);
  }

 private:
  void verbs(const Clause& clause) {
    const Filler filler(reading_, context_, clause);
    const Judgement judgement = judge(reading_, clause);
    bool found = false;
    // the last verb of the chain has the object; the first, when it only commits to the rest, has what is committed to
    const VerbGroup& last = reading_.clauses.verbs[clause.chain.back()];
    const bool commits = is_commitment(clause);
    const auto of_last = patterns_.by_verb(last.lemma);
    for (const Pattern& pattern : of_last)
      if (!pattern.chain && !(commits && is_about_topics(pattern))) found |= apply(pattern, of_last, clause, filler, judgement);
    if (found) return;
    for (std::size_t k = clause.chain.size() - 1; k-- > 0 && !found;) {
      const auto of_one = patterns_.by_verb(reading_.clauses.verbs[clause.chain[k]].lemma);
      for (const Pattern& pattern : of_one)
        if (pattern.chain) found |= apply(pattern, of_one, clause, filler, judgement);
    }
    if (found || clause.conditional || last.lemma == "be" || last.lemma == "have") return;
    const std::string& modal = reading_.clauses.verbs[clause.chain.front()].modal;
    const auto of_modal = patterns_.by_modal(modal);
    for (const Pattern& pattern : of_modal)
      if (pattern.verb.empty() || pattern.verb == last.lemma) apply(pattern, of_modal, clause, filler, judgement);
  }

  /// "pledged to establish X", "will establish X": what is established is first of all pledged.
  [[nodiscard]] bool is_commitment(const Clause& clause) const {
    const VerbGroup& first = reading_.clauses.verbs[clause.chain.front()];
    if (!patterns_.by_modal(first.modal).empty()) return true;
    if (clause.chain.size() < 2) return false;
    return std::ranges::any_of(patterns_.by_verb(first.lemma), [](const Pattern& p) { return p.chain && !p.refuses(); });
  }

  /// A relation whose object may be any goal or measure says no more than the commitment does.
  [[nodiscard]] bool is_about_topics(const Pattern& pattern) const {
    if (!pattern.property || !pattern.noun.empty()) return false;
    const auto policy = schema_.class_named("Policy");
    return policy && schema_.fits(*policy, schema_[*pattern.property].range);
  }

  /// Whether a counter-example of the same property speaks against what `pattern` would read.
  template <class Stands>
  [[nodiscard]] static bool is_refused(const Pattern& pattern, std::span<const Pattern> others, const Filler& filler, const Stands& stands) {
    return std::ranges::any_of(others, [&](const Pattern& other) {
      return other.refuses() && stands(other) && other.property == pattern.property && other.node == pattern.node && filler.is_refused_by(other);
    });
  }

  bool apply(const Pattern& pattern, std::span<const Pattern> others, const Clause& clause, const Filler& filler, const Judgement& judgement) {
    if (pattern.refuses()) return false;
    if (!has_company(reading_, clause, pattern)) return false;
    if (pattern.property && !filler.has_places(pattern)) return false;
    const auto stands = [&](const Pattern& counter) { return has_company(reading_, clause, counter); };  // "is close to" refuses nothing of "is at war with"
    return !is_refused(pattern, others, filler, stands) && instantiate(pattern, filler, judgement, context_.speaker_of(reading_, clause));
  }

  void noun(std::uint32_t p) {
    const Phrase& phrase = reading_.row.phrases[p];
    if (phrase.mention == nowhere) return;
    const Mention& mention = reading_.row.mentions[phrase.mention];
    if (mention.kind == MentionKind::person || mention.kind == MentionKind::pronoun) return;
    const Judgement judgement = judge(reading_, p);
    const Filler filler(reading_, context_, p);
    const auto always = [](const Pattern&) { return true; };
    const auto of_noun = patterns_.by_noun(reading_.sentences->lemma(phrase.head));
    for (const Pattern& pattern : of_noun)
      if (!pattern.refuses() && (pattern.node || filler.has_places(pattern)) && !is_refused(pattern, of_noun, filler, always)) instantiate(pattern, filler, judgement, no_entity);
    if (!mention.type || (phrase.owner == nowhere && adjuncts_of(reading_.clauses, p).empty())) return;
    const auto of_class = patterns_.by_class_of_head();
    for (const Pattern& pattern : of_class)
      if (!pattern.refuses() && schema_.is_a(*mention.type, *pattern.head) && filler.has_places(pattern) && !is_refused(pattern, of_class, filler, always))
        instantiate(pattern, filler, judgement, no_entity);
  }

  bool instantiate(const Pattern& pattern, const Filler& filler, const Judgement& judgement, EntityIndex speaker) {
    return pattern.property ? relation(pattern, filler, judgement, speaker) : node(pattern, filler, judgement, speaker);
  }

  [[nodiscard]] Evidence evidence(const Pattern& pattern) const { return {reading_.sentence->number, pattern.example->text, pattern.example->weight}; }

  bool relation(const Pattern& pattern, const Filler& filler, const Judgement& judgement, EntityIndex speaker) {
    const ontology::Property& property = schema_[*pattern.property];
    std::vector<Value> subjects, objects;
    for (const Role& role : pattern.roles) {
      const bool is_subject = role.name == "subject";
      auto values = is_subject ? filler.fill(role, property.domain, false) : filler.fill(role, property.range, property.literal);
      auto& into = is_subject ? subjects : objects;
      into.insert(into.end(), values.begin(), values.end());
    }
    bool found = false;
    const bool either_way = property.symmetric && subjects == objects;  // "[A] and [B] met": each pair once
    for (std::size_t a = 0; a < subjects.size(); ++a)
      for (std::size_t b = either_way ? a + 1 : 0; b < objects.size(); ++b) {
        const Value& subject = subjects[a];
        const Value& object = objects[b];
        if (subject.index() == 0 && object.index() == 0 && std::get<0>(subject) == std::get<0>(object)) continue;
        Statement statement;
        statement.subject = std::get<EntityIndex>(subject);
        statement.predicate = *pattern.property;
        statement.object = object;
        statement.factuality = judge(property, judgement).factuality;
        statement.speaker = speaker == statement.subject ? no_entity : speaker;
        statement.evidence = evidence(pattern);
        out_.statements.push_back(std::move(statement));
        found = true;
      }
    return found;
  }

  bool node(const Pattern& pattern, const Filler& filler, const Judgement& judgement, EntityIndex speaker) {
    Node node;
    node.type = *pattern.node;
    node.factuality = judgement.factuality;
    node.speaker = speaker;
    node.trigger = filler.trigger();
    node.evidence = evidence(pattern);
    for (const Role& role : pattern.roles) {
      const auto property = schema_.property_named(role.name);
      if (!property) continue;
      if (role.name == "self") {
        const std::array<ontology::ClassId, 1> allowed{*pattern.node};
        const auto values = filler.fill(role, allowed, false);
        if (values.size() != 1) return false;
        node.self = std::get<EntityIndex>(values.front());
        continue;
      }
      for (Value& value : filler.fill(role, schema_[*property].range, schema_[*property].literal)) node.parts.emplace_back(*property, std::move(value));
    }
    if (node.parts.size() < (node.self == no_entity ? 2U : 1U)) return false;
    out_.nodes.push_back(std::move(node));
    return true;
  }

  const SentenceReading& reading_;
  const Patterns& patterns_;
  Context& context_;
  const ontology::Schema& schema_;
  Readings& out_;
};

}  // namespace

Span trigger_of(const SentenceReading& reading, const Clause& clause, std::size_t link) {
  const VerbGroup& verb = reading.clauses.verbs[clause.chain[link]];
  return reading.words.span(verb.first, std::max(verb.last, verb.first + 1));
}

TimeSense sense_of(const SentenceReading& reading, const Clause* clause) {
  if (clause == nullptr) {
    for (const Clause& one : reading.clauses.clauses)
      if (reading.clauses.verbs[one.chain.front()].past) return TimeSense::past;
    return TimeSense::unknown;
  }
  const VerbGroup& first = reading.clauses.verbs[clause->chain.front()];
  if (first.modal == "will" || first.infinitive) return TimeSense::future;
  return first.past || first.participle || first.passive ? TimeSense::past : TimeSense::unknown;
}

std::optional<DateValue> date_value(const SentenceReading& reading, std::uint32_t date, const Clause* clause, const Context& context) {
  const DateExpression& expression = reading.row.dates[date];
  const auto resolved = resolve(expression, context.document().date, sense_of(reading, clause));
  if (!resolved) return std::nullopt;
  return DateValue{resolved->date, reading.words.text(expression.first, expression.last), resolved->basis == TimeBasis::document};
}

void match_patterns(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out) {
  Matcher(reading, patterns, context, out).run();
}

void derive_shortcuts(const Node& node, const Context& context, std::vector<Statement>& out) {
  const ontology::Schema& schema = context.ontology().schema;
  const auto role = [&](const std::optional<ontology::PropertyId>& property) {
    std::vector<Value> values;
    if (!property) {
      if (node.self != no_entity) values.emplace_back(node.self);
      return values;
    }
    for (const auto& [part, value] : node.parts)
      if (part == *property) values.push_back(value);
    return values;
  };
  for (std::uint32_t p = 0; p < schema.properties().size(); ++p) {
    for (const ontology::Derivation& rule : schema.properties()[p].derivations) {
      if (!schema.is_a(node.type, rule.node) || !rule.holds_for(schema[node.type].event_types)) continue;
      const auto from = role(rule.from), to = role(rule.to);
      if (rule.at_most != 0 && from.size() > rule.at_most) continue;
      for (std::size_t a = 0; a < from.size(); ++a)
        for (std::size_t b = 0; b < to.size(); ++b) {
          if (from[a].index() != 0) continue;
          if (to[b].index() == 0) {
            const EntityIndex object = std::get<EntityIndex>(to[b]);
            if (object == std::get<EntityIndex>(from[a])) continue;
            if (rule.from == rule.to && b < a) continue;
            if (!schema.fits(context.entity(object).type, rule.to_class)) continue;
          }
          Statement statement;
          statement.subject = std::get<EntityIndex>(from[a]);
          statement.predicate = ontology::PropertyId{p};
          statement.object = to[b];
          statement.factuality = node.factuality;
          statement.speaker = node.speaker == statement.subject ? no_entity : node.speaker;
          statement.evidence = node.evidence;
          out.push_back(std::move(statement));
        }
    }
  }
}

}  // namespace dossier::ingest

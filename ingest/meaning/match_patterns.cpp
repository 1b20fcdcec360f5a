#include "ingest/meaning/match_patterns.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

using ontology::Factuality;
using Value = std::variant<EntityIndex, DateValue>;

/// Verbs that say of the verb after them whether it happens.
std::optional<Factuality> factuality_of_verb(std::string_view lemma) {
  struct Row {
    std::string_view lemma;
    Factuality factuality;
  };
  constexpr auto table = std::to_array<Row>({
      {"agree", Factuality::pledged},    {"aim", Factuality::planned},     {"allege", Factuality::alleged},
      {"ask", Factuality::demanded},     {"call", Factuality::demanded},   {"claim", Factuality::alleged},
      {"commit", Factuality::pledged},   {"decide", Factuality::planned},  {"demand", Factuality::demanded},
      {"deny", Factuality::denied},      {"expect", Factuality::planned},  {"fail", Factuality::denied},
      {"hope", Factuality::planned},     {"intend", Factuality::planned},  {"offer", Factuality::proposed},
      {"order", Factuality::demanded},   {"plan", Factuality::planned},    {"pledge", Factuality::pledged},
      {"prepare", Factuality::planned},  {"promise", Factuality::pledged}, {"propose", Factuality::proposed},
      {"refuse", Factuality::denied},    {"request", Factuality::demanded}, {"schedule", Factuality::planned},
      {"seek", Factuality::planned},     {"suggest", Factuality::proposed}, {"threaten", Factuality::planned},
      {"urge", Factuality::demanded},    {"vow", Factuality::pledged},     {"want", Factuality::planned},
  });
  const auto found = std::ranges::lower_bound(table, lemma, {}, &Row::lemma);
  if (found == table.end() || found->lemma != lemma) return std::nullopt;
  return found->factuality;
}

bool says_no(const SentenceReading& reading, const Group& group) {
  return std::ranges::any_of(group, [&](std::uint32_t p) { return reading.words.lower(reading.row.phrases[p].first) == "no"; });
}

/// Fills the roles of one pattern in one place.
class Filler {
 public:
  Filler(const SentenceReading& reading, Context& context, const Clause* clause, const Attachment* attachment)
      : reading_(reading), context_(context), clause_(clause), attachment_(attachment), phrase_(attachment != nullptr ? attachment->phrase : nowhere) {}
  Filler(const SentenceReading& reading, Context& context, std::uint32_t phrase, const Attachment* attachment)
      : reading_(reading), context_(context), attachment_(attachment), phrase_(phrase) {}

  [[nodiscard]] std::vector<Value> fill(const Role& role, std::span<const ontology::ClassId> allowed, bool date) const {
    switch (role.place) {
      case Place::subject: return clause_ != nullptr && !date ? things(clause_->subject, allowed) : std::vector<Value>();
      case Place::object: return clause_ != nullptr && !date ? things(clause_->object, allowed) : std::vector<Value>();
      case Place::head: return date ? std::vector<Value>() : things({phrase_}, allowed);
      case Place::owner: {
        const std::uint32_t owner = phrase_ == nowhere ? nowhere : reading_.row.phrases[phrase_].owner;
        return owner == nowhere || date ? std::vector<Value>() : things({owner}, allowed);
      }
      case Place::adjunct: return adjuncts(role, allowed, date);
    }
    return {};
  }

 private:
  [[nodiscard]] std::vector<Value> things(const Group& group, std::span<const ontology::ClassId> allowed) const {
    std::vector<Value> values;
    for (const EntityIndex entity : context_.resolve(reading_, group, allowed, clause_)) values.emplace_back(entity);
    return values;
  }

  [[nodiscard]] std::vector<Value> adjuncts(const Role& role, std::span<const ontology::ClassId> allowed, bool date) const {
    const auto& all = clause_ != nullptr ? clause_->adjuncts : attachment_ != nullptr ? attachment_->adjuncts : no_adjuncts();
    std::vector<Value> values;
    for (const Adjunct& adjunct : all) {
      const bool temporal = date && (adjunct.preposition == "on" || adjunct.preposition == "in" || adjunct.preposition == "from" || adjunct.preposition == "during");
      if (adjunct.preposition != role.preposition && !temporal) continue;
      if (date && adjunct.date != nowhere) {
        if (auto value = date_value(reading_, adjunct.date, clause_, context_)) values.emplace_back(std::move(*value));
      } else if (!date && adjunct.date == nowhere) {
        for (Value& value : things(adjunct.group, allowed)) values.push_back(std::move(value));
      }
      if (!values.empty()) break;
    }
    return values;
  }

  static const std::vector<Adjunct>& no_adjuncts() {
    static const std::vector<Adjunct> none;
    return none;
  }

  const SentenceReading& reading_;
  Context& context_;
  const Clause* clause_ = nullptr;
  const Attachment* attachment_ = nullptr;
  std::uint32_t phrase_ = nowhere;
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
    const Factuality factuality = factuality_of(reading_, clause);
    bool found = false;
    // the last verb of the chain has the object; the first, when it only commits to the rest, has what is committed to
    const VerbGroup& last = reading_.row.verbs[clause.chain.back()];
    const bool commits = is_commitment(clause);
    for (const Pattern& pattern : patterns_.by_verb(last.lemma))
      if (!pattern.chain && !(commits && is_about_topics(pattern))) found |= apply(pattern, clause, factuality);
    if (found) return;
    for (std::size_t k = clause.chain.size() - 1; k-- > 0 && !found;)
      for (const Pattern& pattern : patterns_.by_verb(reading_.row.verbs[clause.chain[k]].lemma))
        if (pattern.chain) found |= apply(pattern, clause, factuality);
    if (found || clause.conditional || last.lemma == "be" || last.lemma == "have") return;
    const std::string& modal = reading_.row.verbs[clause.chain.front()].modal;
    if (!modal.empty())
      for (const Pattern& pattern : patterns_.by_modal(modal)) {
        const bool after_preposition = std::ranges::any_of(pattern.roles, [](const Role& r) { return r.place == Place::adjunct; });
        if (!after_preposition || clause.object.empty()) apply(pattern, clause, factuality);
      }
  }

  /// "pledged to establish X", "will establish X": what is established is first of all pledged.
  [[nodiscard]] bool is_commitment(const Clause& clause) const {
    const VerbGroup& first = reading_.row.verbs[clause.chain.front()];
    if (!patterns_.by_modal(first.modal).empty()) return true;
    if (clause.chain.size() < 2) return false;
    return std::ranges::any_of(patterns_.by_verb(first.lemma), [](const Pattern& p) { return p.chain; });
  }

  /// A relation whose object may be any goal or measure says no more than the commitment does.
  [[nodiscard]] bool is_about_topics(const Pattern& pattern) const {
    if (!pattern.property || !pattern.noun.empty()) return false;
    const auto policy = schema_.class_named("Policy");
    return policy && schema_.fits(*policy, schema_[*pattern.property].range);
  }

  bool apply(const Pattern& pattern, const Clause& clause, Factuality factuality) {
    if (!pattern.noun.empty() && (clause.object.size() != 1 || reading_.words.lower(reading_.row.phrases[clause.object.front()].head) != pattern.noun))
      return false;
    for (const std::string& preposition : pattern.with)
      if (std::ranges::find(clause.adjuncts, preposition, &Adjunct::preposition) == clause.adjuncts.end()) return false;
    if (says_no(reading_, clause.object)) factuality = Factuality::denied;
    return instantiate(pattern, Filler(reading_, context_, &clause, nullptr), factuality, speaker(clause));
  }

  /// Who says it: the subject of the clause around.
  EntityIndex speaker(const Clause& clause) {
    if (clause.inside == nowhere) return no_entity;
    const Clause& outer = reading_.clauses.clauses[clause.inside];
    const auto agent = schema_.class_named("Agent");
    std::vector<ontology::ClassId> allowed;
    if (agent) allowed.push_back(*agent);
    const auto found = context_.resolve(reading_, outer.subject, allowed, &outer);
    return found.size() == 1 ? found.front() : no_entity;
  }

  void noun(std::uint32_t p) {
    const Phrase& phrase = reading_.row.phrases[p];
    if (phrase.mention == nowhere) return;
    const Mention& mention = reading_.row.mentions[phrase.mention];
    if (!mention.type || mention.kind == MentionKind::person) return;
    const auto found = std::ranges::find(reading_.clauses.attachments, p, &Attachment::phrase);
    const Attachment* attachment = found == reading_.clauses.attachments.end() ? nullptr : &*found;
    if (attachment == nullptr && phrase.owner == nowhere) return;
    const Factuality factuality = reading_.words.lower(phrase.first) == "no" ? Factuality::denied : around(p);
    for (const Pattern& pattern : patterns_.nouns())
      if (pattern.head && schema_.is_a(*mention.type, *pattern.head))
        instantiate(pattern, Filler(reading_, context_, p, attachment), factuality, no_entity);
  }

  /// What is planned or denied in the clause around a noun is so for what the noun says of itself.
  [[nodiscard]] Factuality around(std::uint32_t phrase) const {
    for (const Clause& clause : reading_.clauses.clauses) {
      const bool inside = std::ranges::find(clause.object, phrase) != clause.object.end() ||
                          std::ranges::any_of(clause.adjuncts, [&](const Adjunct& a) { return std::ranges::find(a.group, phrase) != a.group.end(); });
      if (!inside) continue;
      // "announced plans to achieve this during [a briefing]": the briefing is no part of what is planned
      const bool purpose = reading_.row.verbs[clause.chain.front()].infinitive && std::ranges::find(clause.object, phrase) == clause.object.end();
      if (purpose && &clause != reading_.clauses.clauses.data()) continue;
      const Factuality found = factuality_of(reading_, clause);
      if (found == Factuality::planned || found == Factuality::hypothetical || found == Factuality::conditional) return found;
    }
    return Factuality::occurred;
  }

  bool instantiate(const Pattern& pattern, const Filler& filler, Factuality factuality, EntityIndex speaker) {
    return pattern.property ? relation(pattern, filler, factuality, speaker) : node(pattern, filler, factuality, speaker);
  }

  [[nodiscard]] Evidence evidence(const Pattern& pattern) const { return {reading_.sentence->number, pattern.example->text, 0.7}; }

  bool relation(const Pattern& pattern, const Filler& filler, Factuality factuality, EntityIndex speaker) {
    const ontology::Property& property = schema_[*pattern.property];
    std::vector<Value> subjects, objects;
    for (const Role& role : pattern.roles) {
      const bool is_subject = role.name == "subject";
      auto values = is_subject ? filler.fill(role, property.domain, false) : filler.fill(role, property.range, property.literal);
      auto& into = is_subject ? subjects : objects;
      into.insert(into.end(), values.begin(), values.end());
    }
    bool found = false;
    for (const Value& subject : subjects)
      for (const Value& object : objects) {
        if (subject.index() == 0 && object.index() == 0 && std::get<0>(subject) == std::get<0>(object)) continue;
        Statement statement;
        statement.subject = std::get<EntityIndex>(subject);
        statement.predicate = *pattern.property;
        statement.object = object;
        statement.factuality = own_factuality(property, factuality);
        statement.speaker = speaker == statement.subject ? no_entity : speaker;
        statement.evidence = evidence(pattern);
        out_.statements.push_back(std::move(statement));
        found = true;
      }
    return found;
  }

  /// A relation whose meaning is a pledge is one, unless it is denied.
  [[nodiscard]] Factuality own_factuality(const ontology::Property& property, Factuality factuality) const {
    if (property.carries.empty() || factuality == Factuality::denied) return factuality;
    if (factuality == Factuality::conditional || factuality == Factuality::hypothetical) return factuality;
    const auto own = ontology::from_iri(property.carries.front());
    return own ? *own : factuality;
  }

  bool node(const Pattern& pattern, const Filler& filler, Factuality factuality, EntityIndex speaker) {
    Node node;
    node.type = *pattern.node;
    node.factuality = factuality;
    node.speaker = speaker;
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

Factuality factuality_of(const SentenceReading& reading, const Clause& clause) {
  const auto& verbs = reading.row.verbs;
  if (clause.conditional) return Factuality::conditional;
  for (const std::uint32_t v : clause.chain)
    if (verbs[v].negated) return Factuality::denied;
  const VerbGroup& first = verbs[clause.chain.front()];
  Factuality result = Factuality::occurred;
  if (first.modal == "will") result = Factuality::planned;
  else if (first.modal == "should" || first.modal == "must") result = Factuality::demanded;
  else if (!first.modal.empty()) result = Factuality::hypothetical;
  else if (first.infinitive) result = Factuality::planned;
  else if (!first.past && !first.gerund && !first.participle && !first.passive) result = Factuality::ongoing;
  if (clause.chain.size() > 1)
    if (const auto found = factuality_of_verb(first.lemma)) result = *found;
  if (clause.inside != nowhere) {
    const Clause& outer = reading.clauses.clauses[clause.inside];
    const auto said = factuality_of_verb(verbs[outer.chain.back()].lemma);
    if (said == Factuality::denied || said == Factuality::alleged || said == Factuality::demanded || said == Factuality::proposed) return *said;
  }
  return result;
}

TimeSense sense_of(const SentenceReading& reading, const Clause* clause) {
  if (clause == nullptr) {
    for (const Clause& one : reading.clauses.clauses)
      if (reading.row.verbs[one.chain.front()].past) return TimeSense::past;
    return TimeSense::unknown;
  }
  const VerbGroup& first = reading.row.verbs[clause->chain.front()];
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

#include "ingest/meaning/acts.h"

#include <algorithm>
#include <array>

#include "ingest/meaning/judgement.h"

namespace dossier::ingest {
namespace {

using ontology::ClassId;
using ontology::Factuality;
using ontology::PropertyId;
using Value = std::variant<EntityIndex, DateValue>;
using Agents = std::vector<EntityIndex>;

/// Prepositions behind which stands whom an act is directed at, or whom its object comes from.
bool points_at(std::string_view preposition) {
  constexpr auto words = std::to_array<std::string_view>({"against", "among", "at", "between", "by", "for", "from", "into", "of", "on", "over", "to", "toward", "towards", "upon", "with"});
  return std::ranges::binary_search(words, preposition);
}

bool happened(Factuality factuality) { return factuality == Factuality::occurred || factuality == Factuality::ongoing || factuality == Factuality::alleged; }
bool is_to_come(Factuality factuality) { return factuality == Factuality::planned || factuality == Factuality::pledged || factuality == Factuality::proposed; }

class ActReader {
 public:
  ActReader(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out)
      : reading_(reading), patterns_(patterns), context_(context), schema_(context.ontology().schema), out_(out), actor_(schema_.property_named("actor")),
        recipient_(schema_.property_named("recipient")) {}

  void run() {
    if (!actor_ || !recipient_) return;
    for (const Clause& clause : reading_.clauses.clauses) this->clause(clause);
    for (std::uint32_t p = 0; p < reading_.row.phrases.size(); ++p) noun(p);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // ---- clauses

  void clause(const Clause& clause) {
    const std::size_t last = clause.chain.size() - 1;
    const auto deed = act_of(clause, last, false);
    const std::size_t done = deed ? keep(*deed) : node_at(trigger_of(reading_, clause, last));
    for (std::size_t link = 0; link < last; ++link)
      if (auto said = act_of(clause, link, true)) return governs(clause, std::move(*said), done);
    if (const Clause* const before = leads_to(clause))
      if (auto said = act_of(*before, before->chain.size() - 1, true)) return governs(clause, std::move(*said), done);
    if (demands(clause)) return demanded(clause);
    if (done != none) foretold(clause, done);
  }

  /// "threatened on Monday | to aid Peru": the clause before goes on with an infinitive of the same people.
  [[nodiscard]] const Clause* leads_to(const Clause& clause) const {
    const VerbGroup& first = reading_.clauses.verbs[clause.chain.front()];
    if (!first.infinitive || clause.subject.empty()) return nullptr;
    const Clause* found = nullptr;
    for (const Clause& other : reading_.clauses.clauses) {
      const VerbGroup& verb = reading_.clauses.verbs[other.chain.back()];
      if (other.subject == clause.subject && other.object.empty() && verb.last <= first.first && (found == nullptr || verb.first > reading_.clauses.verbs[found->chain.back()].first)) found = &other;
    }
    return found;
  }

  /// "promised to aid Peru": the promise has whom the aid is for. What is promised decides what the promise is.
  void governs(const Clause& clause, Node said, std::size_t done) {
    if (done != none) {
      if (said.type == schema_.class_named("Promise"))
        if (const auto type = schema_.find_class(schema_[out_.nodes[done].type].when_planned)) said.type = *type;
      complete(said, out_.nodes[done]);
    }
    find_recipient(clause, said);
    keep(std::move(said));
  }

  /// "will aid Peru", "will not aid Peru": a promise, a refusal.
  void foretold(const Clause& clause, std::size_t done) {
    const Node& node = out_.nodes[done];
    const VerbGroup& first = reading_.clauses.verbs[clause.chain.front()];
    const bool to_come = first.modal == "will" || (first.modal == "would" && clause.inside != nowhere);
    const bool by_chain = clause.chain.size() > 1 && first.modal.empty() && !first.infinitive;
    if (clause.conditional || (!to_come && !by_chain)) return;
    const ontology::Class& of = schema_[node.type];
    std::optional<ClassId> type;
    if (node.factuality == Factuality::denied) type = schema_.find_class(of.when_refused);
    else if (to_come || is_to_come(node.factuality)) type = schema_.find_class(of.when_planned);
    if (type && to_come && has_word("unless")) type = schema_.class_named("Threat");
    if (type) tell(clause, done, *type);
  }

  /// The act that tells of a deed, by the same people.
  void tell(const Clause& clause, std::size_t done, ClassId type) {
    Node act;
    act.type = type;
    act.trigger = trigger_of(reading_, clause, 0);
    act.evidence = out_.nodes[done].evidence;
    complete(act, out_.nodes[done]);
    if (clause.inside != nowhere) {
      const Clause& outer = reading_.clauses.clauses[clause.inside];
      act.factuality = judge(reading_, outer).factuality;
      if (!happened(act.factuality)) return;
      if (!has(act, *actor_)) set(act, *actor_, agents(outer.subject, &outer));
    }
    find_recipient(clause, act);
    if (has(act, *actor_)) keep(std::move(act));
  }

  /// "said Iceland must open its ports"
  [[nodiscard]] bool demands(const Clause& clause) const {
    const std::string& modal = reading_.clauses.verbs[clause.chain.front()].modal;
    if (clause.inside == nowhere || (modal != "must" && modal != "should") || clause.subject.empty()) return false;
    const Clause& outer = reading_.clauses.clauses[clause.inside];  // what is agreed is not asked for
    return std::ranges::none_of(patterns_.acts_by_verb(reading_.clauses.verbs[outer.chain.back()].lemma), [&](const Pattern& pattern) { return pattern.node == schema_.class_named("Promise"); });
  }

  void demanded(const Clause& clause) {
    const auto request = schema_.class_named("Request");
    const Clause& outer = reading_.clauses.clauses[clause.inside];
    if (reading_.row.phrases[clause.subject.front()].mention == nowhere) return;
    const Mention& subject = mention(clause.subject.front());
    if (!request || subject.kind == MentionKind::pronoun || !happened(judge(reading_, outer).factuality)) return;
    Node act;
    act.type = *request;
    act.factuality = judge(reading_, outer).factuality;
    act.trigger = trigger_of(reading_, clause, 0);
    act.evidence = {reading_.sentence->number, "who must, as somebody says", 0.6};
    set(act, *actor_, agents(outer.subject, &outer));
    set(act, *recipient_, without(agents(clause.subject, &clause), act));
    if (has(act, *actor_)) keep(std::move(act));
  }

  [[nodiscard]] bool has_word(std::string_view word) const {
    for (std::uint32_t i = reading_.words.first(); i < reading_.words.last(); ++i)
      if (reading_.words.lower(i) == word) return true;
    return false;
  }

  // ---- one verb, one noun

  struct Choice {
    int rank = -1;
    const Pattern* pattern = nullptr;
    std::vector<std::pair<PropertyId, Value>> parts;
  };

  /// The act that link `link` of a clause's chain says; whether it says it of another verb: "[promised] to aid".
  std::optional<Node> act_of(const Clause& clause, std::size_t link, bool goes_on) {
    const auto all = patterns_.acts_by_verb(reading_.clauses.verbs[clause.chain[link]].lemma);
    if (all.empty()) return std::nullopt;
    const Surroundings around(reading_, clause);
    const std::string object = object_lemma(*reading_.sentences, reading_.row, clause);
    Choice best;
    for (const Pattern& pattern : all) {
      if (pattern.refuses() || pattern.chain != goes_on || (!pattern.noun.empty() && pattern.noun != object) || !has_prepositions(clause, pattern)) continue;
      if (pattern.objectless && !goes_on && !clause.object.empty() && !clause.subject.empty()) continue;  // "attacked" is not "attacked the budget"
      Choice choice = fill(pattern, around, &clause, pattern.noun.empty() ? 0 : 8);
      choice.rank += choice.rank < 0 ? 0 : 2 * static_cast<int>(pattern.with.size());
      if (choice.rank > best.rank && !is_refused(pattern, all, around)) best = std::move(choice);
    }
    if (best.pattern == nullptr) return std::nullopt;
    Clause until = clause;  // "threatened [to attack]": that it was threatened is true
    until.chain.resize(link + 1);
    if (!best.pattern->noun.empty() && !clause.object.empty()) said_.push_back(reading_.row.phrases[clause.object.front()].head);
    Node node = node_of(std::move(best));
    node.factuality = judge(reading_, until).factuality;
    node.trigger = trigger_of(reading_, clause, link);
    if (!has(node, *actor_)) find_actor(clause, node);
    node.speaker = speaker(clause, node);
    if (!goes_on) find_recipient(clause, node);
    if (node.parts.empty()) return std::nullopt;
    return node;
  }

  void noun(std::uint32_t p) {
    const Phrase& phrase = reading_.row.phrases[p];
    const auto all = patterns_.acts_by_noun(reading_.sentences->lemma(phrase.head));
    if (all.empty() || phrase.mention == nowhere || std::ranges::find(said_, phrase.head) != said_.end()) return;
    const Surroundings around(reading_, p);
    Choice best;
    for (const Pattern& pattern : all) {
      if (pattern.refuses()) continue;
      Choice choice = fill(pattern, around, nullptr, 0);
      if (choice.rank > best.rank && !choice.parts.empty() && !is_refused(pattern, all, around)) best = std::move(choice);
    }
    if (best.pattern == nullptr) return;
    Node node = node_of(std::move(best));
    node.factuality = judge(reading_, p).factuality;
    node.trigger = reading_.words.span(phrase.head, phrase.head + 1);
    keep(std::move(node));
  }

  [[nodiscard]] Node node_of(Choice choice) const {
    Node node;
    node.type = *choice.pattern->node;
    node.parts = std::move(choice.parts);
    node.evidence = {reading_.sentence->number, choice.pattern->example->text, 0.6};
    return node;
  }

  [[nodiscard]] static bool has_prepositions(const Clause& clause, const Pattern& pattern) {
    return std::ranges::all_of(pattern.with, [&](const std::string& word) { return std::ranges::find(clause.adjuncts, word, &Adjunct::preposition) != clause.adjuncts.end(); });
  }

  [[nodiscard]] bool is_refused(const Pattern& pattern, std::span<const Pattern> others, const Surroundings& around) const {
    return std::ranges::any_of(others, [&](const Pattern& other) { return other.refuses() && other.node == pattern.node && speaks_against(other, reading_, around, schema_); });
  }

  // ---- roles

  /// Rank -1 when a part is lacking without which the example does not say it: all but who acts, when, and where if no object.
  Choice fill(const Pattern& pattern, const Surroundings& around, const Clause* clause, int rank) {
    Choice choice{rank, &pattern, {}};
    for (const Role& role : pattern.roles) {
      const auto property = schema_.property_named(role.name);
      if (!property) continue;
      bool stands = false;
      auto values = values_of(role, *property, around, clause, stands);
      const bool done_to = role.path.front().place == Place::object;
      const bool optional = role.name == "actor" || role.name == "time" || (role.name == "place" && !done_to) || pattern.chain;
      if (!stands && !optional) return {};
      if (stands) choice.rank += property == recipient_ ? 2 : 1;
      for (Value& value : values)  // nobody acts on himself
        if (std::ranges::none_of(choice.parts, [&](const auto& part) { return part.second == value; })) choice.parts.emplace_back(*property, std::move(value));
    }
    return choice;
  }

  /// `stands`: whether something stands there that the role can be, known or not ("them").
  std::vector<Value> values_of(const Role& role, PropertyId property, const Surroundings& around, const Clause* clause, bool& stands) {
    std::vector<Value> values;
    const bool agent = property == *actor_ || property == *recipient_;
    for (const Occupant& found : around.at_end_of(role.path)) {
      if (!values.empty()) break;
      if (schema_[property].literal) {
        if (found.date == nowhere) continue;
        if (auto date = date_value(reading_, found.date, clause, context_)) values.emplace_back(std::move(*date));
      } else if (found.mention != nowhere) {
        values.emplace_back(context_.entities().known(mention_at(found.mention).known, reading_.sentence->number));
      } else if (found.date == nowhere) {
        const Agents all = agent ? agents(found.group, clause) : context_.resolve(reading_, found.group, schema_[property].range, clause);
        values.assign(all.begin(), all.end());
        stands |= std::ranges::any_of(found.group, [&](std::uint32_t p) { return may_stand(p, property); });
      }
    }
    stands |= !values.empty();
    return values;
  }

  [[nodiscard]] bool may_stand(std::uint32_t phrase, PropertyId property) const {
    if (reading_.row.phrases[phrase].mention == nowhere) return false;
    const Mention& found = mention(phrase);
    if (found.kind == MentionKind::pronoun || found.kind == MentionKind::person || found.kind == MentionKind::post) return property == *actor_ || property == *recipient_;
    if (!found.type) return found.kind == MentionKind::unknown;
    const auto place = schema_.class_named("Place");
    return schema_.fits(*found.type, schema_[property].range) || (property == *recipient_ && place && schema_.is_a(*found.type, *place));
  }

  Agents agents(std::span<const std::uint32_t> group, const Clause* clause) {
    Agents found;
    for (const std::uint32_t p : group)
      for (const EntityIndex one : context_.agents_of(reading_, p, clause))
        if (std::ranges::find(found, one) == found.end()) found.push_back(one);
    return found;
  }

  /// "the rebels said they …": who says it. "Prisoners rioted": what looks like a passive without its object is none.
  void find_actor(const Clause& clause, Node& act) {
    const bool pronoun = clause.subject.size() == 1 && reading_.row.phrases[clause.subject.front()].mention != nowhere && mention(clause.subject.front()).kind == MentionKind::pronoun;
    if (pronoun && clause.inside != nowhere) {
      const Clause& outer = reading_.clauses.clauses[clause.inside];
      set(act, *actor_, agents(outer.subject, &outer));
    }
    const bool bare = clause.subject.empty() && act.parts.empty() && reading_.clauses.verbs[clause.chain.back()].participle;
    if (bare) set(act, *actor_, agents(clause.object, &clause));
  }

  /// Whom an act without a recipient is directed at: its object, whose the object is, or who stands behind a preposition.
  void find_recipient(const Clause& clause, Node& act) {
    if (has(act, *recipient_)) return;
    for (const Group& group : {clause.object, clause.complement})
      for (const std::uint32_t p : group)
        if (set(act, *recipient_, without(is_agent(p) ? agents(std::span(&p, 1), &clause) : beside(p, clause), act))) return;
    for (const Adjunct& adjunct : clause.adjuncts)
      if (points_at(adjunct.preposition))
        for (const std::uint32_t p : adjunct.group)
          if (set(act, *recipient_, without(is_agent(p) ? agents(adjunct.group, &clause) : beside(p, clause), act))) return;
    if (context_.is_class(act.type, "Meeting") || context_.is_class(act.type, "Cooperation")) return;  // there the place is only where
    for (const Adjunct& adjunct : clause.adjuncts)
      if (adjunct.preposition == "in" || adjunct.preposition == "inside" || adjunct.preposition == "within")
        for (const std::uint32_t p : adjunct.group)
          if (set(act, *recipient_, without(agents(std::span(&p, 1), &clause), act))) return;
  }

  /// "[Iceland]'s offer", "an [Icelandic] offer", "an offer by [Iceland]", "a batch of jets for [Iceland]", "a demand that [Iceland] …"
  Agents beside(std::uint32_t p, const Clause& clause, unsigned deeper = 1) {
    const Phrase& phrase = reading_.row.phrases[p];
    if (phrase.owner != nowhere && is_agent(phrase.owner)) return agents(std::span(&phrase.owner, 1), &clause);
    for (const Mention& inside : reading_.row.mentions) {
      if (inside.first < phrase.first || inside.last > phrase.head || !inside.type || !is_class(*inside.type, "Agent")) continue;
      if (inside.kind == MentionKind::known) return {context_.entities().known(inside.known, reading_.sentence->number)};
      if (inside.kind != MentionKind::named && inside.kind != MentionKind::unknown) continue;
      if (const EntityIndex body = context_.entities().resolve(inside, reading_.sentence->number, {}); body != no_entity) return {body};
    }
    for (const Adjunct& adjunct : adjuncts_of(reading_.clauses, p)) {
      if (!points_at(adjunct.preposition) || adjunct.date != nowhere) continue;
      if (std::ranges::any_of(adjunct.group, [&](std::uint32_t one) { return is_agent(one); })) return agents(adjunct.group, &clause);
      for (const std::uint32_t one : adjunct.group)
        if (one != p && deeper > 0)
          if (Agents found = beside(one, clause, deeper - 1); !found.empty()) return found;
    }
    for (const Clause& content : reading_.clauses.clauses) {
      const Token& verb = reading_.sentences->tokens[reading_.clauses.verbs[content.chain.front()].verb];
      const bool of_it = verb.head == phrase.head && (verb.relation == Relation::acl || verb.relation == Relation::ccomp);
      if (of_it && std::ranges::any_of(content.subject, [&](std::uint32_t one) { return is_agent(one); })) return agents(content.subject, &content);
    }
    return {};
  }

  [[nodiscard]] bool is_agent(std::uint32_t phrase) const {
    if (reading_.row.phrases[phrase].mention == nowhere) return false;
    const Mention& found = mention(phrase);
    return found.kind == MentionKind::person || found.kind == MentionKind::post || found.metonym_possible || (found.type && is_class(*found.type, "Agent"));
  }

  // ---- nodes

  /// Adds a node, or to the node that the same words have given, if that is of the same kind.
  std::size_t keep(Node node) {
    for (std::size_t i = 0; i < out_.nodes.size(); ++i) {
      Node& other = out_.nodes[i];
      if (other.trigger != node.trigger) continue;
      const bool narrower = schema_.is_a(node.type, other.type);
      if (!narrower && !schema_.is_a(other.type, node.type) && !same_category(node, other)) continue;
      if (narrower && schema_[node.type].event_types != schema_[other.type].event_types) other.type = node.type;
      complete(other, node);
      return i;
    }
    out_.nodes.push_back(std::move(node));
    return out_.nodes.size() - 1;
  }

  [[nodiscard]] bool same_category(const Node& a, const Node& b) const {
    const auto& one = schema_[a.type].event_types;
    const auto& two = schema_[b.type].event_types;
    return !one.empty() && !two.empty() && one.back() == two.back();
  }

  [[nodiscard]] std::size_t node_at(Span trigger) const {
    for (std::size_t i = 0; i < out_.nodes.size(); ++i)
      if (out_.nodes[i].trigger == trigger && !schema_[out_.nodes[i].type].event_types.empty()) return i;
    return none;
  }

  [[nodiscard]] static bool has(const Node& node, PropertyId part) {
    return std::ranges::any_of(node.parts, [part](const auto& one) { return one.first == part; });
  }
  static bool set(Node& node, PropertyId part, const Agents& values) {
    for (const EntityIndex value : values) node.parts.emplace_back(part, value);
    return !values.empty();
  }
  [[nodiscard]] bool takes_part(const Node& node, const Value& value) const {
    return std::ranges::any_of(node.parts, [&](const auto& one) { return (one.first == actor_ || one.first == recipient_) && one.second == value; });
  }
  /// Gives `node` who acts and who is done something to from another where it does not know.
  void complete(Node& node, const Node& from) const {
    for (const PropertyId part : {*actor_, *recipient_}) {
      if (has(node, part)) continue;
      for (const auto& [property, value] : from.parts)
        if (property == part && !takes_part(node, value)) node.parts.emplace_back(property, value);
    }
  }
  /// Nobody acts on himself.
  [[nodiscard]] Agents without(Agents found, const Node& act) const {
    std::erase_if(found, [&](EntityIndex one) { return std::ranges::find(act.parts, std::pair(*actor_, Value(one))) != act.parts.end(); });
    return found;
  }

  EntityIndex speaker(const Clause& clause, const Node& act) {
    if (clause.inside == nowhere) return no_entity;
    const Clause& outer = reading_.clauses.clauses[clause.inside];
    const auto found = context_.resolve(reading_, outer.subject, context_.agents(), &outer);
    return found.size() == 1 && without(found, act).size() == 1 ? found.front() : no_entity;
  }

  [[nodiscard]] const Mention& mention_at(std::uint32_t index) const { return reading_.row.mentions[index]; }
  [[nodiscard]] const Mention& mention(std::uint32_t phrase) const { return reading_.row.mentions[reading_.row.phrases[phrase].mention]; }
  [[nodiscard]] bool is_class(ClassId type, std::string_view name) const { return context_.is_class(type, name); }

  const SentenceReading& reading_;
  const Patterns& patterns_;
  Context& context_;
  const ontology::Schema& schema_;
  Readings& out_;
  std::optional<PropertyId> actor_, recipient_;
  std::vector<std::uint32_t> said_;  ///< nouns that a verb has said with: "launched [an attack]"
};

}  // namespace

void read_acts(const SentenceReading& reading, const Patterns& patterns, Context& context, Readings& out) { ActReader(reading, patterns, context, out).run(); }

}  // namespace dossier::ingest

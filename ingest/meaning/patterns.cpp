#include "ingest/meaning/patterns.h"

#include <algorithm>
#include <numeric>

#include "ingest/language/side_by_side.h"
#include "ingest/learn/learned_ontology.h"
#include "ingest/meaning/read_example.h"

namespace dossier::ingest {
namespace {

/// One example being compiled.
class Compiler {
 public:
  Compiler(const ontology::Ontology& ontology, const ontology::Example& example) : ontology_(ontology), example_(example) {}

  std::optional<Pattern> run(const ReadExample& read) {
    for (const ontology::Mark& mark : read.markup.marks) marks_.push_back({mark.role, {static_cast<std::uint32_t>(mark.begin), static_cast<std::uint32_t>(mark.end)}});
    if (read.own.size() != 1) return std::nullopt;
    const SentenceReading reading = read_sentence(*read.document, *read.sentences, read.own.front(), ontology_);
    pattern_.example = &example_;
    pattern_.property = ontology_.schema.find_property(example_.teaches);
    if (!pattern_.property) pattern_.node = ontology_.schema.find_class(example_.teaches);
    const auto act = ontology_.schema.class_named("Act");
    pattern_.act = pattern_.node && act && ontology_.schema.is_a(*pattern_.node, *act);
    // the word nearest to all arguments says it; where a verb and a noun are as near, the verb does when its subject is an argument
    std::optional<Pattern> best;
    std::size_t best_length = 0;
    const auto consider = [&](std::optional<Pattern> found, std::size_t handicap) {
      if (!found) return;
      std::size_t length = handicap;
      for (const Role& role : found->roles) length += 2 * role.path.size();
      if (!best || length < best_length) best = std::move(found), best_length = length;
    };
    const bool verb_first = subject_marked(reading);
    for (std::uint32_t p = 0; p < reading.row.phrases.size(); ++p) consider(noun_pattern(reading, p), verb_first ? 1 : 0);
    for (const Clause& clause : reading.clauses.clauses) consider(verb_pattern(reading, clause), verb_first ? 0 : 1);
    return best;
  }

 private:
  /// Whether the subject of a verb is an argument: then the verb says it, else a noun: "Norway announced [talks] on [trade]".
  [[nodiscard]] bool subject_marked(const SentenceReading& reading) const {
    return std::ranges::any_of(reading.clauses.clauses, [&](const Clause& clause) { return any_marked(reading, clause.subject); });
  }

  /// The roles of all marks around `from`; empty when one is not to be found.
  template <class From>
  [[nodiscard]] std::vector<Role> roles_around(const SentenceReading& reading, const From& from) const {
    std::vector<Role> roles;
    const Surroundings around(reading, from);
    for (const Marked& mark : marks_) {
      Role role{mark.role, around.path_to(mark.span)};
      if (role.path.empty()) return {};
      if (std::ranges::find(roles, role) == roles.end()) roles.push_back(std::move(role));
    }
    // one argument must not be the way to another: "the [Minister] of [Denmark] met" says nothing of meeting
    for (const Role& role : roles)
      for (const Role& other : roles)
        if (other.path.size() < role.path.size() && std::ranges::equal(other.path, std::span(role.path).first(other.path.size()), {}, place_of, place_of)) return {};
    return roles;
  }

  static std::pair<Place, std::string_view> place_of(const Step& step) { return {step.place, step.preposition}; }

  [[nodiscard]] bool is_marked(const SentenceReading& reading, std::uint32_t phrase) const {
    return std::ranges::any_of(marks_, [&](const Marked& mark) { return stands_at(reading, phrase, mark.span); });
  }
  [[nodiscard]] bool any_marked(const SentenceReading& reading, const Group& group) const {
    return std::ranges::any_of(group, [&](std::uint32_t phrase) { return is_marked(reading, phrase); });
  }

  template <class From>
  void add_stands(const SentenceReading& reading, const From& from, Pattern& pattern) const {
    if (!pattern.refuses()) return;
    const Surroundings around(reading, from);  // what is found borrows it
    for (const Role& role : pattern.roles) {
      Stand stand;
      for (const Occupant& found : around.at_end_of(role.path)) {
        if (found.group.empty()) break;
        const Phrase& phrase = reading.row.phrases[found.group.front()];
        const Mention& mention = reading.row.mentions[phrase.mention];
        if (mention.kind == MentionKind::nominal) stand.type = mention.type;
        if (mention.kind == MentionKind::topic) stand.lemma = reading.sentences->lemma(phrase.head);
        break;
      }
      pattern.stands.push_back(std::move(stand));
    }
  }

  [[nodiscard]] std::optional<Pattern> verb_pattern(const SentenceReading& reading, const Clause& clause) const {
    Pattern pattern = pattern_;
    pattern.roles = roles_around(reading, clause);
    if (pattern.roles.empty()) return std::nullopt;
    const VerbGroup& first = reading.clauses.verbs[clause.chain.front()];
    add_stands(reading, clause, pattern);
    pattern.lemma = first.lemma;
    pattern.chain = clause.chain.size() > 1;
    pattern.objectless = clause.object.empty() && clause.said_of == nowhere;
    // "will" itself says it only where the relation's own meaning is about what is to come
    const bool to_come = pattern.property && !ontology_.schema[*pattern.property].carries.empty();
    if (!first.modal.empty() && to_come && !pattern.chain) {
      pattern.trigger = Trigger::modal;
      pattern.lemma = first.modal;
      if (std::ranges::any_of(pattern.roles, [](const Role& role) { return role.path.front().place == Place::adjunct; })) pattern.verb = first.lemma;
    }
    // what is no argument belongs to the trigger, "strengthened [ties] with", "is a [member] of", but "the loan" only fills the place
    const Group* const behind = phrase_of_copula(clause);
    const Group& said = behind != nullptr ? *behind : clause.object.empty() ? clause.complement : clause.object;
    const bool only_fills = clause.said_of == nowhere && !said.empty() && is_definite(reading, said.front());
    if (!only_fills && !any_marked(reading, said)) pattern.noun = object_lemma(*reading.sentences, reading.row, clause);
    for (const Adjunct& adjunct : clause.adjuncts) {
      if (adjunct.date != nowhere || adjunct.group.size() != 1 || is_marked(reading, adjunct.group.front())) continue;
      const Phrase& phrase = reading.row.phrases[adjunct.group.front()];
      const MentionKind kind = reading.row.mentions[phrase.mention].kind;
      const bool bare = reading.words.tag(phrase.first) != Tag::DT && (kind == MentionKind::nominal || kind == MentionKind::topic);
      if (bare) pattern.with.push_back(adjunct.preposition);
    }
    return pattern;
  }

  [[nodiscard]] static bool is_definite(const SentenceReading& reading, std::uint32_t phrase) {
    const std::uint32_t first = reading.row.phrases[phrase].first;
    return reading.words.tag(first) == Tag::PRPS || reading.words.lower(first) == "the";
  }

  [[nodiscard]] std::optional<Pattern> noun_pattern(const SentenceReading& reading, std::uint32_t p) const {
    Pattern pattern = pattern_;
    pattern.roles = roles_around(reading, p);
    if (pattern.roles.size() < (pattern.act ? 1U : 2U)) return std::nullopt;
    add_stands(reading, p, pattern);
    const Phrase& phrase = reading.row.phrases[p];
    if (std::ranges::none_of(pattern.roles, [](const Role& role) { return role.path.front().place == Place::head; })) {
      pattern.trigger = Trigger::noun;
      pattern.lemma = reading.sentences->lemma(phrase.head);
      return pattern;
    }
    if (phrase.mention == nowhere || !reading.row.mentions[phrase.mention].type) return std::nullopt;
    pattern.trigger = Trigger::class_of_head;
    pattern.head = reading.row.mentions[phrase.mention].type;
    return pattern;
  }

  const ontology::Ontology& ontology_;
  const ontology::Example& example_;
  struct Marked {
    std::string role;
    Span span;
  };
  std::vector<Marked> marks_;
  Pattern pattern_;
};

std::vector<std::uint32_t> all_of(std::span<const ontology::Example> examples) {
  std::vector<std::uint32_t> all(examples.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

std::span<const Pattern> at(const std::map<std::string, std::vector<Pattern>, std::less<>>& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? std::span<const Pattern>() : std::span<const Pattern>(found->second);
}

}  // namespace

std::string key_of(const Pattern& pattern) {
  std::string key = pattern.example->teaches + (pattern.refuses() ? " -" : " +");
  for (const std::string_view part : {std::string_view(pattern.lemma), std::string_view(pattern.verb), std::string_view(pattern.noun)}) key.append("|").append(part);
  key += '|' + std::to_string(static_cast<int>(pattern.trigger)) + (pattern.chain ? "chain" : "") + (pattern.head ? std::to_string(static_cast<std::uint32_t>(*pattern.head)) : "");
  for (const std::string& preposition : pattern.with) key += "|with " + preposition;
  for (const Role& role : pattern.roles) key += '|' + role.name + ' ' + to_string(role.path);
  for (const Stand& stand : pattern.stands) key += '|' + stand.lemma + (stand.type ? std::to_string(static_cast<std::uint32_t>(*stand.type)) : "");
  return key;
}

Patterns::Patterns(const ontology::Ontology& ontology, const DiagnosticSink& diagnostics) : Patterns(ontology, all_of(ontology.schema.examples()), diagnostics) {}

Patterns::Patterns(const ontology::Ontology& ontology, std::span<const std::uint32_t> chosen, const DiagnosticSink& diagnostics)
    : learned_(learned_relations(ontology.schema)) {
  compile(ontology, ontology.schema.examples(), chosen, diagnostics);
}

Patterns::Patterns(const ontology::Ontology& ontology, std::span<const ontology::Example> examples, const DiagnosticSink& diagnostics) {
  compile(ontology, examples, all_of(examples), diagnostics);
}

void Patterns::compile(const ontology::Ontology& ontology, std::span<const ontology::Example> examples, std::span<const std::uint32_t> chosen, const DiagnosticSink& diagnostics) {
  std::vector<std::optional<Pattern>> compiled(chosen.size());
  const auto compile_part = [&](std::size_t first, std::size_t last) {
    std::vector<const ontology::Example*> part;
    for (std::size_t k = first; k < last; ++k) part.push_back(&examples[chosen[k]]);
    const std::vector<ReadExample> read = read_examples(part);
    for (std::size_t k = first; k < last; ++k) compiled[k] = Compiler(ontology, *part[k - first]).run(read[k - first]);
  };
  constexpr std::size_t few = 100;  // not worth a thread
  const std::size_t parts = chosen.size() < few ? 1 : 2;
  side_by_side(parts, [&](std::size_t k) { compile_part(k * chosen.size() / parts, (k + 1) * chosen.size() / parts); });
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    const ontology::Example& example = examples[chosen[k]];
    if (compiled[k]) add(std::move(*compiled[k]));
    else if (diagnostics)
      diagnostics({Severity::warning, example.declared, "no pattern can be made of the example '" + example.text + "'",
                   "mark arguments that are the subject, the object or after a preposition of one verb or noun"});
  }
}

void Patterns::add(Pattern pattern) {
  switch (pattern.trigger) {
    case Trigger::verb: (pattern.act ? act_verbs_ : verbs_)[pattern.lemma].push_back(std::move(pattern)); break;
    case Trigger::modal: modals_[pattern.lemma].push_back(std::move(pattern)); break;
    case Trigger::noun: (pattern.act ? act_nouns_ : nouns_)[pattern.lemma].push_back(std::move(pattern)); break;
    case Trigger::class_of_head: heads_.push_back(std::move(pattern)); break;
  }
}

std::vector<const Pattern*> Patterns::all() const {
  std::vector<const Pattern*> all;
  for (const auto* index : {&verbs_, &modals_, &nouns_, &act_verbs_, &act_nouns_})
    for (const auto& [lemma, patterns] : *index)
      for (const Pattern& pattern : patterns) all.push_back(&pattern);
  for (const Pattern& pattern : heads_) all.push_back(&pattern);
  std::ranges::sort(all, {}, &Pattern::example);  // they lie in one row, in the order of the files
  return all;
}

std::span<const Pattern> Patterns::by_verb(std::string_view lemma) const { return at(verbs_, lemma); }
std::span<const Pattern> Patterns::by_noun(std::string_view lemma) const { return at(nouns_, lemma); }
std::span<const Pattern> Patterns::by_modal(std::string_view modal) const { return at(modals_, modal); }
std::span<const Pattern> Patterns::acts_by_verb(std::string_view lemma) const { return at(act_verbs_, lemma); }
std::span<const Pattern> Patterns::acts_by_noun(std::string_view lemma) const { return at(act_nouns_, lemma); }

bool speaks_against(const Pattern& counter, const SentenceReading& reading, const Surroundings& around, const ontology::Schema& schema) {
  bool told = false;
  for (std::size_t r = 0; r < counter.roles.size(); ++r) {
    const Stand& stand = counter.stands[r];
    if (!stand.type && stand.lemma.empty()) continue;
    told = true;
    bool stands = false;
    for (const Occupant& found : around.at_end_of(counter.roles[r].path))
      for (const std::uint32_t p : found.group) {
        const Phrase& phrase = reading.row.phrases[p];
        if (phrase.mention == nowhere) continue;
        const auto& type = reading.row.mentions[phrase.mention].type;
        stands |= stand.type ? type && schema.is_a(*type, *stand.type) : reading.sentences->lemma(phrase.head) == stand.lemma;
      }
    if (!stands) return false;
  }
  return told;
}

}  // namespace dossier::ingest

#include "ingest/meaning/patterns.h"

#include <algorithm>

#include "ingest/language/language_model.h"

namespace dossier::ingest {
namespace {

struct Marked {
  std::string role;
  Span span;
};

/// "[A]{actor} met [B]{recipient}." -> "A met B." and where the arguments stand.
std::string strip_marks(std::string_view text, std::vector<Marked>& marks) {
  std::string plain;
  std::uint32_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      open = static_cast<std::uint32_t>(plain.size());
    } else if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == '{') {
      const std::size_t close = text.find('}', i);
      marks.push_back({std::string(text.substr(i + 2, close - i - 2)), {open, static_cast<std::uint32_t>(plain.size())}});
      i = close;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

/// One example being compiled.
class Compiler {
 public:
  Compiler(const ontology::Ontology& ontology, const ontology::Example& example) : ontology_(ontology), example_(example) {}

  std::optional<Pattern> run() {
    Document document;
    document.text = strip_marks(example_.text, marks_);
    document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
    const Sentences sentences = analyse(document);
    if (sentences.sentences.size() != 1) return std::nullopt;
    const Words words(document, sentences, sentences.sentences.front());
    const Row row = read_row(words, sentences, ontology_);
    const Clauses clauses = read_clauses(words, row);
    pattern_.example = &example_;
    pattern_.property = ontology_.schema.find_property(example_.teaches);
    if (!pattern_.property) pattern_.node = ontology_.schema.find_class(example_.teaches);
    // a noun teaches it when the verb's subject is not marked: "Norway announced [talks] on [trade]"
    const bool subject_marked = std::ranges::any_of(clauses.clauses, [&](const Clause& clause) {
      return std::ranges::any_of(marks_, [&](const Marked& mark) { return in_group(words, row, clause.subject, mark.span); });
    });
    if (!subject_marked && noun_pattern(words, row, clauses)) return pattern_;
    for (const Clause& clause : clauses.clauses)
      if (verb_pattern(words, row, clause)) return pattern_;
    if (subject_marked && noun_pattern(words, row, clauses)) return pattern_;
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool covers(const Words& words, std::uint32_t first, std::uint32_t last, Span span) const {
    const Span found = words.span(first, last);
    return found.begin <= span.begin + 4 && span.begin < found.end && found.begin < span.end;
  }
  [[nodiscard]] bool in_group(const Words& words, const Row& row, const Group& group, Span span) const {
    return std::ranges::any_of(group, [&](std::uint32_t p) {
      const Phrase& phrase = row.phrases[p];
      const Span found = words.span(phrase.first, phrase.last);
      return found.begin <= span.end && span.begin < found.end && (phrase.owner == nowhere || !in_group(words, row, {phrase.owner}, span));
    });
  }
  [[nodiscard]] bool in_adjunct(const Words& words, const Row& row, const Adjunct& adjunct, Span span) const {
    if (adjunct.date != nowhere) return covers(words, row.dates[adjunct.date].first, row.dates[adjunct.date].last, span);
    return in_group(words, row, adjunct.group, span);
  }

  void add(std::string name, Place place, std::string preposition = {}) {
    Role role{std::move(name), place, std::move(preposition)};
    const auto same = [&](const Role& r) { return r.name == role.name && r.place == role.place && r.preposition == role.preposition; };
    if (std::ranges::none_of(pattern_.roles, same)) pattern_.roles.push_back(std::move(role));
  }

  bool verb_pattern(const Words& words, const Row& row, const Clause& clause) {
    pattern_.roles.clear();
    for (const Marked& mark : marks_) {
      if (in_group(words, row, clause.subject, mark.span)) {
        add(mark.role, Place::subject);
      } else if (in_group(words, row, clause.object, mark.span)) {
        add(mark.role, Place::object);
      } else {
        const auto adjunct = std::ranges::find_if(clause.adjuncts, [&](const Adjunct& a) { return in_adjunct(words, row, a, mark.span); });
        if (adjunct == clause.adjuncts.end()) return false;
        add(mark.role, Place::adjunct, adjunct->preposition);
      }
    }
    const VerbGroup& first = row.verbs[clause.chain.front()];
    pattern_.lemma = first.lemma;
    pattern_.chain = clause.chain.size() > 1;
    // "will" itself says it only where the relation's own meaning is about what is to come
    const bool to_come = pattern_.property && !ontology_.schema[*pattern_.property].carries.empty();
    if (!first.modal.empty() && to_come && !pattern_.chain) pattern_.modal = first.modal;
    const bool object_is_free = std::ranges::none_of(pattern_.roles, [](const Role& r) { return r.place == Place::object; });
    if (object_is_free && clause.object.size() == 1) {
      // a bare noun belongs to the trigger ("strengthened ties with"); "a loan" only fills the place
      const Phrase& object = row.phrases[clause.object.front()];
      if (words.tag(object.first) != Tag::DT) pattern_.noun = words.lower(object.head);
    }
    for (const Adjunct& adjunct : clause.adjuncts) {
      const bool marked = std::ranges::any_of(marks_, [&](const Marked& mark) { return in_adjunct(words, row, adjunct, mark.span); });
      if (marked || adjunct.date != nowhere || adjunct.group.size() != 1) continue;
      const Phrase& phrase = row.phrases[adjunct.group.front()];
      const MentionKind kind = row.mentions[phrase.mention].kind;
      const bool bare = words.tag(phrase.first) != Tag::DT && (kind == MentionKind::nominal || kind == MentionKind::topic);
      if (bare) pattern_.with.push_back(adjunct.preposition);
    }
    return true;
  }

  bool noun_pattern(const Words& words, const Row& row, const Clauses& clauses) {
    for (std::uint32_t p = 0; p < row.phrases.size(); ++p) {
      pattern_ = Pattern{&example_, pattern_.property, pattern_.node, {}, {}, false, {}, {}, std::nullopt, {}};
      const Phrase& phrase = row.phrases[p];
      if (phrase.mention == nowhere) continue;
      const Mention& mention = row.mentions[phrase.mention];
      const Attachment* attachment = nullptr;
      for (const Attachment& one : clauses.attachments)
        if (one.phrase == p) attachment = &one;
      bool all = true;
      for (const Marked& mark : marks_) {
        bool found = false;
        if (phrase.owner != nowhere && in_group(words, row, {phrase.owner}, mark.span)) {
          add(mark.role, Place::owner);
          found = true;
        }
        if (!found && attachment != nullptr)
          for (const Adjunct& adjunct : attachment->adjuncts)
            if (in_adjunct(words, row, adjunct, mark.span)) {
              add(mark.role, Place::adjunct, adjunct.preposition);
              found = true;
              break;
            }
        if (!found && in_group(words, row, {p}, mark.span)) {
          add(mark.role, Place::head);
          found = true;
        }
        all &= found;
      }
      if (!all || !mention.type || pattern_.roles.size() < 2) continue;
      pattern_.head = mention.type;
      return true;
    }
    return false;
  }

  const ontology::Ontology& ontology_;
  const ontology::Example& example_;
  std::vector<Marked> marks_;
  Pattern pattern_;
};

std::span<const Pattern> at(const std::map<std::string, std::vector<Pattern>, std::less<>>& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? std::span<const Pattern>() : std::span<const Pattern>(found->second);
}

}  // namespace

Patterns::Patterns(const ontology::Ontology& ontology, const DiagnosticSink& diagnostics) {
  for (const ontology::Example& example : ontology.schema.examples()) {
    auto pattern = Compiler(ontology, example).run();
    if (!pattern) {
      if (diagnostics)
        diagnostics({Severity::warning, example.declared, "no pattern can be made of the example '" + example.text + "'",
                     "mark arguments that are the subject, the object or after a preposition of one verb or noun"});
      continue;
    }
    if (!pattern->modal.empty())
      modals_[pattern->modal].push_back(std::move(*pattern));
    else if (!pattern->lemma.empty())
      verbs_[pattern->lemma].push_back(std::move(*pattern));
    else
      nouns_.push_back(std::move(*pattern));
  }
}

std::span<const Pattern> Patterns::by_verb(std::string_view lemma) const { return at(verbs_, lemma); }
std::span<const Pattern> Patterns::by_modal(std::string_view modal) const { return at(modals_, modal); }

}  // namespace dossier::ingest

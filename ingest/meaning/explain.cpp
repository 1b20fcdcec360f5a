#include "ingest/meaning/explain.h"

#include <algorithm>
#include <ostream>
#include <set>

#include "graph/term/edtf.h"
#include "ingest/meaning/judgement.h"
#include "ingest/meaning/near_miss.h"
#include "ingest/meaning/read_statements.h"

namespace dossier::ingest {
namespace {

std::string_view name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::known: return "known name";
    case MentionKind::person: return "person";
    case MentionKind::post: return "post";
    case MentionKind::named: return "name";
    case MentionKind::unknown: return "unknown name";
    case MentionKind::nominal: return "phrase";
    case MentionKind::topic: return "topic";
    case MentionKind::date: return "date";
    case MentionKind::pronoun: return "pronoun";
  }
  return "";
}

class Explainer {
 public:
  Explainer(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns, std::ostream& out)
      : document_(document), sentences_(sentences), ontology_(ontology), patterns_(patterns), out_(out), extraction_(read_statements(document, sentences, ontology, patterns)) {}

  void run() {
    for (const Sentence& sentence : sentences_.sentences) {
      const SentenceReading reading = read_sentence(document_, sentences_, sentence, ontology_);
      out_ << "Sentence " << sentence.number << ": " << document_.view(sentence.span) << '\n';
      tree(reading);
      mentions(reading);
      clauses(reading);
      facts(sentence.number);
      events(sentence.number);
      near_misses(reading);
      out_ << '\n';
    }
  }

 private:
  void tree(const SentenceReading& reading) {
    out_ << "  tree\n";
    for (std::uint32_t i = reading.words.first(); i < reading.words.last(); ++i) {
      const Token& token = reading.words.token(i);
      out_ << "    " << reading.words.word(i) << " (" << sentences_.lemma(i) << ' ' << dossier::ingest::name_of(token.tag) << ") " << dossier::ingest::name_of(token.relation);
      if (token.head != i) out_ << " of " << reading.words.word(token.head);
      out_ << '\n';
    }
  }

  void mentions(const SentenceReading& reading) {
    out_ << "  phrases\n";
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere) continue;
      const Mention& mention = reading.row.mentions[phrase.mention];
      out_ << "    " << mention.name << ": " << name_of(mention.kind);
      if (mention.type) out_ << ", " << ontology_.schema[*mention.type].label;
      if (phrase.owner != nowhere) out_ << ", of " << shown(reading, phrase.owner);
      adjuncts(reading, adjuncts_of(reading.clauses, static_cast<std::uint32_t>(&phrase - reading.row.phrases.data())));
      out_ << '\n';
    }
  }

  void clauses(const SentenceReading& reading) {
    out_ << "  clauses\n";
    for (const Clause& clause : reading.clauses.clauses) {
      out_ << "    " << shown(reading, clause.subject) << " –";
      for (const std::uint32_t v : clause.chain) {
        const VerbGroup& verb = reading.clauses.verbs[v];
        out_ << ' ' << (verb.negated ? "not " : "") << (verb.modal.empty() ? "" : verb.modal + " ") << verb.lemma;
      }
      out_ << " → " << (clause.said_of != nowhere && clause.object.empty() ? std::string(reading.words.word(clause.said_of)) : shown(reading, clause.object));
      if (!clause.complement.empty()) out_ << " as " << shown(reading, clause.complement);
      adjuncts(reading, clause.adjuncts);
      out_ << " (" << ontology::label(judge(reading, clause).factuality);
      if (clause.inside != nowhere) out_ << ", said by " << shown(reading, reading.clauses.clauses[clause.inside].subject);
      out_ << ")\n";
    }
  }

  void facts(std::uint32_t number) {
    out_ << "  facts\n";
    for (const Statement& s : extraction_.statements) {
      if (s.evidence.sentence != number) continue;
      out_ << "    " << entity(s.subject) << " – " << ontology_.schema[s.predicate].label << " – "
           << (s.object.index() == 0 ? entity(std::get<0>(s.object)) : graph::to_string(std::get<1>(s.object).date)) << " (" << ontology::label(s.factuality) << ")\n      by "
           << s.evidence.rule << '\n';
    }
  }

  void events(std::uint32_t number) {
    bool first = true;
    for (const Node& node : extraction_.nodes) {
      if (node.evidence.sentence != number || node.trigger.empty()) continue;
      if (std::exchange(first, false)) out_ << "  events\n";
      out_ << "    " << ontology_.schema[node.type].label << " ('" << document_.view(node.trigger) << "')";
      for (const auto& [part, value] : node.parts)
        out_ << "; " << ontology_.schema[part].label << ' ' << (value.index() == 0 ? entity(std::get<0>(value)) : graph::to_string(std::get<1>(value).date));
      out_ << " (" << ontology::label(node.factuality) << ")\n      by " << node.evidence.rule << '\n';
    }
  }

  // ---- examples that read nothing

  void near_misses(const SentenceReading& reading) {
    std::set<std::string> seen;
    bool first = true;
    const auto tell = [&](const Pattern& pattern, const std::string& lacking) {
      if (lacking.empty() || pattern.refuses() || was_read(pattern, reading.sentence->number) || !seen.insert(pattern.example->text).second) return;
      if (std::exchange(first, false)) out_ << "  near misses\n";
      out_ << "    " << pattern.example->text << "\n      " << lacking << '\n';
    };
    for (const Clause& clause : reading.clauses.clauses)
      for (const std::uint32_t v : clause.chain)
        for (const Pattern& pattern : patterns_.by_verb(reading.clauses.verbs[v].lemma)) {
          // a light verb or a copula is no trigger without its noun
          if (pattern.noun.empty() || object_lemma(sentences_, reading.row, clause) == pattern.noun) tell(pattern, lacking(reading, clause, pattern, ontology_.schema));
        }
    for (std::uint32_t p = 0; p < reading.row.phrases.size(); ++p)
      for (const Pattern& pattern : patterns_.by_noun(sentences_.lemma(reading.row.phrases[p].head))) tell(pattern, lacking(reading, p, pattern, ontology_.schema));
  }

  [[nodiscard]] bool was_read(const Pattern& pattern, std::uint32_t number) const {
    const auto by = [&](const Evidence& e) { return e.sentence == number && e.rule == pattern.example->text; };
    return std::ranges::any_of(extraction_.statements, [&](const Statement& s) { return by(s.evidence); }) ||
           std::ranges::any_of(extraction_.nodes, [&](const Node& n) { return by(n.evidence); });
  }

  // ---- words

  void adjuncts(const SentenceReading& reading, std::span<const Adjunct> all) {
    for (const Adjunct& adjunct : all) out_ << "; " << adjunct.preposition << ' ' << (adjunct.date != nowhere ? reading.words.text(reading.row.dates[adjunct.date].first, reading.row.dates[adjunct.date].last) : shown(reading, adjunct.group));
  }
  [[nodiscard]] static std::string shown(const SentenceReading& reading, std::uint32_t phrase) {
    const Phrase& p = reading.row.phrases[phrase];
    return p.mention == nowhere ? reading.words.text(p.first, p.last) : reading.row.mentions[p.mention].name;
  }
  [[nodiscard]] static std::string shown(const SentenceReading& reading, const Group& group) {
    std::string out;
    for (const std::uint32_t p : group) out += (out.empty() ? "" : " + ") + shown(reading, p);
    return out.empty() ? "–" : out;
  }
  [[nodiscard]] std::string entity(EntityIndex e) const { return extraction_.entities[static_cast<std::size_t>(e)].name; }

  const Document& document_;
  const Sentences& sentences_;
  const ontology::Ontology& ontology_;
  const Patterns& patterns_;
  std::ostream& out_;
  Extraction extraction_;
};

}  // namespace

void explain(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns, std::ostream& out) {
  Explainer(document, sentences, ontology, patterns, out).run();
}

}  // namespace dossier::ingest

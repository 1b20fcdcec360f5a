#include "ingest/meaning/read_statements.h"

#include <algorithm>
#include <array>

#include "ingest/meaning/acts.h"
#include "ingest/meaning/learned_facts.h"
#include "ingest/meaning/match_patterns.h"
#include "ingest/meaning/names_say.h"
#include "ingest/meaning/posts.h"
#include "ingest/meaning/settle.h"
#include "ingest/meaning/speech.h"

namespace dossier::ingest {
namespace {

/// Tokens. Sentences of prose have a few hundred at most; what is longer, a table or a list without stops, is passed
/// over: the steps below look at pairs of words, and would take minutes.
constexpr std::uint32_t longest_sentence = 2000;

class DocumentReader {
 public:
  DocumentReader(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns, Standing standing)
      : document_(document), sentences_(sentences), schema_(ontology.schema), patterns_(patterns), context_(document, ontology, standing),
        learned_(document, sentences, ontology.schema, patterns) {}

  Extraction run() {
    for (const Sentence& sentence : sentences_.sentences) {
      if (sentence.last - sentence.first > longest_sentence) continue;
      readings_.push_back(read_sentence(document_, sentences_, sentence, context_.ontology()));
    }
    for (SentenceReading& reading : readings_) lengthen_names(reading);
    for (const SentenceReading& reading : readings_)
      for (const Mention& mention : reading.row.mentions) context_.entities().announce(mention);
    find_voices(readings_, context_);
    for (const SentenceReading& reading : readings_) read(reading);
    return finish();
  }

 private:
  // ---- names

  /// "joint briefing" is also called "joint briefing on policies for 2022".
  void lengthen_names(SentenceReading& reading) {
    for (const Attachment& attachment : reading.clauses.attachments) {
      const Phrase& phrase = reading.row.phrases[attachment.phrase];
      if (phrase.mention == nowhere) continue;
      Mention& mention = reading.row.mentions[phrase.mention];
      if (mention.kind != MentionKind::nominal && mention.kind != MentionKind::topic && mention.kind != MentionKind::named) continue;
      for (const Adjunct& adjunct : attachment.adjuncts) {
        constexpr auto identifying = std::to_array<std::string_view>({"about", "against", "between", "by", "for", "in", "of", "on", "over", "to", "with"});
        if (!std::ranges::binary_search(identifying, std::string_view(adjunct.preposition)) || mention.long_names.size() == 2) break;
        if (adjunct.date != nowhere && adjunct.preposition != "for" && adjunct.preposition != "of") break;
        const std::uint32_t last = adjunct.date != nowhere ? reading.row.dates[adjunct.date].last : reading.row.phrases[adjunct.group.back()].last;
        if (last <= mention.first || is_part(reading, attachment.phrase, adjunct.preposition)) break;
        mention.long_names.push_back(reading.words.text(mention.first, last));
      }
    }
  }

  /// Whether a node's example has one part at the object, or behind "of", and another behind this preposition.
  [[nodiscard]] static bool parts_at(const Pattern& pattern, std::string_view preposition) {
    const auto any = [&](auto&& stands) { return std::ranges::any_of(pattern.roles, [&](const Role& role) { return role.path.size() == 1 && stands(role); }); };
    return pattern.node && pattern.noun.empty() &&
           any([&](const Role& role) { return role.path.front().place == Place::adjunct && role.path.front().preposition == preposition; }) &&
           any([](const Role& role) { return role.name != "self" && (role.path.front().place == Place::object || role.path.front().preposition == "of"); });
  }

  /// In "will lend a sculpture to the museum" and "the loan of a sculpture to the museum" the sculpture is not called so: an example
  /// says that what follows "to" is a part of the loan.
  [[nodiscard]] bool is_part(const SentenceReading& reading, std::uint32_t phrase, std::string_view preposition) const {
    const auto takes = [&](const Pattern& pattern) { return parts_at(pattern, preposition); };
    const auto holds = [&](const Group& group) { return std::ranges::find(group, phrase) != group.end(); };
    for (const Clause& clause : reading.clauses.clauses)
      if (holds(clause.object) && std::ranges::any_of(patterns_.by_verb(reading.clauses.verbs[clause.chain.back()].lemma), takes)) return true;
    return std::ranges::any_of(reading.clauses.attachments, [&](const Attachment& attachment) {
      const bool of_it = std::ranges::any_of(attachment.adjuncts, [&](const Adjunct& a) { return a.preposition == "of" && holds(a.group); });
      return of_it && std::ranges::any_of(patterns_.by_noun(sentences_.lemma(reading.row.phrases[attachment.phrase].head)), takes);
    });
  }

  /// "the Australian Defence Force (ADF)"
  void abbreviations(const SentenceReading& reading) {
    const auto& mentions = reading.row.mentions;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      const Mention& mention = mentions[m];
      if (mention.kind != MentionKind::named && mention.kind != MentionKind::known) continue;
      const std::uint32_t at = mention.last;
      if (reading.words.word(at) != "(" || reading.words.word(at + 2) != ")" || !reading.words.is_capital(at + 1)) continue;
      const EntityIndex entity = context_.entities().resolve(mention, reading.sentence->number, {});
      if (entity != no_entity) context_.entities().alias(entity, reading.words.word(at + 1));
    }
  }

  /// "three ministries – Unification, Foreign Affairs and National Defense –"
  void named_list(const SentenceReading& reading) {
    const Words& w = reading.words;
    for (const Phrase& phrase : reading.row.phrases) {
      if (phrase.mention == nowhere || !(w.is_dash(phrase.last) || w.word(phrase.last) == ":" || w.word(phrase.last) == "(")) continue;
      const Mention& mention = reading.row.mentions[phrase.mention];
      const auto body = schema_.class_named("PublicBody");
      if (!mention.plural || !mention.type || !body || !schema_.is_a(*mention.type, *body)) continue;
      std::vector<EntityIndex> listed;
      std::uint32_t begin = phrase.last + 1;
      for (std::uint32_t i = begin; w.inside(i); ++i) {
        const bool ends = w.is_dash(i) || w.word(i) == ")" || w.word(i) == "." || w.word(i) == ";";
        if (!ends && w.word(i) != "," && w.lower(i) != "and") {
          if (!w.is_capital(i)) break;
          continue;
        }
        if (i > begin) listed.push_back(context_.entities().body_of(w.text(begin, i), *mention.type, reading.sentence->number));
        begin = i + 1;
        if (ends) break;
      }
      if (listed.size() > 1) context_.remember_list(phrase.head, std::move(listed));
    }
  }

  // ---- the whole

  void read(const SentenceReading& reading) {
    context_.begin_sentence();
    hear(reading, context_);
    abbreviations(reading);
    named_list(reading);
    for (const Mention& mention : reading.row.mentions)
      if (mention.kind == MentionKind::person || mention.kind == MentionKind::named || mention.kind == MentionKind::unknown ||
          (mention.kind == MentionKind::known && !mention.demonym && !mention.metonym_possible))
        context_.entities().resolve(mention, reading.sentence->number, {});
    posts_.read(reading);
    read_what_names_say(reading, context_, facts_);
    actors(reading);
    Readings found;
    theme(reading);
    match_patterns(reading, patterns_, context_, found);
    for (const Node& node : found.nodes) derive_shortcuts(node, context_, derived_);  // of acts, the relations have examples of their own
    const std::size_t known = context_.entities().size();
    read_acts(reading, patterns_, context_, found);
    context_.entities().only_describe(known);
    for (Statement& statement : found.statements) out_.statements.push_back(std::move(statement));
    for (Node& node : found.nodes) out_.nodes.push_back(std::move(node));
    learned_.read(reading, context_, out_.statements);
    if (auto utterance = utterance_in(reading, context_)) out_utterances_.push_back(std::move(*utterance));
    capitals(reading);
  }

  [[nodiscard]] static bool is_name(const SentenceReading& reading, std::uint32_t phrase) {
    const std::uint32_t mention = reading.row.phrases[phrase].mention;
    return mention != nowhere && (reading.row.mentions[mention].kind == MentionKind::named || reading.row.mentions[mention].kind == MentionKind::known);
  }

  /// The subject of the first clause, as it is written: of a passive, what is acted upon. Names and things of a class only.
  void theme(const SentenceReading& reading) {
    if (reading.clauses.clauses.empty()) return;
    const Clause& clause = reading.clauses.clauses.front();
    const Group& subject = reading.clauses.verbs[clause.chain.front()].passive ? clause.object : clause.subject;
    if (subject.size() != 1) return;
    const std::uint32_t mention = reading.row.phrases[subject.front()].mention;
    if (mention == nowhere || !reading.row.mentions[mention].type) return;
    const auto things = context_.resolve(reading, subject, {}, &clause);
    if (things.size() == 1 && !context_.is(things.front(), "Person")) context_.is_about(things.front());
  }

  void actors(const SentenceReading& reading) {
    for (const Clause& clause : reading.clauses.clauses) {
      // of what is said, only a body that is named: "Choi said the Foreign Ministry will …"
      if (clause.inside != nowhere && (clause.subject.size() != 1 || !is_name(reading, clause.subject.front()))) continue;
      const auto subject = context_.resolve(reading, clause.subject, context_.agents(), &clause);
      if (subject.size() == 1 && (clause.inside == nowhere || context_.is_class(context_.entity(subject.front()).type, "PublicBody"))) context_.acted(subject.front());
    }
  }

  /// A capital that no relation has taken for its state is the place.
  void capitals(const SentenceReading& reading) {
    const auto place = schema_.class_named("Place");
    if (!place) return;
    const std::array<ontology::ClassId, 1> allowed{*place};
    for (std::uint32_t m = 0; m < reading.row.mentions.size(); ++m) {
      const Mention& mention = reading.row.mentions[m];
      if (mention.kind != MentionKind::known || !mention.metonym_possible) continue;
      const std::string before = reading.words.lower(mention.first - 1);
      if (before == "in" || before == "at" || before == "to" || before == "from" || before == "near") context_.entities().resolve(mention, reading.sentence->number, allowed);
    }
  }

  Extraction finish() {
    posts_.finish();
    for (Statement& statement : derived_) out_.statements.push_back(std::move(statement));
    Extraction result;
    result.sentence_count = static_cast<std::uint32_t>(sentences_.sentences.size());
    result.word_count = static_cast<std::uint32_t>(sentences_.tokens.size());
    result.statements = std::move(out_.statements);
    result.nodes = std::move(out_.nodes);
    result.utterances = std::move(out_utterances_);
    result.entities = context_.entities().take();
    result.document = document_;
    result.document.text.clear();
    result.document.blocks.clear();
    settle(result, document_, sentences_, schema_);
    return result;
  }

  const Document& document_;
  const Sentences& sentences_;
  const ontology::Schema& schema_;
  const Patterns& patterns_;
  Context context_;
  std::vector<SentenceReading> readings_;
  LearnedFacts learned_;
  Readings out_;
  std::vector<Statement> derived_;  ///< from nodes, behind what was read itself
  std::vector<Utterance> out_utterances_;
  PlainFacts facts_{context_, out_.statements};
  Posts posts_{context_, out_, derived_};
};

}  // namespace

Extraction read_statements(const Document& document, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns,
                           Standing standing) {
  return DocumentReader(document, sentences, ontology, patterns, standing).run();
}

}  // namespace dossier::ingest

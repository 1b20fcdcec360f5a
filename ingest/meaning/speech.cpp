#include "ingest/meaning/speech.h"

#include <algorithm>
#include <array>
#include <map>

#include "ingest/meaning/rules.h"

namespace dossier::ingest {
namespace {

bool has_by_before(const SentenceReading& reading, const Mention& mention) {
  for (std::uint32_t i = mention.extent_first; i > reading.words.first() && i + 8 > mention.extent_first; --i)
    if (const std::string word = reading.words.lower(i - 1); word == "by" || word == "from" || word == "of") return true;
  return false;
}

/// What follows the speech verb; for a quotation, what stands between its marks.
std::string said(const SentenceReading& reading, const Clause& clause) {
  const Words& w = reading.words;
  std::uint32_t open = 0, close = 0;
  for (std::uint32_t i = w.first(); i < w.last(); ++i) {
    if (!w.is_quote(i)) continue;
    if (open == 0) open = i + 1;
    else close = i;
  }
  if (close > open + 2) return w.text(open, close);
  const std::uint32_t verb = reading.clauses.verbs[clause.chain.front()].last;
  std::uint32_t begin = w.lower(verb) == "that" ? verb + 1 : verb, end = w.last();
  while (end > begin && (w.word(end - 1) == "." || w.is_quote(end - 1))) --end;
  return end > begin + 2 ? w.text(begin, end) : std::string();
}

}  // namespace

void find_voices(std::span<const SentenceReading> readings, Context& context) {
  constexpr auto forms = std::to_array<std::string_view>({"address", "article", "interview", "letter", "message", "remark", "speech", "statement"});
  EntityIndex author = no_entity;
  for (std::size_t r = 0; r < readings.size() && r < 3 && author == no_entity; ++r) {
    const SentenceReading& reading = readings[r];
    bool is_form = false;
    for (std::uint32_t i = reading.words.first(); i < reading.words.last(); ++i) is_form |= std::ranges::binary_search(forms, reading.sentences->lemma(i));
    for (const Mention& mention : reading.row.mentions)
      if (is_form && mention.kind == MentionKind::person && author == no_entity && has_by_before(reading, mention)) author = context.entities().resolve(mention, reading.sentence->number, {});
  }
  std::map<std::uint32_t, unsigned> acts;  // of known states and bodies
  for (const SentenceReading& reading : readings)
    for (const Clause& clause : reading.clauses.clauses)
      for (const std::uint32_t p : clause.subject) {
        if (reading.row.phrases[p].mention == nowhere) continue;
        const Mention& mention = reading.row.mentions[reading.row.phrases[p].mention];
        if (mention.kind == MentionKind::known && !mention.demonym && mention.type && context.is_class(*mention.type, "Agent")) ++acts[mention.known];
      }
  const auto most = std::ranges::max_element(acts, {}, [](const auto& x) { return x.second; });
  EntityIndex house = no_entity;
  if (most != acts.end() && most->second >= 2 && std::ranges::count(acts, most->second, [](const auto& x) { return x.second; }) == 1) house = context.entities().known(most->first, 1);
  context.speaks(author, house);
}

void hear(const SentenceReading& reading, Context& context) {
  for (const Clause& clause : reading.clauses.clauses) {
    const VerbGroup& verb = reading.clauses.verbs[clause.chain.front()];
    const auto subject = context.resolve(reading, clause.subject, context.agents(), &clause);
    if (subject.size() != 1) continue;
    const bool told = reading.row.mentions[reading.row.phrases[clause.subject.front()].mention].kind != MentionKind::pronoun;
    if (told && subject.front() == context.voice()) context.hands_over(no_entity);
    if ((verb.lemma == "say" || verb.lemma == "add" || verb.lemma == "state") && reading.words.word(reading.words.last() - 1) == ":") context.hands_over(subject.front());
  }
}

std::optional<Utterance> utterance_in(const SentenceReading& reading, Context& context) {
  constexpr auto verbs = std::to_array<std::string_view>({"acknowledge", "add", "announce", "declare", "note", "reiterate", "say", "state", "stress", "tell", "warn"});
  for (const Clause& clause : reading.clauses.clauses) {
    const VerbGroup& verb = reading.clauses.verbs[clause.chain.front()];
    if (!std::ranges::binary_search(verbs, std::string_view(verb.lemma)) || verb.passive || !verb.modal.empty() || verb.negated) continue;
    const auto speaker = context.resolve(reading, clause.subject, context.agents(), &clause);
    if (speaker.size() != 1) continue;
    Utterance utterance;
    utterance.speaker = speaker.front();
    const std::string_view text = context.document().view(reading.sentence->span);
    utterance.quotation = text.find("“") != std::string_view::npos || text.find('"') != std::string_view::npos;
    utterance.content = said(reading, clause);
    utterance.evidence = {reading.sentence->number, std::string(rule::speech_verb), 0.8};
    if (utterance.content.empty()) return std::nullopt;
    return utterance;
  }
  return std::nullopt;
}

}  // namespace dossier::ingest

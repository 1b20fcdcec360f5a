#include "ingest/meaning/settle.h"

#include <algorithm>
#include <set>

#include "ingest/source/text_offsets.h"

namespace dossier::ingest {
namespace {

/// A topic or a phrase ("a first visit") of which nothing is said is no entity. Names are.
void forget_idle(Extraction& result, const ontology::Schema& schema) {
  std::vector<bool> used(result.entities.size(), false);
  const auto use = [&](EntityIndex e) {
    if (e != no_entity) used[static_cast<std::size_t>(e)] = true;
  };
  for (const Statement& s : result.statements) {
    use(s.subject), use(s.speaker);
    if (s.object.index() == 0) use(std::get<0>(s.object));
  }
  const auto use_parts = [&](const Node& n) {
    use(n.self), use(n.speaker);
    for (const auto& part : n.parts)
      if (part.second.index() == 0) use(std::get<0>(part.second));
  };
  const auto act = schema.class_named("Act");
  const auto is_act = [&](const Node& n) { return act && schema.is_a(n.type, *act); };
  for (const Node& n : result.nodes)
    if (!is_act(n)) use_parts(n);
  for (const Utterance& u : result.utterances) use(u.speaker), use(u.on_behalf_of);
  for (std::size_t e = 0; e < used.size(); ++e) result.entities[e].described |= result.entities[e].local && !used[e];  // known from acts, if at all
  for (const Node& n : result.nodes)
    if (is_act(n)) use_parts(n);
  const auto topic = schema.class_named("Topic");
  for (std::size_t e = 0; e < used.size(); ++e)
    if (!used[e] && (result.entities[e].local || (topic && result.entities[e].type == *topic))) result.entities[e].sentences.clear();
}

/// Who hosts also takes part: that need not be said.
void keep_hosts(std::vector<Statement>& statements, const ontology::Schema& schema) {
  const auto hosted = schema.property_named("hosted"), took_part = schema.property_named("participatedIn");
  if (!hosted || !took_part) return;
  std::set<std::pair<EntityIndex, EntityIndex>> hosts;
  for (const Statement& s : statements)
    if (s.predicate == *hosted && s.object.index() == 0) hosts.emplace(s.subject, std::get<0>(s.object));
  std::erase_if(statements, [&](const Statement& s) { return s.predicate == *took_part && s.object.index() == 0 && hosts.contains({s.subject, std::get<0>(s.object)}); });
}

/// The same fact read twice in one sentence is one; the first reading stays.
void unique(std::vector<Statement>& statements) {
  std::set<std::string> seen;
  std::erase_if(statements, [&](const Statement& s) {
    std::string key = std::to_string(static_cast<std::uint32_t>(s.subject)) + ' ' + std::to_string(static_cast<std::uint32_t>(s.predicate)) + ' ';
    key += s.object.index() == 0 ? std::to_string(static_cast<std::uint32_t>(std::get<0>(s.object))) : graph::to_string(std::get<1>(s.object).date);
    key += ' ' + std::to_string(static_cast<int>(s.factuality)) + ' ' + std::to_string(s.evidence.sentence);
    return !seen.insert(std::move(key)).second;
  });
}

void keep_sentences(Extraction& result, const Document& document, const Sentences& sentences) {
  std::vector<bool> used(sentences.sentences.size() + 1, false);
  for (const auto& s : result.statements) used[s.evidence.sentence] = true;
  for (const auto& n : result.nodes) used[n.evidence.sentence] = true;
  for (const auto& u : result.utterances) used[u.evidence.sentence] = true;
  for (const auto& e : result.entities)
    for (const std::uint32_t s : e.sentences) used[s] = true;
  const CodePointIndex offsets(document.text);
  for (const Sentence& sentence : sentences.sentences) {
    if (!used[sentence.number]) continue;
    result.sentences.push_back({{sentence.number, sentence.span, offsets.code_point(sentence.span.begin), offsets.code_point(sentence.span.end)},
                                std::string(document.view(sentence.span))});
  }
}

}  // namespace

void settle(Extraction& extraction, const Document& document, const Sentences& sentences, const ontology::Schema& schema) {
  forget_idle(extraction, schema);
  keep_hosts(extraction.statements, schema);
  unique(extraction.statements);
  keep_sentences(extraction, document, sentences);
}

}  // namespace dossier::ingest

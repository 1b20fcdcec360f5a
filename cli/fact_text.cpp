#include "cli/fact_text.h"

#include <boost/json/array.hpp>

#include "graph/term/edtf.h"

namespace dossier::cli {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

const std::string& FactText::name(graph::TermId thing) {
  const auto [entry, is_new] = names_.try_emplace(thing);
  if (is_new) entry->second = graph::display_name(store_, thing);
  return entry->second;
}

std::string FactText::status(const graph::Fact& fact) { return lower_case(fact.factuality); }

std::string FactText::circumstances(const graph::Fact& fact) {
  std::string text = status(fact);
  if (text == "occurred") text.clear();
  if (fact.speaker != graph::no_term) text += (text.empty() ? "said by " : ", said by ") + name(fact.speaker);
  return text;
}

std::string FactText::date(graph::TermId thing) {
  if (store_.kind(thing) == graph::TermKind::literal) return {};
  const auto& dates = dates_.of(thing);
  return dates.empty() ? std::string() : graph::to_string(dates.front());
}

std::string FactText::place(graph::TermId id) const {
  const graph::EvidenceView evidence = graph::evidence(store_, id);
  return std::string(evidence.document_id) + ':' + std::to_string(evidence.sentence);
}

std::string FactText::places(const std::vector<graph::TermId>& evidence) {
  constexpr std::size_t most = 2;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, evidence.size()); ++i) text += (i == 0 ? "" : " ") + place(evidence[i]);
  if (evidence.size() > most) text += " +" + std::to_string(evidence.size() - most);
  return text;
}

Tone FactText::tone(std::string_view status) {
  if (status.starts_with("denied")) return Tone::bad;
  if (status.starts_with("occurred") || status.starts_with("ongoing") || status.starts_with("historical"))
    return Tone::good;
  return Tone::open;
}

boost::json::object FactText::json(graph::TermId thing) {
  const graph::TermView term = store_.term(thing);
  if (term.is_literal()) return {{"value", term.text}, {"datatype", term.datatype}};
  return {{"iri", term.text}, {"name", name(thing)}};
}

boost::json::array FactText::json(const std::vector<graph::TermId>& evidence) const {
  boost::json::array list;
  for (const graph::TermId id : evidence) list.push_back(evidence_json(store_, id));
  return list;
}

boost::json::object FactText::json(const graph::Fact& fact) {
  boost::json::object out{{"id", id(fact)},
                          {"iri", store_.term(fact.id).text},
                          {"subject", json(fact.subject)},
                          {"relation", json(fact.predicate)},
                          {"object", json(fact.object)},
                          {"status", status(fact)}};
  if (fact.speaker != graph::no_term) out["speaker"] = json(fact.speaker);
  if (!fact.rule.empty()) out["rule"] = fact.rule;
  out["confidence"] = fact.confidence;
  if (!fact.time_phrase.empty()) out["timePhrase"] = fact.time_phrase;
  if (!fact.time_basis.empty()) out["timeBasis"] = fact.time_basis;
  out["evidence"] = json(fact.evidence);
  return out;
}

boost::json::object evidence_json(const graph::Store& store, graph::TermId id) {
  const graph::EvidenceView evidence = graph::evidence(store, id);
  return {{"iri", store.term(id).text},       {"doc", evidence.document_id},  {"source", evidence.source},
          {"sentence", evidence.sentence},    {"start", evidence.start},      {"end", evidence.end},
          {"byteStart", evidence.byte_start}, {"byteEnd", evidence.byte_end}, {"quote", evidence.quote}};
}

}  // namespace dossier::cli

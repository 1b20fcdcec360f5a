#include "graph/query/fact_reader.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace dossier::graph {
namespace {

template <class Number>
Number number_or(std::string_view text, Number otherwise) {
  Number value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

/// Takes the first value that is offered: quads come in the order of their objects.
void take(TermId& part, TermId value) {
  if (part == no_term) part = value;
}

void take(std::string_view& part, std::string_view value) {
  if (part.empty()) part = value;
}

}  // namespace

std::optional<Fact> FactReader::read(TermId id) {
  if (store_->match({id, ids_.type, ids_.fact, {}}).empty()) return std::nullopt;
  Fact fact;
  fact.id = id;
  fact.confidence = -1;
  for (const Quad quad : store_->match({id, {}, {}, {}})) read_part(quad, fact);
  if (fact.subject == no_term || fact.predicate == no_term || fact.object == no_term) return std::nullopt;
  finish(fact);
  return fact;
}

void FactReader::read_part(const Quad& quad, Fact& fact) const {
  const TermId part = quad.predicate;
  const auto text = [&] { return store_->term(quad.object).text; };
  if (part == ids_.subject) {
    take(fact.subject, quad.object);
  } else if (part == ids_.predicate) {
    take(fact.predicate, quad.object);
  } else if (part == ids_.object) {
    take(fact.object, quad.object);
  } else if (part == ids_.evidence) {
    fact.evidence.push_back(quad.object);
  } else if (part == ids_.factuality) {
    take(fact.factuality, local_name(text()));
  } else if (part == ids_.speaker) {
    take(fact.speaker, quad.object);
  } else if (part == ids_.rule) {
    take(fact.rule, text());
  } else if (part == ids_.confidence) {
    fact.confidence = std::max(fact.confidence, number_or(text(), -1.0));
  } else if (part == ids_.time_phrase) {
    take(fact.time_phrase, text());
  } else if (part == ids_.time_basis) {
    take(fact.time_basis, local_name(text()));
  } else if (part == ids_.type && quad.object == ids_.fact && quad.graph != no_term) {
    fact.documents.push_back(quad.graph);
  }
}

void FactReader::finish(Fact& fact) {
  if (fact.confidence < 0) fact.confidence = 1;
  sort_evidence(fact.evidence);
  // The graphs' names are the documents, unless the facts came from a syntax without graphs or with other ones.
  if (!fact.evidence.empty()) fact.documents.clear();
  for (const TermId evidence : fact.evidence)
    if (const TermId document = place(evidence).document; document != no_term) fact.documents.push_back(document);
  make_set(fact.documents);
}

FactReader::Place FactReader::place(TermId evidence) {
  const auto [entry, is_new] = places_.try_emplace(evidence);
  if (!is_new) return entry->second;
  entry->second.document = first_object(*store_, evidence, ids_.has_source);
  if (const TermId sentence = first_object(*store_, evidence, ids_.sentence); sentence != no_term)
    entry->second.sentence = number_or(store_->term(sentence).text, 0U);
  return entry->second;
}

void FactReader::sort_evidence(std::vector<TermId>& evidence) {
  make_set(evidence);
  std::ranges::stable_sort(evidence, {}, [this](TermId id) { return place(id); });
}

void FactReader::sort(std::vector<Fact>& facts) {
  const auto key = [this](const Fact& fact) {
    Place first;
    if (!fact.evidence.empty()) first = place(fact.evidence.front());
    if (first.document == no_term && !fact.documents.empty()) first.document = fact.documents.front();
    return std::tuple(first, fact.subject, fact.predicate, fact.object, fact.id);
  };
  // The keys are made once, for each of them looks a sentence up.
  std::vector<std::pair<decltype(key(Fact{})), std::size_t>> order;
  order.reserve(facts.size());
  for (std::size_t at = 0; at < facts.size(); ++at) order.emplace_back(key(facts[at]), at);
  std::ranges::sort(order);
  std::vector<Fact> sorted;
  sorted.reserve(facts.size());
  for (const auto& [_, at] : order) sorted.push_back(std::move(facts[at]));
  facts = std::move(sorted);
}

}  // namespace dossier::graph

#include "graph/query/stats.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"

namespace dossier::graph {
namespace {

using Ids = std::vector<TermId>;  // ascending, each once

Ids common(const Ids& a, const Ids& b) {
  Ids both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both;
}

Ids without(const Ids& all, const Ids& some) {
  Ids rest;
  std::ranges::set_difference(all, some, std::back_inserter(rest));
  return rest;
}

void sort(std::vector<Count>& counts) {
  std::ranges::sort(counts, [](const Count& a, const Count& b) {
    return std::tuple(b.number, a.what) < std::tuple(a.number, b.what);
  });
}

/// How many of the facts have each of the values that there are.
std::vector<Count> by_value(const Store& store, const Ids& facts, TermId predicate) {
  std::vector<Count> counts;
  for (const TermId value : distinct_objects(store, predicate))
    if (const auto number = common(subjects(store, predicate, value), facts).size(); number != 0)
      counts.push_back({value, number});
  sort(counts);
  return counts;
}

Ids documents_read(const Store& store, const ModelIds& ids) {
  Ids named = store.graphs();
  const TermId source = id_of(store, pa::source);
  const Ids documents = subjects(store, ids.type, id_of(store, pa::document));
  for (const TermId document : documents)
    if (first_object(store, document, source) != no_term) named.push_back(document);
  make_set(named);
  return common(named, documents);
}

/// pa:Event and what lies below it: the classes that ship, and those that the store itself declares.
Ids event_classes(const Store& store) {
  Ids classes = ids_of_pa(store, {"Event", "Meeting", "Summit", "Visit", "Signing", "MilitaryActivity", "Appointment"});
  const TermId below = id_of(store, rdfs::sub_class_of);
  Ids found = classes;
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const TermId lower : subjects(store, below, found[at]))
      if (std::ranges::find(found, lower) == found.end()) found.push_back(lower);
  make_set(found);
  return found;
}

Ids things_of(const Store& store, const ModelIds& ids, const Ids& classes) {
  Ids things;
  for (const TermId type : classes) std::ranges::copy(subjects(store, ids.type, type), std::back_inserter(things));
  make_set(things);
  return things;
}

bool is_schema_class(const Store& store, TermId type) {
  const std::string_view iri = store.term(type).text;
  return std::ranges::any_of(std::initializer_list<std::string_view>{rdf::space, rdfs::space, owl::space, skos::space},
                             [iri](std::string_view space) { return iri.starts_with(space); });
}

void count_entities(const Store& store, const ModelIds& ids, const Ids& documents, Statistics& result) {
  Ids all;
  for (const TermId type : distinct_objects(store, ids.type)) {
    if (type == ids.fact || type == ids.evidence_class || is_schema_class(store, type)) continue;
    const Ids things = without(subjects(store, ids.type, type), documents);
    if (things.empty()) continue;
    result.entities_by_class.push_back({type, things.size()});
    std::ranges::copy(things, std::back_inserter(all));
  }
  sort(result.entities_by_class);
  make_set(all);
  result.entities = all.size();
}

void count_mentions(const Store& store, const ModelIds& ids, const Ids& facts, Statistics& result) {
  Quad last{};
  for (const Quad quad : store.match({{}, ids.evidence, {}, {}})) {  // by sentence, then thing, then graph
    if (quad.triple() == last.triple()) continue;
    last = quad;
    ++(std::ranges::binary_search(facts, quad.subject) ? result.fact_mentions : result.mentions);
  }
}

}  // namespace

Statistics statistics(const Store& store) {
  const ModelIds ids(store);
  const Ids facts = subjects(store, ids.type, ids.fact);
  const Ids documents = documents_read(store, ids);
  Statistics result;
  result.quads = store.size();
  result.terms = store.term_count();
  result.documents = documents.size();
  result.sentences = subjects(store, ids.type, ids.evidence_class).size();
  result.facts = facts.size();
  result.events = things_of(store, ids, event_classes(store)).size();
  count_entities(store, ids, documents, result);
  count_mentions(store, ids, facts, result);
  result.facts_by_predicate = by_value(store, facts, ids.predicate);
  result.facts_by_factuality = by_value(store, facts, ids.factuality);
  return result;
}

}  // namespace dossier::graph

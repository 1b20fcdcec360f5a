#include "cli/exchange.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <ostream>

#include "cli/fact_ids.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"
#include "ontology/factuality.h"

namespace dossier::cli {
namespace {

using graph::Fact;
using graph::TermId;

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// A fact and the first sentence of a document that states it.
struct Line {
  const Fact* fact = nullptr;
  graph::EvidenceView evidence;
};

class ExchangeWriter {
 public:
  ExchangeWriter(const graph::Store& store, const ontology::Schema& schema, std::ostream& out)
      : store_(store),
        schema_(schema),
        out_(out),
        ids_(store),
        type_(graph::id_of(store, graph::rdf::type)),
        name_(graph::id_of(store, graph::pa::name)),
        alt_name_(graph::id_of(store, graph::pa::alt_name)) {}

  /// The entities of one document's graph.
  void write_entities(TermId document) {
    struct Row {
      std::string name, type;
      boost::json::array aliases;
    };
    std::vector<Row> rows;
    for (const TermId thing : things_named_in(document)) {
      const auto type = exchange_type(thing, document);
      if (type) rows.push_back({std::string(name(thing, document)), *type, aliases(thing, document)});
    }
    std::ranges::stable_sort(rows, {}, &Row::name);
    for (Row& row : rows)
      write({{"doc", identifier(document)},
             {"entity", row.name},
             {"type", row.type},
             {"aliases", std::move(row.aliases)}});
  }

  void write_fact(TermId document, const Line& line) {
    const Fact& fact = *line.fact;
    boost::json::object row{{"doc", identifier(document)}, {"s", name(fact.subject, document)}};
    if (const auto type = exchange_type(fact.subject, document)) row["s_type"] = *type;
    row["p"] = graph::local_name(store_.term(fact.predicate).text);
    row["o"] = name(fact.object, document);
    if (const auto type = exchange_type(fact.object, document)) row["o_type"] = *type;
    row["evidence"] = line.evidence.quote;
    row["modality"] = modality(fact, document);
    row["factuality"] = fact.factuality;
    if (fact.speaker != graph::no_term) row["speaker"] = name(fact.speaker, document);
    row["sentence"] = line.evidence.sentence;
    row["id"] = ids_.short_id(fact.id);
    write(row);
  }

 private:
  void write(const boost::json::object& row) { out_ << boost::json::serialize(row) << '\n'; }

  [[nodiscard]] std::vector<TermId> values(TermId thing, TermId predicate, TermId document) const {
    std::vector<TermId> found;
    for (const graph::Quad& quad : store_.match({thing, predicate, {}, document})) found.push_back(quad.object);
    return found;
  }

  [[nodiscard]] std::vector<TermId> things_named_in(TermId document) const {
    std::vector<TermId> things;
    for (const graph::Quad& quad : store_.match({{}, name_, {}, document}))
      if (quad.subject != document) things.push_back(quad.subject);
    graph::make_set(things);
    return things;
  }

  [[nodiscard]] std::string_view identifier(TermId document) const {
    const TermId id = graph::first_object(store_, document, graph::id_of(store_, graph::pa::identifier));
    return id == graph::no_term ? graph::local_name(store_.term(document).text) : store_.term(id).text;
  }

  /// What the document calls it, else what others do.
  [[nodiscard]] std::string name(TermId thing, TermId document) const {
    if (store_.kind(thing) == graph::TermKind::literal) return std::string(store_.term(thing).text);
    const auto names = values(thing, name_, document);
    return names.empty() ? graph::display_name(store_, thing) : std::string(store_.term(names.front()).text);
  }

  /// Every other form in the document.
  [[nodiscard]] boost::json::array aliases(TermId thing, TermId document) const {
    std::vector<std::string_view> forms;
    for (const TermId name : values(thing, name_, document)) forms.push_back(store_.term(name).text);
    forms.erase(forms.begin());
    for (const TermId name : values(thing, alt_name_, document)) forms.push_back(store_.term(name).text);
    boost::json::array list;
    for (const std::string_view form : forms) list.push_back(boost::json::string(form));
    return list;
  }

  /// Nothing for literals, and for what is no entity of the flat exchange (facts, evidence, tenures).
  [[nodiscard]] std::optional<std::string> exchange_type(TermId thing, TermId document) const {
    if (store_.kind(thing) == graph::TermKind::literal) return std::nullopt;
    auto types = values(thing, type_, document);
    if (types.empty()) types = graph::types(store_, thing);
    std::optional<std::string> unknown;
    for (const TermId type : types) {
      const std::string_view iri = store_.term(type).text;
      const auto known = schema_.find_class(iri);
      if (known && !schema_[*known].exchange_type.empty()) return schema_[*known].exchange_type;
      if (!known && !unknown) unknown = std::string(graph::local_name(iri));
    }
    return unknown;
  }

  /// The words of the gold annotations (shared/gold/README.md).
  [[nodiscard]] std::string modality(const Fact& fact, TermId document) const {
    const std::string_view how = fact.factuality;
    if (how == "Occurred" || how == "Ongoing" || how == "Historical") return "asserted";
    if (how == "Planned" || how == "Pledged") return "planned/pledged";
    if (how == "Hypothetical" || how == "Conditional") return "hypothetical";
    if (how == "Reported")
      return "reported-by:" + (fact.speaker == graph::no_term ? std::string() : name(fact.speaker, document));
    return lower_case(how);
  }

  const graph::Store& store_;
  const ontology::Schema& schema_;
  std::ostream& out_;
  FactIds ids_;
  TermId type_, name_, alt_name_;
};

/// The facts of each document, by sentence.
std::map<TermId, std::vector<Line>> lines_by_document(const graph::Store& store, const std::vector<Fact>& facts) {
  std::map<TermId, std::vector<Line>> lines;
  for (const Fact& fact : facts) {
    TermId last = graph::no_term;
    for (const TermId id : fact.evidence) {  // ascending by document, then sentence
      const graph::EvidenceView evidence = graph::evidence(store, id);
      if (evidence.document != last) lines[evidence.document].push_back({&fact, evidence});
      last = evidence.document;
    }
  }
  for (auto& [document, of_document] : lines)
    std::ranges::stable_sort(of_document, {}, [](const Line& line) { return line.evidence.sentence; });
  return lines;
}

}  // namespace

std::size_t write_exchange(const graph::Store& store, const graph::FactFilter& filter, const ontology::Schema& schema,
                           std::ostream& out) {
  const auto facts = graph::find_facts(store, filter);
  const auto lines = lines_by_document(store, facts);
  std::vector<TermId> documents = store.graphs();
  for (const auto& [document, of_document] : lines) documents.push_back(document);
  graph::make_set(documents);
  ExchangeWriter writer(store, schema, out);
  std::size_t count = 0;
  for (const TermId document : documents) {
    if (filter.document && *filter.document != document) continue;
    writer.write_entities(document);
    const auto found = lines.find(document);
    if (found == lines.end()) continue;
    for (const Line& line : found->second) writer.write_fact(document, line);
    count += found->second.size();
  }
  return count;
}

}  // namespace dossier::cli

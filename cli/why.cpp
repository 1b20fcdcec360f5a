// dossier why: how a fact was read, from its sentences to the example that taught it.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <boost/json/array.hpp>
#include <memory>
#include <ostream>

#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/text_width.h"
#include "cli/verb.h"
#include "graph/error/error.h"
#include "graph/query/model_ids.h"
#include "ingest/language/language_model.h"
#include "ingest/meaning/patterns_on_demand.h"
#include "ingest/meaning/reason.h"
#include "ingest/meaning/rules.h"

namespace dossier::cli {
namespace {

struct WhyOptions {
  GraphOption graph;
  OntologyOption ontology;
  std::vector<std::string> fact;
};

/// Everything that a thing is called; of a date, the words that it was read from.
std::vector<std::string> names(const graph::Store& store, graph::TermId thing, std::string_view phrase) {
  std::vector<std::string> names;
  if (store.kind(thing) == graph::TermKind::literal) return {std::string(phrase)};
  for (const graph::TermId property : graph::name_properties(store))
    for (const graph::TermId name : graph::objects(store, thing, property)) names.emplace_back(store.term(name).text);
  return names;
}

/// Tells of facts, with the sentences read again.
class WhyTeller {
 public:
  WhyTeller(const graph::Store& store, const ontology::Ontology& ontology, Session& session)
      : text_(store), ontology_(ontology), patterns_(ontology, {}), session_(session) {}

  [[nodiscard]] FactText& text() { return text_; }

  void print(const graph::Fact& fact, std::ostream& out) {
    const Paint& paint = session_.terminal.out;
    out << paint(Tone::dim, text_.id(fact)) << "  " << paint(Tone::bold, printable(text_.name(fact.subject))) << " — " << printable(text_.name(fact.predicate)) << " → "
        << paint(Tone::bold, printable(text_.name(fact.object))) << '\n';
    for (const graph::TermId id : fact.evidence) {
      const graph::EvidenceView evidence = graph::evidence(text_.store(), id);
      const ingest::Reason reason = reason_of(fact, evidence);
      out << "  " << paint(Tone::link, printable(evidence.source.empty() ? evidence.document_id : evidence.source)) << ", sentence " << evidence.sentence << '\n';
      out << "    " << marked(evidence.quote, reason) << '\n';
      print_reason(fact, reason, out);
    }
  }

  [[nodiscard]] boost::json::object json(const graph::Fact& fact) {
    boost::json::object out = text_.json(fact);
    boost::json::array readings;
    for (const graph::TermId id : fact.evidence) {
      const graph::EvidenceView evidence = graph::evidence(text_.store(), id);
      boost::json::object one = evidence_json(text_.store(), id);
      add(fact, reason_of(fact, evidence), one);
      readings.push_back(std::move(one));
    }
    out["evidence"] = std::move(readings);
    return out;
  }

 private:
  [[nodiscard]] ingest::Reason reason_of(const graph::Fact& fact, const graph::EvidenceView& evidence) const {
    const graph::Store& store = text_.store();
    const ingest::Document quote = ingest::one_paragraph(std::string(evidence.quote));
    const ingest::Sentences sentences = ingest::analyse(quote);
    return ingest::find_reason({fact.rule, store.term(fact.predicate).text, names(store, fact.subject, fact.time_phrase), names(store, fact.object, fact.time_phrase)}, quote,
                               sentences, ontology_, *patterns_.of(quote.text, sentences));
  }

  /// The sentence with its arguments in brackets, as an example would have it.
  [[nodiscard]] std::string marked(std::string_view quote, const ingest::Reason& reason) const {
    std::string sentence = printable(quote);
    std::vector<std::pair<std::string, std::string>> marks;  // words, role
    for (const ingest::FoundArgument& argument : reason.arguments)
      for (const std::string& words : argument.words) marks.emplace_back(printable(words), argument.role);
    std::ranges::stable_sort(marks, std::greater<>(), [](const auto& mark) { return mark.first.size(); });
    std::string out;
    for (std::size_t at = 0; at < sentence.size();) {
      const auto mark = std::ranges::find_if(marks, [&](const auto& each) { return !each.first.empty() && sentence.compare(at, each.first.size(), each.first) == 0; });
      const std::size_t size = mark == marks.end() ? 1 : mark->first.size();
      out += mark == marks.end() ? sentence.substr(at, 1) : session_.terminal.out(Tone::bold, '[' + mark->first + ']') + session_.terminal.out(Tone::dim, '{' + mark->second + '}');
      at += size;
      if (mark != marks.end()) marks.erase(mark);  // each once: where the words stand first
    }
    return out;
  }

  void print_reason(const graph::Fact& fact, const ingest::Reason& reason, std::ostream& out) {
    const Paint& paint = session_.terminal.out;
    out << "    said by       " << (fact.speaker == graph::no_term ? "the document itself" : printable(text_.name(fact.speaker))) << '\n';
    out << "    status        " << paint(FactText::tone(FactText::status(fact)), FactText::status(fact));
    if (decides(fact, reason)) out << ": " << reason.decided_by;
    out << '\n';
    if (!fact.time_phrase.empty())
      out << "    date          from \"" << printable(fact.time_phrase) << '"' << (fact.time_basis == "ResolvedAgainstDocument" ? " and the document's date" : "") << '\n';
    out << "    read by       " << printable(fact.rule) << '\n';
    if (reason.example != nullptr) out << "                  " << paint(Tone::dim, to_string(reason.example->declared)) << '\n';
    if (const std::string why = in_a_sentence(fact, reason); !why.empty()) out << "                  " << why << '\n';
    if (reason.trigger.empty()) return;
    out << "    trigger       " << printable(reason.trigger) << '\n';
    for (const ingest::FoundArgument& argument : reason.arguments) {
      out << "    {" << argument.role << '}' << std::string(argument.role.size() < 12 ? 12 - argument.role.size() : 1, ' ');
      for (std::size_t i = 0; i < argument.words.size(); ++i) out << (i == 0 ? "" : " + ") << printable(argument.words[i]);
      out << "  ← " << argument.path << '\n';
    }
  }

  /// Whether what decides the factuality of the sentence alone is what decided that of the fact.
  [[nodiscard]] static bool decides(const graph::Fact& fact, const ingest::Reason& reason) {
    return !reason.trigger.empty() && ontology::label(reason.factuality) == FactText::status(fact);
  }

  /// What a reader has to know besides the example; empty where the paths tell it all.
  [[nodiscard]] std::string in_a_sentence(const graph::Fact& fact, const ingest::Reason& reason) const {
    if (const auto known = ingest::explanation(fact.rule); !known.empty()) return std::string(known);
    if (reason.example == nullptr) return "the ontology at hand has no such example";
    if (reason.trigger.empty()) return "the ontology at hand no longer reads the sentence by it";
    return reason.derivation == nullptr ? std::string() : follows(*reason.derivation);
  }

  /// "follows from the loan: lender → work"
  [[nodiscard]] std::string follows(const ontology::Derivation& derivation) const {
    const ontology::Schema& schema = ontology_.schema;
    const auto part = [&](const std::optional<ontology::PropertyId>& property) {
      return property ? std::string(ontology::local_name(schema[*property].iri)) : "itself";
    };
    return "follows from the " + schema[derivation.node].label + ": from " + part(derivation.from) + " to " + part(derivation.to);
  }

  void add(const graph::Fact& fact, const ingest::Reason& reason, boost::json::object& out) const {
    if (decides(fact, reason)) out["decidedBy"] = reason.decided_by;
    if (const std::string why = in_a_sentence(fact, reason); !why.empty()) out["explanation"] = why;
    if (reason.example != nullptr)
      out["example"] = {{"text", reason.example->text}, {"file", reason.example->declared.source}, {"line", reason.example->declared.line}, {"column", reason.example->declared.column}};
    if (reason.trigger.empty()) return;
    out["trigger"] = reason.trigger;
    boost::json::array arguments;
    for (const ingest::FoundArgument& argument : reason.arguments)
      arguments.push_back(boost::json::object{{"role", argument.role}, {"words", boost::json::array(argument.words.begin(), argument.words.end())}, {"path", argument.path}});
    out["arguments"] = std::move(arguments);
  }

  FactText text_;
  const ontology::Ontology& ontology_;
  ingest::PatternsOnDemand patterns_;
  Session& session_;
};

/// The facts of an id (one, or an error that lists those it may mean), else of subject, relation and object.
std::vector<graph::Fact> facts_asked(const std::vector<std::string>& words, FactText& text, Messages& messages) {
  const graph::Store& store = text.store();
  if (words.size() == 1) {
    if (auto fact = text.ids().only(words.front())) return {std::move(*fact)};
    throw NothingFound("the graph has no fact of the id '" + words.front() + "'", "dossier facts lists them");
  }
  if (words.size() != 3) throw Error(ErrorKind::usage, "a fact is an id, or a subject, a relation and an object", "put names of several words in quotes");
  graph::FactFilter filter;
  filter.subject = require_thing(store, words[0], messages);
  filter.predicate = require_relation(store, words[1]);
  std::vector<graph::Fact> facts = graph::find_facts(store, filter);
  std::erase_if(facts, [&](const graph::Fact& fact) { return store.kind(fact.object) == graph::TermKind::literal && store.term(fact.object).text != words[2]; });
  const bool dated = std::ranges::any_of(facts, [&](const graph::Fact& fact) { return store.kind(fact.object) == graph::TermKind::literal; });
  if (!dated) {
    const graph::TermId object = require_thing(store, words[2], messages);
    std::erase_if(facts, [&](const graph::Fact& fact) { return fact.object != object; });
  }
  return facts;
}

ExitCode run(const WhyOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  WhyTeller teller(store, ontology, session);
  const std::vector<graph::Fact> facts = facts_asked(options.fact, teller.text(), session.messages);
  if (session.options.json) {
    boost::json::array list;
    for (const graph::Fact& fact : facts) list.push_back(teller.json(fact));
    print_json(list);
  } else if (!facts.empty()) {
    Output out;
    for (const graph::Fact& fact : facts) teller.print(fact, out.stream());
    out.finish();
  }
  if (!facts.empty()) return ExitCode::done;
  session.messages.note("the graph has no such fact");
  return ExitCode::no;
}

}  // namespace

Action declare_why(CLI::App& app) {
  auto options = std::make_shared<WhyOptions>();
  app.add_option("FACT", options->fact, "the id of a fact as dossier facts prints it, or its beginning; or subject, relation and object")
      ->required()
      ->expected(1, 3)
      ->type_name("");
  options->graph.declare(app);
  options->ontology.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

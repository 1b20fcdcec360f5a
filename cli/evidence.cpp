// dossier evidence: the sentences behind a fact or a thing.
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
#include "cli/output.h"
#include "cli/text_width.h"
#include "cli/verb.h"
#include "cli/words.h"
#include "graph/error/error.h"
#include "graph/query/entity.h"
#include "graph/query/model_ids.h"
#include "graph/query/names.h"

namespace dossier::cli {
namespace {

struct EvidenceOptions {
  GraphOption graph;
  std::vector<std::string> name;
};

/// What a thing may be called in a sentence, the longest first.
std::vector<std::string> forms(const graph::Store& store, const std::vector<graph::TermId>& things,
                               std::string_view phrase) {
  std::vector<std::string> forms;
  if (!phrase.empty()) forms.emplace_back(phrase);
  for (const graph::TermId thing : things) {
    if (store.kind(thing) == graph::TermKind::literal) continue;
    for (const graph::TermId property : graph::name_properties(store))
      for (const graph::TermId name : graph::objects(store, thing, property)) forms.emplace_back(store.term(name).text);
  }
  std::ranges::stable_sort(forms, std::greater<>(), &std::string::size);
  return forms;
}

/// The sentence with the forms marked. Where nothing is coloured, nothing is changed: a quote stays a quote.
std::string highlighted(std::string_view quote, const std::vector<std::string>& forms, const Paint& paint) {
  std::string sentence = printable(quote);
  if (!paint.on()) return sentence;
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    const auto form = std::ranges::find_if(
        forms, [&](const std::string& each) { return !each.empty() && sentence.compare(at, each.size(), each) == 0; });
    const std::size_t size = form == forms.end() ? 1 : form->size();
    out += form == forms.end() ? sentence.substr(at, 1) : paint(Tone::bold, sentence.substr(at, size));
    at += size;
  }
  return out;
}

void print_sentence(const graph::Store& store, graph::TermId id, const std::vector<std::string>& forms,
                    const Paint& paint, std::ostream& out) {
  const graph::EvidenceView evidence = graph::evidence(store, id);
  const std::string_view source = evidence.source.empty() ? evidence.document_id : evidence.source;
  out << "  " << paint(Tone::link, printable(source)) << ", sentence " << evidence.sentence << ", characters "
      << evidence.start << "–" << evidence.end << " (bytes " << evidence.byte_start << "–" << evidence.byte_end
      << ")\n";
  out << "    " << highlighted(evidence.quote, forms, paint) << '\n';
}

/// "5kx2q  Choi Young-joon — holds position → Vice Minister of Unification (planned, said by …)"
void print_fact(const graph::Fact& fact, FactText& text, const Paint& paint, std::ostream& out) {
  const std::string how = text.circumstances(fact);
  out << paint(Tone::dim, text.id(fact)) << "  " << paint(Tone::bold, printable(text.name(fact.subject))) << " — "
      << printable(text.name(fact.predicate)) << " → " << paint(Tone::bold, printable(text.name(fact.object)));
  if (!how.empty()) out << "  (" << paint(FactText::tone(how), printable(how)) << ")";
  out << '\n';
  out << "  read by \"" << printable(fact.rule) << "\", confidence " << fact.confidence;
  if (!fact.time_phrase.empty()) out << ", dated by \"" << printable(fact.time_phrase) << '"';
  if (fact.time_basis == "ResolvedAgainstDocument") out << " and the document's date";
  out << '\n';
  const auto marked = forms(text.store(), {fact.subject, fact.object}, fact.time_phrase);
  for (const graph::TermId id : fact.evidence) print_sentence(text.store(), id, marked, paint, out);
}

ExitCode tell_of_fact(const graph::Fact& fact, FactText& text, Session& session) {
  if (session.options.json) {
    print_json(text.json(fact));
    return ExitCode::done;
  }
  Output out;
  print_fact(fact, text, session.terminal.out, out.stream());
  out.finish();
  return ExitCode::done;
}

ExitCode tell_of_thing(graph::TermId thing, FactText& text, Session& session) {
  const graph::Entity entity = graph::describe(text.store(), thing);
  if (session.options.json) {
    boost::json::object result = text.json(thing);
    result["evidence"] = text.json(entity.mentions);
    print_json(result);
  } else if (!entity.mentions.empty()) {
    Output out;
    out.stream() << session.terminal.out(Tone::bold, printable(entity.name)) << '\n';
    const auto marked = forms(text.store(), {thing}, {});
    for (const graph::TermId id : entity.mentions)
      print_sentence(text.store(), id, marked, session.terminal.out, out.stream());
    out.finish();
  }
  if (!entity.mentions.empty()) return ExitCode::done;
  session.messages.note("no sentence mentions it");
  return ExitCode::no;
}

/// The fact that an id means, when it means one; several are an error unless a thing is called so.
std::optional<graph::Fact> fact_named(const std::string& name, FactText& text) {
  const bool is_thing = text.ids().find(name).size() > 1 && !graph::things_named(text.store(), name).empty();
  return is_thing ? std::nullopt : text.ids().only(name);
}

ExitCode run(const EvidenceOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  FactText text(store);
  const std::string name = joined(options.name);
  if (const auto fact = fact_named(name, text)) return tell_of_fact(*fact, text, session);
  return tell_of_thing(require_thing(store, name, session.messages), text, session);
}

}  // namespace

Action declare_evidence(CLI::App& app) {
  auto options = std::make_shared<EvidenceOptions>();
  app.add_option("FACT|NAME", options->name,
                 "the id of a fact as dossier facts prints it, or its beginning; an IRI; or the name of a thing")
      ->required()
      ->type_name("");
  options->graph.declare(app);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

// dossier review: pairs of things that may be one, for a person to decide.
#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/array.hpp>
#include <cmath>
#include <memory>
#include <ostream>

#include "cli/decisions_option.h"
#include "cli/fact_text.h"
#include "cli/graph_option.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/text_width.h"
#include "cli/verb.h"
#include "graph/query/model_ids.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/doubtful_pairs.h"

namespace dossier::cli {
namespace {

using graph::TermId;

struct ReviewOptions {
  GraphOption graph;
  DecisionsOption decisions;
  OntologyOption ontology;
  std::string about;
  std::size_t max = 20;
};

/// The first sentence that mentions a thing: of those that have its name in them, else another name of it, if any has.
std::optional<graph::EvidenceView> sentence_of(const graph::Store& store, TermId thing) {
  const auto all = graph::objects(store, thing, graph::id_of(store, graph::pa::evidence));
  if (all.empty()) return std::nullopt;
  std::vector<std::string> names{graph::display_name(store, thing)};
  for (const TermId name : graph::objects(store, thing, graph::id_of(store, graph::pa::alt_name))) names.emplace_back(store.term(name).text);
  for (const std::string& name : names)
    for (const TermId evidence : all)
      if (auto view = graph::evidence(store, evidence); view.quote.find(name) != std::string_view::npos) return view;
  return graph::evidence(store, all.front());
}

/// What a command can be given to mean exactly this: the end of its IRI.
std::string handle(const graph::Store& store, TermId thing) {
  const std::string_view iri = store.term(thing).text;
  return std::string(iri.starts_with(graph::default_base) ? iri.substr(graph::default_base.size()) : iri);
}

class ReviewText {
 public:
  explicit ReviewText(const graph::Store& store, const Terminal& terminal) : store_(store), terminal_(terminal), text_(store) {}

  void print(const ingest::DoubtfulPair& pair, std::ostream& out) {
    out << side(pair.fuller, pair.fuller_mentions) << '\n' << side(pair.other, pair.other_mentions) << '\n';
    std::string reasons;
    for (const std::string& reason : pair.reasons) reasons += (reasons.empty() ? "" : "; ") + reason;
    out << "  " << printable(reasons) << '\n';
    out << "  " << command(pair) << "\n\n";
  }

  boost::json::object json(const ingest::DoubtfulPair& pair) {
    boost::json::array reasons;
    for (const std::string& reason : pair.reasons) reasons.push_back(boost::json::string(reason));
    return {{"fuller", json(pair.fuller, pair.fuller_mentions)}, {"other", json(pair.other, pair.other_mentions)},
            {"plausible", std::round(pair.plausible * 100) / 100}, {"reasons", reasons},
            {"sharedDocuments", pair.shared_documents}, {"command", command(pair)}};
  }

 private:
  std::string command(const ingest::DoubtfulPair& pair) const {
    if (!pair.name_alone.empty()) return "dossier alias " + printable(pair.name_alone) + ' ' + handle(store_, pair.fuller);
    return "dossier merge " + handle(store_, pair.fuller) + ' ' + handle(store_, pair.other);
  }

  /// "Tony Blinken (person, 4 sentences)" and one of them.
  std::string side(TermId thing, std::size_t mentions) {
    const auto types = graph::types(store_, thing);
    const std::string type = types.empty() ? "thing" : graph::display_name(store_, types.front());
    std::string lines = terminal_.out(Tone::bold, printable(text_.name(thing))) +
                        fmt::format("  ({}, {} sentence{})", type, mentions, mentions == 1 ? "" : "s");
    if (const auto sentence = sentence_of(store_, thing))
      lines += "\n    " + terminal_.out(Tone::dim, fmt::format("{}:{}", sentence->document_id, sentence->sentence)) + ' ' +
               cut_to_width(printable(sentence->quote), 160);
    return lines;
  }

  boost::json::object json(TermId thing, std::size_t mentions) {
    boost::json::object object = text_.json(thing);
    object["mentions"] = mentions;
    if (const auto sentence = sentence_of(store_, thing)) object["evidence"] = evidence_json(store_, sentence->id);
    return object;
  }

  const graph::Store& store_;
  const Terminal& terminal_;
  FactText text_;
};

ExitCode run(const ReviewOptions& options, Session& session) {
  const graph::Store store = options.graph.open(session.messages);
  const ingest::Decisions decisions = options.decisions.read(options.graph.find());
  const ontology::Ontology ontology = options.ontology.load(session.messages);
  auto pairs = ingest::doubtful_pairs(store, ontology.schema, decisions);
  if (!options.about.empty()) {
    const TermId thing = require_thing(store, options.about, session.messages);
    std::erase_if(pairs, [thing](const ingest::DoubtfulPair& pair) { return pair.fuller != thing && pair.other != thing; });
  }
  const std::size_t all = pairs.size();
  if (options.max != 0 && all > options.max) pairs.resize(options.max);
  ReviewText text(store, session.terminal);
  if (session.options.json) {
    boost::json::array list;
    for (const auto& pair : pairs) list.push_back(text.json(pair));
    print_json(list);
  } else {
    Output out;
    for (const auto& pair : pairs) text.print(pair, out.stream());
    out.finish();
  }
  if (all > pairs.size()) session.messages.note(fmt::format("{} pairs in all", all), "--max N shows more, --max 0 all");
  if (all == 0) session.messages.note("no two things look as if they were one");
  return all == 0 ? ExitCode::no : ExitCode::done;
}

}  // namespace

Action declare_review(CLI::App& app) {
  auto options = std::make_shared<ReviewOptions>();
  options->graph.declare(app);
  options->decisions.declare(app);
  options->ontology.declare(app);
  app.add_option("--about", options->about, "pairs with this thing alone")->type_name("NAME");
  app.add_option("--max", options->max, "the best ones; 0: all")
      ->type_name("N")
      ->check(CLI::Range(0U, 1000000000U).description(""))
      ->capture_default_str();
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

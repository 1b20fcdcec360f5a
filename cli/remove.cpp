// dossier remove: takes documents out, as if they had never been read.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <memory>

#include "cli/graph_option.h"
#include "cli/interrupt.h"
#include "cli/json_output.h"
#include "cli/naming.h"
#include "cli/verb.h"
#include "graph/query/model_ids.h"
#include "graph/store/builder.h"
#include "graph/store/kg_file.h"

namespace dossier::cli {
namespace {

struct RemoveOptions {
  GraphOption graph;
  std::vector<std::string> documents;
  bool dry_run = false;
};

ExitCode run(const RemoveOptions& options, Session& session) {
  const auto file = options.graph.require();
  const graph::Store before = graph::open_store(file);
  std::vector<graph::TermId> documents;  // all are known before any is removed
  for (const std::string& name : options.documents) documents.push_back(require_document(before, name));
  graph::make_set(documents);
  const InterruptWatch watch;
  graph::Builder builder;
  builder.add(before, documents);
  const graph::Store after = builder.build();
  InterruptWatch::check();
  if (!options.dry_run) graph::save(after, file);
  const std::size_t quads = before.size() - after.size();
  session.messages.summary(file.string() + ": " + (options.dry_run ? "would remove " : "removed ") +
                           std::to_string(documents.size()) + (documents.size() == 1 ? " document, " : " documents, ") +
                           std::to_string(quads) + " triples");
  if (session.options.json) {
    boost::json::array removed;
    for (const graph::TermId document : documents) removed.push_back(boost::json::string(before.term(document).text));
    print_json(boost::json::object{{"removed", removed}, {"quads", quads}});
  }
  return ExitCode::done;
}

}  // namespace

Action declare_remove(CLI::App& app) {
  auto options = std::make_shared<RemoveOptions>();
  app.add_option("DOC", options->documents, "documents, by identifier or IRI")->required()->type_name("");
  options->graph.declare(app);
  app.add_flag("-n,--dry-run", options->dry_run, "tell, change nothing");
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace dossier::cli

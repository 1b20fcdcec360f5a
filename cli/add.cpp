// dossier add: documents into a graph that is there.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/update_graph.h"
#include "cli/verb.h"

namespace dossier::cli {

Action declare_add(CLI::App& app) {
  auto options = std::make_shared<UpdateOptions>();
  app.add_option("FILES", options->reading.inputs,
                 "documents, as build takes them; without any, the decisions file is applied anew")
      ->type_name("");
  options->declare(app);
  return [options](Session& session) { return update_graph(*options, Rest::stays, session); };
}

}  // namespace dossier::cli

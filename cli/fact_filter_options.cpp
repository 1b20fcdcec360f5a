#include "cli/fact_filter_options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/naming.h"

namespace dossier::cli {

void FactFilterOptions::declare(CLI::App& app) {
  const char* group = "Only facts";
  app.add_option("--by,--speaker", speaker, "that this one says")->type_name("NAME")->group(group);
  app.add_option("--relation", relation, "of this relation: holdsPosition, 'held in'")->type_name("NAME")->group(group);
  app.add_option("--type", type, "on a thing of this class: Ministry")->type_name("CLASS")->group(group);
  app.add_option("--status", status, "of this factuality, or several: occurred,pledged,planned,denied,…")
      ->type_name("STATUS")
      ->allow_extra_args(false)
      ->group(group);
  app.add_option("--since", since, "dated then or later: 2018, 2018-09, 2018-09-19")->type_name("DATE")->group(group);
  app.add_option("--until", until, "dated then or earlier")->type_name("DATE")->group(group);
  app.add_option("--doc", document, "that this document states")->type_name("DOC")->group(group);
}

graph::FactFilter FactFilterOptions::resolve(const graph::Store& store, Messages& messages) const {
  graph::FactFilter filter;
  if (!speaker.empty()) filter.speaker = require_thing(store, speaker, messages);
  if (!relation.empty()) filter.predicate = require_relation(store, relation);
  if (!type.empty()) filter.type = require_class(store, type);
  if (!document.empty()) filter.document = require_document(store, document);
  filter.factuality = factualities_named(status);
  filter.since = since;
  filter.until = until;
  return filter;
}

}  // namespace dossier::cli

#include "cli/ontology_option.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace dossier::cli {

void OntologyOption::declare(CLI::App& app) {
  app.add_option("--ontology", files,
                 "an ontology of your own instead of the shipped one: RDF files, or folders of them")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--with-shipped", with_shipped, "the shipped ontology as well as --ontology");
}

std::vector<std::filesystem::path> OntologyOption::sources() const {
  std::vector<std::filesystem::path> sources;
  if (files.empty() || with_shipped) sources.push_back(ontology::shipped_ontology());
  sources.insert(sources.end(), files.begin(), files.end());
  return sources;
}

ontology::Ontology OntologyOption::load(Messages& messages) const {
  const auto from = sources();
  for (const auto& source : from) messages.detail("ontology: " + source.string());
  return ontology::read_ontology(from, messages.sink());
}

}  // namespace dossier::cli

#include "cli/labelled_option.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <set>

#include "graph/error/error.h"

namespace dossier::cli {

void LabelledOption::declare(CLI::App& app) {
  app.add_option("LABELLED", files, "texts with their facts marked: JSON lines (docs/teach.md says how), KnowledgeNet's or Text2KGBench's files")->required()->type_name("");
}

std::vector<ingest::LabelledText> LabelledOption::read() const {
  const std::vector<std::filesystem::path> paths(files.begin(), files.end());
  return ingest::read_labelled(paths);
}

bool means(std::string_view label, const ontology::Property& property) {
  const auto same = [](std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
  };
  return label == property.iri || same(label, ontology::local_name(property.iri)) || same(label, property.label);
}

std::vector<ontology::PropertyId> properties_of(const std::vector<ingest::LabelledText>& texts, const ontology::Schema& schema,
                                                const std::function<void(const std::string&)>& unknown) {
  std::set<std::string> names;
  for (const ingest::LabelledText& text : texts)
    for (const ingest::LabelledFact& fact : text.facts) names.insert(fact.property);
  std::vector<ontology::PropertyId> found;
  for (std::uint32_t p = 0; p < schema.properties().size(); ++p)
    if (std::ranges::any_of(names, [&](const std::string& name) { return means(name, schema.properties()[p]); })) found.push_back(ontology::PropertyId{p});
  for (const std::string& name : names)
    if (std::ranges::none_of(found, [&](ontology::PropertyId id) { return means(name, schema[id]); })) unknown(name);
  if (found.empty())
    throw Error(ErrorKind::bad_input, "no labelled fact is of a property that the ontology has", "properties are found by IRI, local name or label");
  return found;
}

}  // namespace dossier::cli

// Reads documents under an ontology and prints what they state: the library in thirty lines.
//
//   read_article ONTOLOGY DOCUMENT…
#include <iostream>

#include "graph/error/error.h"
#include "graph/query/facts.h"
#include "graph/store/builder.h"
#include "ingest/pipeline.h"

int main(int count, char** arguments) try {
  using namespace dossier;
  if (count < 3) {
    std::cerr << "usage: read_article ONTOLOGY DOCUMENT…\n";
    return 2;
  }
  const auto tell = [](const Diagnostic& d) { std::cerr << to_string(d.location) << ": " << d.message << '\n'; };
  const std::vector<std::filesystem::path> files{arguments[1]};
  const ontology::Ontology ontology = ontology::read_ontology(files, tell);

  ingest::DocumentStream documents(std::vector<std::filesystem::path>(arguments + 2, arguments + count), {.date = {}, .source = {}, .diagnostics = tell});
  graph::Builder builder;
  ingest::Pipeline(ontology, {}).run(documents, builder);
  const graph::Store store = builder.build();

  for (const graph::Fact& fact : graph::find_facts(store))
    std::cout << display_name(store, fact.subject) << " | " << display_name(store, fact.predicate) << " | " << display_name(store, fact.object)
              << " | " << fact.factuality << '\n';
  return 0;
} catch (const dossier::Error& error) {
  std::cerr << to_string(error.location()) << ": " << error.what() << '\n';
  return 3;
}

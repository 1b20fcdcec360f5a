// Opens RDF in any syntax and prints its ten most important nodes by PageRank: the graph room without any documents.
//
//   importance FILE.ttl
#include <iostream>

#include "graph/error/error.h"
#include "graph/query/facts.h"
#include "graph/rdf/reader.h"
#include "graph/store/builder.h"
#include "graph/view/algorithms.h"

int main(int count, char** arguments) try {
  using namespace dossier::graph;
  if (count != 2) {
    std::cerr << "usage: importance FILE.ttl\n";
    return 2;
  }
  ReadOptions options;
  options.syntax = syntax_of(arguments[1]).value_or(Syntax::turtle);
  Builder builder;
  read_rdf_file(arguments[1], options, builder);
  const Store store = builder.build();

  std::size_t shown = 0;
  for (const auto& [vertex, rank] : page_rank(store, {.undirected = true})) {
    std::cout << rank << "  " << display_name(store, vertex) << '\n';
    if (++shown == 10) break;
  }
  return 0;
} catch (const dossier::Error& error) {
  std::cerr << to_string(error.location()) << ": " << error.what() << '\n';
  return 3;
}

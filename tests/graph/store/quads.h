/// Quads to test stores with.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "graph/store/builder.h"
#include "graph/term/term.h"
#include "tests/graph/file/folder.h"

namespace dossier::graph::test {

/// A quad that owns its text.
struct OwnedQuad {
  Term subject, predicate, object;
  std::optional<Term> graph;

  auto operator<=>(const OwnedQuad&) const = default;
  [[nodiscard]] QuadView view() const {
    QuadView quad{subject, predicate, object, std::nullopt};
    if (graph) quad.graph = TermView(*graph);
    return quad;
  }
};

/// A position of a pattern that is not bound.
inline constexpr std::nullopt_t any = std::nullopt;

inline Term iri(const std::string& name) { return Iri{"https://example.org/" + name}; }

/// How random quads come about; small numbers make them meet often.
struct Recipe {
  std::uint32_t seed = 1;
  int quads = 300, subjects = 12, predicates = 5, graphs = 4;
};

/// Some of everything: IRIs, blank nodes and all sorts of literals; the default graph and named ones; repetitions.
inline std::vector<OwnedQuad> random_quads(const Recipe& recipe) {
  std::mt19937 random(recipe.seed);
  const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  const auto resource = [&]() -> Term {
    const int number = below(recipe.subjects);
    return number % 4 == 3 ? Term(BlankNode{"b" + std::to_string(number)}) : iri("thing/" + std::to_string(number));
  };
  const auto literal = [&]() -> Term {
    const std::string text = std::to_string(below(recipe.subjects));
    switch (below(4)) {
      case 0:
        return Literal(text);
      case 1:
        return Literal::tagged(text, below(2) == 0 ? "en" : "ko");
      case 2:
        return Literal::typed(text, "http://www.w3.org/2001/XMLSchema#integer");
      default:
        return Literal(text + " and more, \xED\x95\x9C\xEA\xB5\xAD");
    }
  };
  std::vector<OwnedQuad> quads;
  for (int i = 0; i < recipe.quads; ++i) {
    OwnedQuad quad{
        resource(), iri("p" + std::to_string(below(recipe.predicates))), below(2) == 0 ? resource() : literal(), {}};
    const int graph = below(recipe.graphs);
    if (graph == 1) quad.graph = BlankNode{"graph"};
    if (graph > 1) quad.graph = iri("document/" + std::to_string(graph));
    quads.push_back(std::move(quad));
  }
  return quads;
}

inline Store store_of(const std::vector<OwnedQuad>& quads) {
  Builder builder;
  builder.prefix("ex", "https://example.org/");
  for (const OwnedQuad& quad : quads) builder.quad(quad.view());
  return builder.build();
}

inline OwnedQuad owned(const Store& store, const Quad& quad) {
  OwnedQuad result{store.term(quad.subject).own(), store.term(quad.predicate).own(), store.term(quad.object).own(), {}};
  if (quad.graph != no_term) result.graph = store.term(quad.graph).own();
  return result;
}

inline std::vector<OwnedQuad> owned(const Store& store, const Matches& matches) {
  std::vector<OwnedQuad> quads;
  for (const Quad& quad : matches) quads.push_back(owned(store, quad));
  return quads;
}

inline std::vector<OwnedQuad> sorted_set(std::vector<OwnedQuad> quads) {
  std::ranges::sort(quads);
  const auto repeated = std::ranges::unique(quads);
  quads.erase(repeated.begin(), repeated.end());
  return quads;
}

}  // namespace dossier::graph::test

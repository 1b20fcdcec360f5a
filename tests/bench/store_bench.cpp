// How fast a store is built, saved, opened and asked, and how large it is.
// store_bench [millions of quads = 1] [folder for the file = the system's temporary one]
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>

#include "graph/store/builder.h"
#include "graph/store/kg_file.h"
#include "graph/view/algorithms.h"

using namespace dossier::graph;
namespace fs = std::filesystem;

namespace {

/// Time on the wall and on the processors: on a busy machine only the second says much.
struct Time {
  double wall = 0, processor = 0;
};

Time now() {
  const auto wall = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double>(wall).count(), static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
}

double peak_mebibytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void row(const char* what, Time start, std::size_t count, const char* unit) {
  const Time end = now();
  const double wall = end.wall - start.wall;
  std::printf("%-32s %8.3f s %8.3f s cpu %13.0f %s/s\n", what, wall, end.processor - start.processor,
              static_cast<double>(count) / wall, unit);
}

/// Documents as Dossier writes them: a graph each, facts with evidence, entities that many documents share.
class Synthetic {
 public:
  explicit Synthetic(std::size_t quads) : quads_(quads) {}

  void send(QuadSink& sink) {
    std::size_t sent = 0;
    for (std::size_t document = 0; sent < quads_; ++document) {
      const std::string graph = "https://w3id.org/dossier/id/document/" + std::to_string(document);
      for (std::size_t fact = 0; fact < 40 && sent < quads_; ++fact) sent += send_fact(sink, graph, fact);
    }
  }

 private:
  std::size_t send_fact(QuadSink& sink, const std::string& graph, std::size_t fact) {
    static const std::string terms = "https://w3id.org/dossier/public-affairs#";
    const std::string node = graph + "/fact/" + std::to_string(fact);
    const std::string subject = entity(), object = entity();
    const std::string relation = terms + "relation" + std::to_string(random_() % 35);
    const std::string quote =
        "The sentence number " + std::to_string(random_() % 1000) + " says so of " + subject.substr(36);
    const std::string start = std::to_string(random_() % 20'000);
    const auto say = [&](const std::string& s, const std::string& p, TermView o) {
      sink.quad({TermView::iri(s), TermView::iri(p), o, TermView::iri(graph)});
    };
    say(subject, relation, TermView::iri(object));
    say(node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", TermView::iri(terms + "Fact"));
    say(node, terms + "subject", TermView::iri(subject));
    say(node, terms + "object", TermView::iri(object));
    say(node, terms + "predicate", TermView::iri(relation));
    say(node, terms + "factuality", TermView::iri(terms + "occurred"));
    say(node, terms + "exact", TermView::tagged(quote, "en"));
    say(node, terms + "byteStart", TermView::typed(start, "http://www.w3.org/2001/XMLSchema#integer"));
    return 8;
  }

  /// Few entities are named often, many seldom.
  std::string entity() {
    const std::size_t most = quads_ / 20 + 10;
    const double u = std::uniform_real_distribution<>(0, 1)(random_);
    return "https://w3id.org/dossier/id/person/" +
           std::to_string(static_cast<std::size_t>(u * u * u * static_cast<double>(most)));
  }

  std::size_t quads_;
  std::mt19937 random_{1};
};

void ask(const Store& store) {
  std::mt19937 random(2);
  const std::size_t rounds = 1'000'000;
  std::vector<Quad> samples;
  for (std::size_t i = 0; i < rounds; ++i) samples.push_back(store.quads()[random() % store.size()]);
  const auto time = [&](const char* what, auto pattern_of) {
    const auto start = now();
    std::size_t found = 0;
    for (const Quad& quad : samples) {
      const Matches matches = store.match(pattern_of(quad));
      found += matches.size() + number_of(matches[0].object);
    }
    row(what, start, rounds, "patterns");
    if (found == 0) std::abort();
  };
  const std::optional<TermId> any;
  time("  match (s ? ? ?), first quad", [&](const Quad& q) { return Pattern{q.subject, any, any, any}; });
  time("  match (s p ? ?), first quad", [&](const Quad& q) { return Pattern{q.subject, q.predicate, any, any}; });
  time("  match (? p o ?), first quad", [&](const Quad& q) { return Pattern{any, q.predicate, q.object, any}; });
  time("  match (? ? o ?), first quad", [&](const Quad& q) { return Pattern{any, any, q.object, any}; });
  time("  match (? p ? g), first quad", [&](const Quad& q) { return Pattern{any, q.predicate, any, q.graph}; });
  time("  match (s p o g), first quad", [&](const Quad& q) {
    return Pattern{q.subject, q.predicate, q.object, q.graph};
  });
  auto start = now();
  std::size_t found = 0;
  for (const Quad& quad : samples) found += store.find(store.term(quad.object)).has_value() ? 1 : 0;
  row("  find a term", start, found, "terms");
  for (const auto& [what, pattern] :
       {std::pair{"  scan all", Pattern{}},
        std::pair{"  scan (? p ? ?)", Pattern{any, store.predicate_counts().front().term, any, any}}}) {
    start = now();
    std::size_t sum = 0;
    for (const Quad& quad : store.match(pattern)) sum += number_of(quad.object) ^ number_of(quad.subject);
    row(what, start, store.match(pattern).size() + sum % 2, "quads");
  }
}

void walk(const Store& store) {
  auto start = now();
  const auto ranks = page_rank(store, {.undirected = true});
  row("  page rank, undirected", start, ranks.size(), "vertices");
  start = now();
  const auto components = connected_components(store);
  row("  connected components", start, ranks.size(), "vertices");
  start = now();
  const auto path = shortest_path(store, ranks[0].first, ranks.back().first, {.undirected = true});
  row("  shortest path", start, path ? path->size() : 0, "steps");
}

}  // namespace

int main(int argc, char** argv) {
  const auto quads = static_cast<std::size_t>(1e6 * (argc > 1 ? std::atof(argv[1]) : 1.0));
  const fs::path folder = argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path();
  const fs::path file = folder / ("store_bench." + std::to_string(::getpid()) + ".kg");

  auto start = now();
  struct Nothing final : QuadSink {
    void quad(const QuadView&) override {}
  } nothing;
  Synthetic(quads).send(nothing);
  row("(make up the quads)", start, quads, "quads");

  Builder builder;
  start = now();
  Synthetic(quads).send(builder);
  row("add, with making them up", start, quads, "quads");
  start = now();
  const Store store = builder.build();
  row("build", start, quads, "quads");
  const double peak = peak_mebibytes();
  start = now();
  save(store, file);
  row("save, with fsync", start, store.size(), "quads");
  start = now();
  const Store opened = open_store(file);
  row("open, everything verified", start, store.size(), "quads");
  ask(opened);
  walk(opened);

  start = now();
  Builder again;
  again.add(opened, std::vector{opened.graphs().front()});
  const Store fewer = again.build();
  row("remove one document", start, fewer.size(), "quads");

  const auto bytes = static_cast<double>(fs::file_size(file));
  const auto text = static_cast<double>(store.columns().text.size());
  const auto n = static_cast<double>(store.size());
  std::printf("quads %zu, terms %zu, graphs %zu\n", store.size(), store.term_count(), store.graphs().size());
  std::printf(
      "file %.1f bytes a quad: %.1f of them terms' text, %.1f the rest; peak memory while building %.0f MiB (%.0f "
      "bytes a quad)\n",
      bytes / n, text / n, (bytes - text) / n, peak, peak * 1048576 / n);
  fs::remove(file);
}

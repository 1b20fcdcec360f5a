// Documents to a graph, measured: corpus_bench ONTOLOGY INPUT [THREADS]
//
// Prints documents/s, MB/s of uncompressed text, words/s and peak memory for reading alone (into a sink that forgets)
// and for the whole way to a sorted store.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "graph/error/error.h"
#include "graph/store/builder.h"
#include "ingest/pipeline.h"

namespace {

struct Forget : dossier::graph::QuadSink {
  std::uint64_t quads = 0;
  void quad(const dossier::graph::QuadView& quad) override {
    (void)quad;
    ++quads;
  }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peak_mebibytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

int main(int count, char** arguments) try {
  using namespace dossier;
  if (count < 3) {
    std::fprintf(stderr, "usage: corpus_bench ONTOLOGY INPUT [THREADS]\n");
    return 2;
  }
  const std::vector<std::filesystem::path> files{arguments[1]};
  const ontology::Ontology ontology = ontology::read_ontology(files, {});
  ingest::PipelineOptions options;
  options.threads = count > 3 ? static_cast<unsigned>(std::atoi(arguments[3])) : 2;
  const ingest::Pipeline pipeline(ontology, options);

  std::uint64_t bytes = 0;
  ingest::DocumentStream sizes({arguments[2]}, {});
  while (const auto document = sizes.next()) bytes += document->text.size();

  std::printf("%-28s %10s %10s %8s %12s %10s\n", "", "documents", "doc/s", "MB/s", "words/s", "peak MiB");
  const auto row = [&](const char* name, const ingest::Summary& summary, double seconds) {
    std::printf("%-28s %10llu %10.0f %8.2f %12.0f %10.0f\n", name, static_cast<unsigned long long>(summary.documents),
                static_cast<double>(summary.documents) / seconds, static_cast<double>(bytes) / seconds / 1e6, static_cast<double>(summary.words) / seconds,
                peak_mebibytes());
  };
  {
    ingest::DocumentStream documents({arguments[2]}, {});
    Forget forget;
    const auto start = std::chrono::steady_clock::now();
    const ingest::Summary summary = pipeline.run(documents, forget);
    row("reading", summary, seconds_since(start));
  }
  {
    ingest::DocumentStream documents({arguments[2]}, {});
    graph::Builder builder;
    const auto start = std::chrono::steady_clock::now();
    const ingest::Summary summary = pipeline.run(documents, builder);
    const graph::Store store = builder.build();
    row("reading, recording, sorting", summary, seconds_since(start));
    std::printf("%zu quads of %zu terms\n", store.size(), store.term_count());
  }
  return 0;
} catch (const dossier::Error& error) {
  std::fprintf(stderr, "%s: %s\n", to_string(error.location()).c_str(), error.what());
  return 3;
}

// How fast RDF text is read, beside rapper on the same file in the same minute: rdf_bench FILE [rounds = 3]
//
// Both parse the whole file and forget it; the two take turns, and the best round of each counts. Raptor parses for
// us, too: the ratio is what our checks before it and the way from it to a sink cost. Without rapper it is left out.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "graph/error/error.h"
#include "graph/rdf/reader.h"

using namespace dossier::graph;

namespace {

struct Forget final : QuadSink {
  void quad(const QuadView& /*quad*/) override {}
};

template <typename Work>
double seconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// In single quotes, as sh reads them.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

int main(int count, char** arguments) try {
  const std::filesystem::path file = count > 1 ? arguments[1] : "";
  const auto syntax = syntax_of(file);
  if (!syntax || file.extension() == ".gz") {
    std::fprintf(stderr, "usage: rdf_bench FILE.ttl|.trig|.nt|.nq|.rdf [ROUNDS]\n");
    return 2;
  }
  const int rounds = count > 2 ? std::max(std::atoi(arguments[2]), 1) : 3;
  const std::string rapper = "rapper -q -c -i " + std::string(name_of(*syntax)) + ' ' + quoted(file.string()) + " >/dev/null 2>&1";
  const bool has_rapper = std::system("command -v rapper >/dev/null") == 0;

  double ours = 1e9, theirs = 1e9;
  std::uint64_t quads = 0;
  for (int round = 0; round < rounds; ++round) {
    ReadOptions options;
    options.syntax = *syntax;
    Forget forget;
    ours = std::min(ours, seconds([&] { quads = read_rdf_file(file, options, forget); }));
    if (has_rapper) theirs = std::min(theirs, seconds([&] {
        if (std::system(rapper.c_str()) != 0) std::fprintf(stderr, "rapper does not accept %s\n", file.c_str());
      }));
  }
  const double megabytes = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
  const auto row = [&](const char* who, double time) {
    std::printf("%-8s %8.3f s %12.0f quads/s %8.1f MB/s\n", who, time, static_cast<double>(quads) / time, megabytes / time);
  };
  row("dossier", ours);
  if (has_rapper) {
    row("rapper", theirs);
    std::printf("dossier takes %.2f times as long as rapper\n", ours / theirs);
  } else {
    std::printf("rapper   skipped: it is not here (raptor2-utils)\n");
  }
  return 0;
} catch (const dossier::Error& error) {
  std::fprintf(stderr, "%s: %s\n", to_string(error.location()).c_str(), error.what());
  return 3;
}

// dossier-train: makes the language models from their data.
#include <malloc.h>

#include <cstdio>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "graph/error/error.h"
#include "graph/file/output_file.h"
#include "ingest/language/training/recipe.h"

namespace {

int run(int argc, char** argv) {
  using namespace dossier;
  CLI::App app{"Trains Dossier's English models: boundaries, tags, lemmas, names and trees.", "dossier-train"};
  std::filesystem::path shared = "../shared", own = DOSSIER_LANGUAGE_SOURCES, out;
  bool smoke = false, quiet = false;
  std::uint64_t seed = 1;
  std::optional<std::uint32_t> teachers, rounds;
  app.add_option("--shared", shared, "folder with data/ (treebanks, names, gazetteers) and corpus/")->capture_default_str();
  app.add_option("--own", own, "folder with annotated/ and name_lists/")->capture_default_str();
  app.add_option("-o,--output", out, "the model file to write")->required();
  app.add_option("--seed", seed, "another seed gives another model")->capture_default_str();
  app.add_option("--teachers", teachers, "networks that teach the one that is kept; 0 for none");
  app.add_option("--rounds", rounds, "how often the network that is kept sees its sentences");
  app.add_flag("--smoke", smoke, "all steps in a minute, on a sliver of the data: the model is of no use");
  app.add_flag("-q,--quiet", quiet, "do not say what is being done");
  app.footer("All of it takes about three quarters of an hour on two cores.\n");
  CLI11_PARSE(app, argc, argv);
  const auto log = std::make_shared<spdlog::logger>("dossier-train", std::make_shared<spdlog::sinks::stderr_color_sink_st>());
  log->set_pattern("%H:%M:%S %v");
  try {
    auto recipe = smoke ? ingest::training::smoke_recipe() : ingest::training::full_recipe();
    recipe.data.shared = shared;
    recipe.data.own = own;
    recipe.seed = seed;
    recipe.teachers = teachers.value_or(recipe.teachers);
    recipe.student_fit.rounds = rounds.value_or(recipe.student_fit.rounds);
    if (!quiet) recipe.report = [&log](const std::string& line) { log->info(line); };
    graph::OutputFile file(out);
    file.stream() << ingest::training::train(recipe);
    file.commit();
    return 0;
  } catch (const Error& error) {
    log->error("{}", error.what());
    return error.kind() == ErrorKind::io ? 4 : 3;
  }
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // A step's matrices come and go: memory that is given back each time costs a twentieth of the whole time.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "dossier-train: error: %s\n", fault.what());
    return 70;
  }
}

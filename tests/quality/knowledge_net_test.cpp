// What `dossier learn` makes of KnowledgeNet (F. Mesquita et al., EMNLP 2019), each fold read with what the two others teach.
// The threshold is a little below what is reached, which stands in docs/quality.md.
#include <boost/test/unit_test.hpp>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tests/quality/learn_and_read.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(knowledge_net) {
  const fs::path file = fs::path(DOSSIER_SHARED) / "benchmarks/knowledgenet/folds-1-3.jsonl";
  if (!fs::exists(file)) {
    std::cout << "skipped: KnowledgeNet is not here\n";
    return;
  }
  // its own folds, which keep a document's passages together
  std::string pattern = (fs::temp_directory_path() / "dossier-kn.XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  std::array<std::vector<LabelledText>, 3> folds;
  for (std::size_t f = 0; f < folds.size(); ++f) {
    const fs::path part = fs::path(pattern) / (std::to_string(f + 1) + ".jsonl");
    std::ofstream out(part);
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
      if (line.find("\"fold\": " + std::to_string(f + 1) + ",") != std::string::npos) out << line << '\n';
    out.close();
    const fs::path files[] = {part};
    folds[f] = read_labelled(files);
    BOOST_REQUIRE(folds[f].size() > 1000u);
  }
  fs::remove_all(pattern);
  Agreement all;
  std::map<std::string, Agreement> by_property;
  for (std::size_t f = 0; f < folds.size(); ++f) {
    std::vector<LabelledText> train;
    for (std::size_t g = 0; g < folds.size(); ++g)
      if (g != f) train.insert(train.end(), folds[g].begin(), folds[g].end());
    all += learn_and_read(train, folds[f], by_property);
  }
  for (const auto& [property, agreement] : by_property) print(property, agreement);
  print("KnowledgeNet", all);
  BOOST_CHECK_GE(all.f1(), 0.735);
}

// What `dossier learn` makes of Text2KGBench (N. Mihindukulasooriya et al., ISWC 2023): taught by the training sentences, it reads the
// validation sentences that are not among them. All that is read counts, not only relations that the labels have.
// The threshold is a little below what is reached, which stands in docs/quality.md.
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>

#include "tests/quality/learn_and_read.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(text2kgbench) {
  const fs::path folder = fs::path(DOSSIER_SHARED) / "benchmarks/text2kgbench/wikidata_tekgen";
  if (!fs::exists(folder / "train")) {
    std::cout << "skipped: Text2KGBench is not here\n";
    return;
  }
  Agreement all;
  for (const char* name : {"1_movie", "2_music", "3_sport", "4_book", "5_military", "6_computer", "7_space", "8_politics", "9_nature", "10_culture"}) {
    const fs::path taught[] = {folder / "train" / ("ont_" + std::string(name) + "_train.jsonl")};
    const fs::path asked[] = {folder / "validation" / ("ont_" + std::string(name) + "_validation.jsonl")};
    const std::vector<LabelledText> train = read_labelled(taught);
    std::vector<LabelledText> test = read_labelled(asked);
    std::erase_if(test, [&](const LabelledText& text) { return std::ranges::find(train, text.text, &LabelledText::text) != train.end(); });
    std::map<std::string, Agreement> by_property;
    const Agreement here = learn_and_read(train, test, by_property);
    print(name, here);
    all += here;
  }
  print("Text2KGBench", all);
  BOOST_CHECK_GE(all.f1(), 0.3);
}

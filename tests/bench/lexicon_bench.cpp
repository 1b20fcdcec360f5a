// How fast labels are looked for: lexicon_bench [TEXT-FILE]
//
// Walks from the start of each word of the text, as if no label had been found before; with a file of a few MB the
// numbers are steady to a few per cent.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "ontology/ontology.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

bool is_letter(char c) { return (static_cast<unsigned char>(c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) != 0; }

std::vector<std::size_t> word_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (is_letter(text[at]) && (at == 0 || !is_letter(text[at - 1]))) starts.push_back(at);
  return starts;
}

std::string text_of(int count, char** arguments) {
  if (count > 1) {
    std::ifstream file(arguments[1]);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string text;
  while (text.size() < 4'000'000)
    text +=
        "The cartographer folded her maps while South Korea and the U.S. signed an agreement in Seoul, "
        "and nobody on the quiet quay noticed that the lanterns had burnt through another night. ";
  return text;
}

/// The best of five runs, in millions of starts a second.
void measure(const char* what, const dossier::ontology::Lexicon& lexicon, const std::string& text,
             const std::vector<std::size_t>& starts) {
  double best = 0;
  std::size_t found = 0;
  for (int run = 0; run < 5; ++run) {
    found = 0;
    const Clock::time_point start = Clock::now();
    for (const std::size_t at : starts) found += lexicon.longest(text, at) ? 1 : 0;
    best = std::max(best, static_cast<double>(starts.size()) / seconds_since(start) / 1e6);
  }
  std::cout << what << ": " << starts.size() << " starts, " << found << " found, " << best << " M starts/s\n";
}

}  // namespace

int main(int count, char** arguments) {
  const std::filesystem::path files[] = {dossier::ontology::shipped_ontology()};
  const Clock::time_point start = Clock::now();
  const auto ontology = dossier::ontology::read_ontology(files, {});
  std::cout << "reading the ontology: " << seconds_since(start) * 1e3 << " ms\n";

  const std::string text = text_of(count, arguments);
  const std::vector<std::size_t> all = word_starts(text);
  std::vector<std::size_t> misses;
  for (const std::size_t at : all)
    if (!ontology.lexicon.longest(text, at)) misses.push_back(at);
  measure("every word", ontology.lexicon, text, all);
  measure("misses alone", ontology.lexicon, text, misses);
}

// Reads texts that nobody would write: whatever they are, sentences, trees and names come out well formed, and what is
// written of them as CoNLL-U reads back. Run it from an asan build.
//
// language_fuzz [seconds = 10] [seed = 1] [file…] tampers with the files (or with a few texts of its own); with libFuzzer
// (DOSSIER_LIBFUZZER) it is a target as usual.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error/error.h"
#include "ingest/language/conllu.h"
#include "ingest/language/language_model.h"
#include "ingest/language/treebank.h"
#include "tests/ingest/language/invariants.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

void fail(const std::string& what, const Document& document) {
  std::fprintf(stderr, "language_fuzz: %s\n%s\n", what.c_str(), document.text.c_str());
  std::abort();
}

void check_conllu(const Document& document, const Sentences& sentences) {
  std::ostringstream out;
  write_conllu(document, sentences, out);
  std::istringstream in(out.str());
  try {
    const auto back = read_treebank(in, "conllu");
    if (back.size() != sentences.sentences.size()) fail("other sentences read back", document);
    std::size_t i = 0;
    for (const TreebankSentence& sentence : back)
      for (const TreebankWord& word : sentence.words)
        if (word.form != document.view(sentences.tokens[i++].span)) fail("another form reads back", document);
    if (i != sentences.tokens.size()) fail("other tokens read back", document);
  } catch (const Error& error) {
    fail(to_string(error.location()) + ": " + error.what(), document);
  }
}

void read_one(std::string_view bytes) {
  const Document document = test::paragraph(bytes);
  const Sentences sentences = english().read(document);
  if (const std::string fault = test::first_fault(document, sentences); !fault.empty()) fail(fault, document);
  check_conllu(document, sentences);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  read_one({reinterpret_cast<const char*>(bytes), size});
  return 0;
}

#ifndef DOSSIER_LIBFUZZER
namespace {

std::string tampered(std::string bytes, std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "'", "’", "n't", "'s", "\"", "“", "”", "(", ")", "[", "<", "--", "–", "-", ".", "...", "…", "?!", "U.S.", "Lt. ", "@", "http://", "www.", ".org", "#", "*",
      "$", "%", "5", "1,200.5", "3pm", "\n", "\t", " ", "\xC2\xA0", "\xE2\x80\x8B", "\xC2\xAD", "\xE2\x80\x8D", "\xEF\xB8\x8F", "\xF0\x9F\x91\x8D", "\xCC\x81",
      "\xD8\xB4", "\xE5\x8D\x97", "\xE3\x80\x82", "\xFF", "\xC4\xB0", "_", "|", "/", "\\", "~", "A", "zz"};
  const auto changes = 1 + random() % 8;
  for (unsigned i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    const std::string& piece = pieces[random() % pieces.size()];
    switch (random() % 6) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, 1 + random() % 16);
        break;
      case 2:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 64));
        break;
      case 3:
        for (std::size_t times = random() % 40; times > 0; --times) bytes.insert(at, piece);
        break;
      default:
        bytes.insert(at, piece);
        break;
    }
  }
  return bytes;
}

std::vector<std::string> seeds(int count, char** names) {
  std::vector<std::string> texts;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (!texts.empty()) return texts;
  return {"Norway and Iceland didn't sign the agreement in Oslo on March 3, 2020.",
          "“We cannot,” said Lt. Gen. Kari Nordmann (61), the ministers' aide. See http://example.org/a?b=c or me@example.org!",
          "Vice Minister of Unification Choi Young-joon met the 2019 delegation... 50% of $1,200.5 -- at 3pm; U.S.-led talks: no.",
          "Iceland \xEC\x84\x9C\xEC\x9A\xB8 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xF0\x9F\x87\xB3\xF0\x9F\x87\xB4 e\xCC\x81", " ", "."};
}

}  // namespace

int main(int count, char** arguments) {
  const int seconds = count > 1 ? std::atoi(arguments[1]) : 10;
  std::mt19937 random(count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : 1U);
  const auto texts = seeds(count > 3 ? count - 3 : 0, arguments + 3);
  const std::time_t end = std::time(nullptr) + seconds;
  std::size_t rounds = 0;
  for (; std::time(nullptr) < end; ++rounds) read_one(tampered(texts[random() % texts.size()], random));
  std::printf("%zu inputs\n", rounds);
}
#endif

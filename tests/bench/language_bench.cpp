// How fast English is read: language_bench CORPUS [DOCUMENTS = 300] [MODEL]
//
// One thread, from raw text to trees, names and lemmas, with each instruction set that the processor has, and what share each stage
// takes. Beside it, on the same text in the same minute, two yardsticks: counting words as wc does, and a hash of every token. Their
// ratios to the whole hold on other machines, tokens/s does not. Times are of the processor, the best of three runs.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <optional>
#include <string>

#include "graph/error/error.h"
#include "graph/file/mapped_file.h"
#include "ingest/language/english_model.h"
#include "ingest/language/hashing.h"
#include "ingest/language/language_model.h"
#include "ingest/language/lemmatizer.h"
#include "ingest/language/network.h"
#include "ingest/language/split.h"
#include "ingest/language/tokenizer.h"
#include "ingest/source/document_stream.h"

namespace {

using namespace dossier::ingest;

double processor_seconds() {
  timespec t{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

double best_of_three(const std::function<void()>& work) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const double start = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - start);
  }
  return best;
}

double resident_mebibytes() {
  std::ifstream statm("/proc/self/statm");
  double all = 0, resident = 0;
  statm >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1048576;
}

volatile std::uint64_t kept;  ///< results go here, so that no work is left out

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::vector<Document> documents_of(const char* path, std::size_t count) {
  std::vector<Document> documents;
  DocumentStream stream({path}, {});
  while (documents.size() < count)
    if (auto document = stream.next()) documents.push_back(std::move(*document));
    else break;
  return documents;
}

/// The parts of a model, to be timed one by one.
struct Parts {
  ModelFile file;
  BoundaryModel boundaries;
  Lemmatizer lemmatizer;
  WordTable vocabulary, names;
  Network network;

  explicit Parts(std::string_view bytes)
      : file(bytes, "model"),
        boundaries(file.section("boundaries")),
        lemmatizer(file.section("lemmas")),
        vocabulary(file.array<WordTable::Slot>("vocabulary")),
        names(file.array<WordTable::Slot>("name_lists")),
        network(file) {}
};

struct Batch {
  Features features;
  std::vector<std::uint32_t> lengths;
};

/// Sentences together as LanguageModel reads them.
std::vector<Batch> batches_of(const Parts& parts, const Document& document, const Sentences& split) {
  std::vector<Batch> batches(1);
  for (const Sentence& sentence : split.sentences)
    for (std::uint32_t first = sentence.first; first < sentence.last; first += longest_sentence) {
      const std::uint32_t length = std::min(longest_sentence, sentence.last - first);
      if (!batches.back().lengths.empty() && batches.back().features.size() + length > 256) batches.emplace_back();
      append_features(document.text, std::span(split.tokens).subspan(first, length), parts.vocabulary, parts.names, batches.back().features);
      batches.back().lengths.push_back(length);
    }
  if (batches.back().lengths.empty()) batches.pop_back();
  return batches;
}

void print_stages(const Parts& parts, const std::vector<Document>& documents, double tokens) {
  std::vector<Sentences> split;
  std::vector<Batch> batches;
  std::vector<std::pair<const char*, double>> stages;
  stages.emplace_back("tokens", best_of_three([&] {
    std::vector<Token> some;
    for (const Document& document : documents) {
      some.clear();
      for (const Block& block : document.blocks)
        if (block.kind != BlockKind::meta) tokenize(document.text, block.span, some);
      kept = some.size();
    }
  }));
  const double both = best_of_three([&] {
    split.clear();
    for (const Document& document : documents) split.push_back(split_into_sentences(document, parts.boundaries));
  });
  stages.emplace_back("sentences", both - stages.back().second);
  stages.emplace_back("features", best_of_three([&] {
    batches.clear();
    for (std::size_t d = 0; d < documents.size(); ++d) std::ranges::move(batches_of(parts, documents[d], split[d]), std::back_inserter(batches));
  }));
  NetworkTimes times, best;
  const auto sum = [](const NetworkTimes& t) { return t.embeddings + t.products + t.recurrences + t.scores + t.trees + t.names; };
  NetworkRoom room;
  Reading reading;
  room.times = &times;
  std::vector<Tag> tags;
  for (int run = 0; run < 3; ++run) {
    times = {};
    tags.clear();
    for (const Batch& batch : batches) {
      parts.network.read(batch.features, batch.lengths, room, reading);
      for (const std::uint8_t tag : reading.tags) tags.push_back(static_cast<Tag>(tag));
    }
    if (run == 0 || sum(times) < sum(best)) best = times;
  }
  for (const auto& stage : {std::pair{"network: embeddings", best.embeddings}, {"network: layers, products", best.products}, {"network: layers, recurrence", best.recurrences},
                            {"network: scores", best.scores}, {"network: trees", best.trees}, {"network: names", best.names}})
    stages.push_back(stage);
  stages.emplace_back("lemmas", best_of_three([&] {
    std::string lemma;
    std::size_t at = 0;
    for (std::size_t d = 0; d < documents.size(); ++d)
      for (const Token& token : split[d].tokens) {
        parts.lemmatizer.lemmatize(documents[d].view(token.span), name_of(tags[at++]), lemma);
        kept = lemma.size();
      }
  }));
  double all = 0;
  for (const auto& [name, seconds] : stages) all += seconds;
  std::printf("\n%-30s %12s %8s   (%s)\n", "stage", "ns a token", "share", name_of(best_instructions()));
  for (const auto& [name, seconds] : stages) std::printf("%-30s %12.0f %7.1f%%\n", name, 1e9 * seconds / tokens, 100 * seconds / all);
  std::printf("%-30s %12.0f %12.0f tokens/s\n", "all stages", 1e9 * all / tokens, tokens / all);
}

}  // namespace

int main(int count, char** arguments) try {
  if (count < 2) {
    std::fprintf(stderr, "usage: language_bench CORPUS [DOCUMENTS = 300] [MODEL]\n");
    return 2;
  }
  const std::vector<Document> documents = documents_of(arguments[1], count > 2 ? static_cast<std::size_t>(std::atoll(arguments[2])) : 300);
  std::size_t bytes = 0;
  for (const Document& document : documents) bytes += document.text.size();
  const double before = resident_mebibytes();
  std::optional<dossier::graph::MappedFile> file;
  if (count > 3) file.emplace(arguments[3]);
  const std::string_view model_bytes = file ? file->bytes() : english_model();

  std::vector<Sentences> read;
  {
    const LanguageModel model(model_bytes, "model");
    for (const Document& document : documents) kept = model.read(document).tokens.size();
    std::printf("model: %.1f MB; resident: %.1f MiB with %zu documents (%.1f MB of text), of which reading took %.1f MiB\n",
                static_cast<double>(model.size()) / 1e6, resident_mebibytes(), documents.size(), static_cast<double>(bytes) / 1e6, resident_mebibytes() - before);
    for (const Document& document : documents) read.push_back(model.read(document));
  }
  std::size_t token_count = 0, words = 0;
  for (const Sentences& sentences : read) token_count += sentences.tokens.size();
  const auto tokens = static_cast<double>(token_count);

  const double counting = best_of_three([&] {
    words = 0;
    for (const Document& document : documents) words += words_in(document.text);
    kept = words;
  });
  const double hashing = best_of_three([&] {
    std::uint64_t sum = 0;
    for (std::size_t d = 0; d < documents.size(); ++d)
      for (const Token& token : read[d].tokens) sum += mixed(hash_of(documents[d].view(token.span)));
    kept = sum;
  });
  std::printf("%zu words, %zu tokens\n\n%-30s %12s %12s %14s %14s\n", words, token_count, "", "tokens/s", "ns a token", "× wc -w", "× hash");
  const auto row = [&](const char* name, double seconds) {
    std::printf("%-30s %12.0f %12.1f %14.1f %14.1f\n", name, tokens / seconds, 1e9 * seconds / tokens, seconds / counting, seconds / hashing);
    std::fflush(stdout);
  };
  row("yardstick: words counted", counting);
  row("yardstick: tokens hashed", hashing);
  for (const Instructions instructions : {Instructions::avx512_vnni, Instructions::avx2, Instructions::plain}) {
    if (!has_instructions(instructions)) continue;
    const LanguageModel model(model_bytes, "model", instructions);
    row((std::string("read with ") + name_of(instructions)).c_str(), best_of_three([&] {
      for (const Document& document : documents) kept = model.read(document).tokens.size();
    }));
  }
  print_stages(Parts(model_bytes), documents, tokens);
  return 0;
} catch (const dossier::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 3;
}

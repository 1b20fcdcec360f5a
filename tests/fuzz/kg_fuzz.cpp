// Opens .kg files that were tampered with and then given checksums that fit, and asks them everything: whatever
// open_store accepts must be safe to read. Run it from an asan build.
//
// kg_fuzz [seconds = 10] [seed = 1] tampers by itself; with libFuzzer (DOSSIER_LIBFUZZER) it is a target as usual.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <random>
#include <string>

#include "graph/error/error.h"
#include "graph/store/kg_file.h"
#include "graph/store/kg_layout.h"
#include "graph/view/algorithms.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;

namespace {

std::string with_checksums(std::string bytes) {
  kg::Header header;
  if (bytes.size() < sizeof header) return bytes;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (auto& section : header.table)
    if (section.offset <= bytes.size() && section.size <= bytes.size() - section.offset)
      section.checksum = kg::checksum(bytes.data() + section.offset, section.size);
  header.checksum = kg::checksum(&header, offsetof(kg::Header, checksum));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

std::size_t ask_everything(const Store& store) {
  std::size_t seen = 0;
  for (std::uint32_t id = 1; id <= store.term_count(); ++id)
    seen += store.find(store.term(TermId{id})).has_value() ? 1 : 0;
  for (const Quad& quad : store.quads()) {
    seen += owned(store, quad).predicate.index();
    for (unsigned mask = 0; mask < 16; ++mask) {
      Pattern pattern;
      if ((mask & 8U) != 0) pattern.subject = quad.subject;
      if ((mask & 4U) != 0) pattern.predicate = quad.predicate;
      if ((mask & 2U) != 0) pattern.object = quad.object;
      if ((mask & 1U) != 0) pattern.graph = quad.graph;
      for (const Quad& match : store.match(pattern)) seen += store.term(match.object).text.size();
    }
  }
  Builder builder;
  builder.add(store, store.graphs());
  seen += builder.build().size() + connected_components(store).size() + degrees(store).size();
  return seen + page_rank(store, {.max_rounds = 3, .undirected = true}).size();
}

/// Whether the bytes were accepted.
bool try_bytes(const std::string& bytes) {
  static const MemoryFile file;
  if (!file.write(bytes)) std::abort();
  try {
    const Store store = open_store(file.path());
    static volatile std::size_t sink = 0;
    sink = sink + ask_everything(store);
    return true;
  } catch (const dossier::Error& error) {
    if (error.kind() != dossier::ErrorKind::bad_input) throw;
    return false;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  try_bytes(with_checksums({reinterpret_cast<const char*>(bytes), size}));
  return 0;
}

#ifndef DOSSIER_LIBFUZZER
namespace {

std::string saved(const Recipe& recipe) {
  const TemporaryFolder folder;
  save(store_of(random_quads(recipe)), folder / "a.kg");
  return text_of(folder / "a.kg");
}

/// A few numbers changed: mostly to one nearby, to the largest, or to one that is elsewhere in the file.
std::string tampered(std::string bytes, std::mt19937& random) {
  for (std::size_t changes = 1 + random() % 4; changes > 0; --changes) {
    const std::size_t place = random() % (bytes.size() / 4) * 4;
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + place, 4);
    switch (random() % 5) {
      case 0:
        number += 1;
        break;
      case 1:
        number -= 1;
        break;
      case 2:
        number = 0xFFFFFFFFU;
        break;
      case 3:
        number ^= 1U << random() % 32;
        break;
      default:
        std::memcpy(&number, bytes.data() + random() % (bytes.size() / 4) * 4, 4);
    }
    std::memcpy(bytes.data() + place, &number, 4);
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
  std::mt19937 random(argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 1U);
  const std::string wholes[] = {saved({.quads = 9, .subjects = 4, .predicates = 2, .graphs = 3}),
                                saved({.quads = 30, .subjects = 8, .graphs = 1}), saved({.quads = 0})};
  std::size_t tried = 0, accepted = 0;
  for (const std::time_t end = std::time(nullptr) + seconds; std::time(nullptr) < end; ++tried)
    accepted += try_bytes(with_checksums(tampered(wholes[random() % 3], random))) ? 1 : 0;
  std::printf("%zu files, %zu accepted and read whole\n", tried, accepted);
}
#endif

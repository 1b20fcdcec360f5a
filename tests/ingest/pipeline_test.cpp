#include "ingest/pipeline.h"

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "graph/term/escape.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

/// Keeps every quad as a line.
struct Lines : graph::QuadSink {
  std::string text;
  void quad(const graph::QuadView& quad) override {
    for (const graph::TermView& term : {quad.subject, quad.predicate, quad.object}) {
      graph::append_ntriples(term, text);
      text += ' ';
    }
    if (quad.graph) graph::append_ntriples(*quad.graph, text);
    text += '\n';
  }
};

struct Files {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("dossier-pipeline." + std::to_string(::getpid()));
  Files() {
    std::filesystem::create_directories(folder);
    for (int i = 0; i < 40; ++i)
      std::ofstream(folder / ("note-" + std::to_string(100 + i) + ".txt"))
          << "A note\n2022-01-24\n\nMinister Ana Park of Norway met the President of Peru on December " << (i % 28 + 1)
          << ". Norway will strengthen relations with Peru and Chile.\n";
  }
  ~Files() { std::filesystem::remove_all(folder); }
};

std::string built(const ontology::Ontology& ontology, const std::filesystem::path& folder, unsigned threads, Summary* summary = nullptr) {
  PipelineOptions options;
  options.threads = threads;
  DocumentStream stream({folder}, {});
  Lines lines;
  const Summary made = Pipeline(ontology, options).run(stream, lines);
  if (summary != nullptr) *summary = made;
  return lines.text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(threads_change_nothing) {
  const Files files;
  const std::vector<std::filesystem::path> shipped{std::filesystem::path(DOSSIER_SOURCE) / "ontology/public-affairs"};
  const ontology::Ontology ontology = ontology::read_ontology(shipped, {});
  Summary summary;
  const std::string one = built(ontology, files.folder, 1, &summary);
  BOOST_CHECK_EQUAL(summary.documents, 40U);
  BOOST_CHECK_GT(summary.facts, 80U);
  BOOST_CHECK(one == built(ontology, files.folder, 2));
  BOOST_CHECK(one == built(ontology, files.folder, 7));
}

BOOST_AUTO_TEST_CASE(what_is_planned_is_no_plain_triple) {
  const Files files;
  const std::vector<std::filesystem::path> shipped{std::filesystem::path(DOSSIER_SOURCE) / "ontology/public-affairs"};
  const ontology::Ontology ontology = ontology::read_ontology(shipped, {});
  const std::string text = built(ontology, files.folder, 1);
  BOOST_CHECK(text.find("#Planned>") != std::string::npos);
  BOOST_CHECK(text.find("state/norway> <https://w3id.org/dossier/public-affairs#relationWith>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_name_alone_is_told_apart_by_its_office_or_its_document) {
  const Files files;
  std::ofstream(files.folder / "speech.txt") << "Minister Park met Chancellor Weber in Oslo on May 3, 2019. Peru thanked Mr. Stone for his help. Ana Stone visited Chile.\n";
  const std::vector<std::filesystem::path> shipped{std::filesystem::path(DOSSIER_SOURCE) / "ontology/public-affairs"};
  const std::string text = built(ontology::read_ontology(shipped, {}), files.folder / "speech.txt", 1);
  BOOST_CHECK(text.find("/person/minister.park>") != std::string::npos);
  BOOST_CHECK(text.find("/person/park>") == std::string::npos);
  BOOST_CHECK(text.find("/person/chancellor.weber>") != std::string::npos);
  BOOST_CHECK(text.find("/person/ana-stone>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_event_has_its_type) {
  const Files files;
  std::ofstream(files.folder / "signing.txt") << "Norway and Iceland signed a fisheries agreement in Oslo on May 3, 2019.\n";
  const std::vector<std::filesystem::path> shipped{std::filesystem::path(DOSSIER_SOURCE) / "ontology/public-affairs"};
  const std::string text = built(ontology::read_ontology(shipped, {}), files.folder / "signing.txt", 1);
  BOOST_CHECK(text.find("<https://w3id.org/dossier/public-affairs#eventType> <https://w3id.org/dossier/plover#SUPPORT>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_too_long_for_a_sentence_is_passed_over) {
  const Files files;
  std::ofstream file(files.folder / "long.txt");
  file << "Norway met Iceland. ";
  for (int i = 0; i < 100000; ++i) file << "Peru met Chile and ";
  file << "nobody else. Norway met Sweden.\n";
  file.close();
  const std::vector<std::filesystem::path> shipped{std::filesystem::path(DOSSIER_SOURCE) / "ontology/public-affairs"};
  const std::string text = built(ontology::read_ontology(shipped, {}), files.folder / "long.txt", 1);
  BOOST_CHECK(text.find("state/norway> <https://w3id.org/dossier/public-affairs#met> <https://w3id.org/dossier/id/state/iceland>") != std::string::npos);
  BOOST_CHECK(text.find("state/norway> <https://w3id.org/dossier/public-affairs#met> <https://w3id.org/dossier/id/state/sweden>") != std::string::npos);
  BOOST_CHECK(text.find("state/peru>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_ontology_of_another_world_works_the_same_way) {
  const std::vector<std::filesystem::path> museum{std::filesystem::path(DOSSIER_SOURCE) / "examples/museum/museum.ttl"};
  const ontology::Ontology ontology = ontology::read_ontology(museum, {});
  const std::string text = built(ontology, std::filesystem::path(DOSSIER_SOURCE) / "examples/museum/loans.txt", 1);
  BOOST_CHECK(text.find("<https://example.org/museum#herons> <https://example.org/museum#shownIn> ") != std::string::npos);
}

// Real texts: the gold articles, and all statements of the White House. Both are data beside the project.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <iostream>
#include <map>
#include <sstream>

#include "source_fixture.h"

using namespace dossier::ingest;

namespace {

const std::filesystem::path shared = DOSSIER_SHARED;

bool is_missing(const std::filesystem::path& path) {
  if (std::filesystem::exists(path)) return false;
  std::cout << "skipped: " << path.string() << " is not here\n";
  return true;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(corpus, SourceFixture)

BOOST_AUTO_TEST_CASE(gold_texts_have_their_titles_and_dates) {
  if (is_missing(shared / "gold" / "meta.json")) return;
  std::ostringstream meta;
  meta << std::ifstream(shared / "gold" / "meta.json").rdbuf();
  const auto expected = boost::json::parse(meta.str());
  std::map<std::string, Document> documents;
  for (Document& document : read({shared / "gold" / "texts"})) documents[document.id] = document;
  BOOST_CHECK_EQUAL(documents.size(), expected.as_array().size());
  for (const auto& entry : expected.as_array()) {
    const Document& document = documents.at(std::string(entry.at("doc").as_string()));
    BOOST_CHECK_EQUAL(document.title, std::string(entry.at("title").as_string()));
    BOOST_CHECK_EQUAL(document.date, std::string(entry.at("date").as_string()));
    BOOST_CHECK_EQUAL(fault_of(document), "");
    // The offsets of the annotations are those of the file: nothing may have moved.
    std::ostringstream file;
    file << std::ifstream(document.source).rdbuf();
    BOOST_CHECK(document.text == file.str());
  }
  BOOST_CHECK(told.lines.empty());
}

BOOST_AUTO_TEST_CASE(white_house_statements_are_all_read) {
  const auto path = shared / "corpus" / "white-house.jsonl.gz";
  if (is_missing(path)) return;
  const auto begin = std::chrono::steady_clock::now();
  DocumentStream stream({path}, told.options());
  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::size_t leftovers = 0;
  while (const auto document = stream.next()) {
    ++documents;
    bytes += document->text.size();
    BOOST_REQUIRE_MESSAGE(fault_of(*document).empty(), document->source << ": " << fault_of(*document));
    BOOST_CHECK_MESSAGE(!document->title.empty() && document->date.size() == 10, document->source);
    for (const char* mark : {"**", "](http", "</", "\n#"})
      leftovers += document->text.find(mark) != std::string::npos ? 1 : 0;
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << documents << " documents, " << bytes << " bytes of text, " << seconds.count() << " s\n";
  BOOST_CHECK_EQUAL(documents, 6841U);
  BOOST_CHECK_EQUAL(stream.failed(), 0U);
  BOOST_CHECK_LT(leftovers, 10U);
}

BOOST_AUTO_TEST_SUITE_END()

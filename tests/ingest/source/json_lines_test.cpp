#include "ingest/source/json_lines.h"

#include <boost/test/unit_test.hpp>

#include "source_fixture.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

struct JsonLines : Told {
  std::optional<Document> read(std::string_view line) { return read_record(line, {"n.jsonl", 7, 0}, options()); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(json_lines, JsonLines)

BOOST_AUTO_TEST_CASE(reads_a_record) {
  const auto document = read(
      R"({"id":"a","title":"The visit","date":"2022-01-24T10:00:00Z","url":"https://example.org/a","language":"fr",)"
      R"("extra":[1,{"x":null}],"text":"The visit\nHe went.\nHe came back."})");
  BOOST_REQUIRE(document);
  BOOST_CHECK_EQUAL(document->id, "a");
  BOOST_CHECK_EQUAL(document->source, "n.jsonl:7");
  BOOST_CHECK_EQUAL(document->title, "The visit");
  BOOST_CHECK_EQUAL(document->date, "2022-01-24");
  BOOST_CHECK_EQUAL(document->url, "https://example.org/a");
  BOOST_CHECK_EQUAL(document->language, "fr");
  BOOST_CHECK_EQUAL(blocks_of(*document), "T: The visit\nP: He went.\nP: He came back.\n");
  BOOST_CHECK(lines.empty());
}

BOOST_AUTO_TEST_CASE(fields_may_be_missing_null_or_numbers) {
  const auto document = read(R"({"id":17,"title":null,"date":null,"url":null,"body":"He went."})");
  BOOST_REQUIRE(document);
  BOOST_CHECK_EQUAL(document->id, "17");
  BOOST_CHECK_EQUAL(document->title, "");
  BOOST_CHECK_EQUAL(document->language, "en");
  BOOST_CHECK_EQUAL(read(R"({"content":"x y."})")->text, "x y.");
}

BOOST_AUTO_TEST_CASE(plain_text_of_records_is_left_as_it_is) {
  BOOST_CHECK_EQUAL(read(R"({"text":"He  went.\r\n\r\nCafe\u0301.\u0000"})")->text, "He  went.\n\nCafé. ");
}

BOOST_AUTO_TEST_CASE(markdown_of_records_is_rendered) {
  BOOST_CHECK_EQUAL(blocks_of(*read(R"({"text":"## Safe\n-   **One** -   [Two](x)\nHe went."})")),
                    "H: Safe\nI: One\nI: Two\nP: He went.\n");
}

BOOST_AUTO_TEST_CASE(faults_are_told_with_their_place) {
  BOOST_CHECK(!read(R"({"é": nul, "text": "x"})"));
  BOOST_CHECK_MESSAGE(has("error n.jsonl:7:7: not JSON"), lines.back());
  BOOST_CHECK(!read("{\"text\": \"\xFF\"}"));
  BOOST_CHECK_MESSAGE(has("error n.jsonl:7:11: not JSON"), lines.back());
  BOOST_CHECK(!read(R"({"text":"a"} {"text":"b"})"));
  BOOST_CHECK_MESSAGE(has("text after the end of the record"), lines.back());
  BOOST_CHECK(!read("[1]"));
  BOOST_CHECK(has("not a JSON object"));
  BOOST_CHECK(!read(R"({"title":"x"})"));
  BOOST_CHECK(has("the record has no \"text\""));
  BOOST_CHECK(!read(R"({"text":" \n "})"));
  BOOST_CHECK(has("the record has no text"));
  BOOST_CHECK(!read("{" + std::string(100'000, '[')));
  BOOST_CHECK(!read(R"({"text":)" + std::string(100'000, '[')));
}

BOOST_AUTO_TEST_CASE(a_title_is_read_where_the_text_is_all_pictures) {
  const auto document = read(R"({"title":"Memo","text":"<figure> <img src=\"x\" /> </figure>"})");
  BOOST_REQUIRE(document);
  BOOST_CHECK_EQUAL(blocks_of(*document), "T: Memo\n");
  BOOST_CHECK(has("only its title is read"));
}

BOOST_AUTO_TEST_CASE(a_date_that_is_not_understood_is_told) {
  BOOST_CHECK_EQUAL(read(R"({"date":"last week","text":"He went."})")->date, "");
  BOOST_CHECK(has("the date \"last week\" is not understood"));
}

BOOST_AUTO_TEST_CASE(knows_json_over_several_lines) {
  for (const char* line : {"{", "[", "[{\"a\": 1},", "  {\"a\":"}) BOOST_CHECK_MESSAGE(begins_longer_json(line), line);
  for (const char* line : {"{}", "{\"text\": 1}", "{,", "text", ""})
    BOOST_CHECK_MESSAGE(!begins_longer_json(line), line);
}

BOOST_AUTO_TEST_SUITE_END()

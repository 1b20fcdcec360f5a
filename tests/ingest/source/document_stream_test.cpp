#include "ingest/source/document_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "source_fixture.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

struct Stream : SourceFixture {
  /// Reads `bytes` as standard input.
  std::vector<Document> read_standard_input(std::string_view bytes, const std::string& source = {}) {
    const auto path = write("stdin", bytes);
    const int kept = ::dup(STDIN_FILENO);
    const int file = ::open(path.c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    SourceOptions options = told.options();
    options.source = source;
    auto documents = read({"-"}, std::move(options));
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
    ::close(file);
    return documents;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_stream, Stream)

BOOST_AUTO_TEST_CASE(reads_every_kind_in_order) {
  const auto documents = read({write("b.txt", "Title\nJan 24, 2022\nHe went."), write("a.md", "# M\n\nText."),
                               write("c.html", "<h1>H</h1><p>Text."),
                               write("d.jsonl", "{\"text\":\"One.\"}\n\n{\"id\":\"x\",\"text\":\"Two.\"}\n"),
                               write("e.txt.gz", gzipped("Packed text."))});
  std::string seen;
  for (const Document& document : documents) {
    BOOST_CHECK_EQUAL(fault_of(document), "");
    seen += document.id + '|' + document.title + '|' + document.date + '\n';
  }
  BOOST_CHECK_EQUAL(seen, "b|Title|2022-01-24\na|M|\nc|H|\nd-1||\nx||\ne||\n");
  BOOST_CHECK_EQUAL(documents[4].source, (folder / "d.jsonl").string() + ":3");
  BOOST_CHECK_EQUAL(failed, 0U);
  BOOST_CHECK(told.lines.empty());
}

BOOST_AUTO_TEST_CASE(encodings_are_told) {
  const auto documents = read({write("a.txt", "The president\x92s visit to the caf\xE9.")});
  BOOST_REQUIRE_EQUAL(documents.size(), 1U);
  BOOST_CHECK_EQUAL(documents[0].text, "The president’s visit to the café.");
  BOOST_CHECK(told.has("is not UTF-8; read as windows-1252 (confidence "));
}

BOOST_AUTO_TEST_CASE(broken_places_are_told_once) {
  const auto documents = read({write("a.txt", "Élysée Müller Łódź Çağrı ñandú\r\nnaïve \xE2\x82 and \xC3 here")});
  BOOST_REQUIRE_EQUAL(documents.size(), 1U);
  BOOST_REQUIRE_EQUAL(told.lines.size(), 1U);
  BOOST_CHECK_EQUAL(told.lines[0],
                    "warning " + (folder / "a.txt").string() +
                        ":2:7: has 2 places that cannot be read as UTF-8, the first of them here; replaced by U+FFFD");
}

BOOST_AUTO_TEST_CASE(an_html_page_says_its_encoding) {
  const auto documents = read({write("a.html", "<meta charset=euc-kr><p>\xBF\xDC\xB1\xB3\xBA\xCE")});
  BOOST_REQUIRE_EQUAL(documents.size(), 1U);
  BOOST_CHECK_EQUAL(documents[0].text, "외교부");
  BOOST_CHECK(told.lines.empty());
}

BOOST_AUTO_TEST_CASE(what_is_not_text_is_refused) {
  const auto documents = read({write("a.txt", "%PDF-1.7 ..."), write("b.txt", "PK\x03\x04 ..."),
                               write("c.txt", std::string("text\0with\0NULs in it", 20)), write("d.txt", ""),
                               write("e.txt", " \r\n\f\n"), write("f.md", "---\ntitle: x\n---\n"),
                               write("g.html", "<script>x</script>"), write("h.txt", "Good text.")});
  BOOST_REQUIRE_EQUAL(documents.size(), 1U);
  BOOST_CHECK_EQUAL(documents[0].id, "h");
  BOOST_CHECK_EQUAL(failed, 7U);
  BOOST_CHECK(told.has("a.txt: is a PDF file, which Dossier does not read yet"));
  BOOST_CHECK(told.has("c.txt: is not text"));
  for (const char* name : {"d.txt", "e.txt", "f.md", "g.html"})
    BOOST_CHECK(told.has(std::string(name) + ": has no text"));
}

BOOST_AUTO_TEST_CASE(bad_records_are_counted_and_skipped) {
  const auto documents = read({write(
      "a.jsonl", "\xEF\xBB\xBF{\"text\":\"One.\"}\n{\"text\": oops}\n{\"text\":\"Three.\"}\r\n{\"text\":\"cut")});
  BOOST_CHECK_EQUAL(documents.size(), 2U);
  BOOST_CHECK_EQUAL(failed, 2U);
  BOOST_CHECK(told.has("a.jsonl:2:10: not JSON"));
  BOOST_CHECK(told.has("a.jsonl:4:"));
}

BOOST_AUTO_TEST_CASE(one_json_value_is_not_json_lines) {
  const auto documents = read({write("a.jsonl", "[\n{\"text\": \"x\"},\n{\"text\": \"y\"}\n]\n")});
  BOOST_CHECK(documents.empty());
  BOOST_CHECK_EQUAL(failed, 1U);
  BOOST_CHECK(told.has("a.jsonl:1: holds one JSON value over several lines"));
}

BOOST_AUTO_TEST_CASE(ids_are_unique) {
  const auto documents = read(
      {write(
           "a.jsonl",
           "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}\n{\"id\":\"x-2\",\"text\":\"Three.\"}"),
       write("x.txt", "Four.")});
  std::string ids;
  for (const Document& document : documents) ids += document.id + ' ';
  BOOST_CHECK_EQUAL(ids, "x x-2 x-2-2 x-3 ");
  BOOST_CHECK(
      told.has("note " + (folder / "a.jsonl").string() + ":2: the id \"x\" is taken; this document is \"x-2\""));
}

BOOST_AUTO_TEST_CASE(truncated_gzip_is_told_after_its_records) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "{\"text\":\"Record number " + std::to_string(i * 7919 % 10007) + ".\"}\n";
  const std::string packed = gzipped(text);
  const auto documents = read({write("a.jsonl.gz", packed.substr(0, packed.size() / 2)),
                               write("b.txt.gz", packed.substr(0, packed.size() / 2))});
  BOOST_CHECK_GT(documents.size(), 1000U);
  BOOST_CHECK_LT(documents.size(), 20'000U);
  BOOST_CHECK_EQUAL(failed, 2U);
  BOOST_CHECK(told.has("a.jsonl.gz: is truncated"));
  BOOST_CHECK(told.has("b.txt.gz: is truncated"));
}

BOOST_AUTO_TEST_CASE(what_is_too_large_is_skipped) {
  SourceOptions options = told.options();
  options.largest_document = 1000;
  const std::string large(2000, 'x');
  const auto documents =
      read({write("a.txt", large), write("b.txt.gz", gzipped(large)),
            write("c.jsonl", "{\"text\":\"" + large + "\"}\n{\"text\":\"Good.\"}\n"), write("d.txt", "Good.")},
           std::move(options));
  BOOST_CHECK_EQUAL(documents.size(), 2U);
  BOOST_CHECK_EQUAL(failed, 3U);
  BOOST_CHECK(read({write("p.html", "<p>" + large)},
                   [this] {
                     auto less = told.options();
                     less.largest_document = 4000;
                     return less;
                   }())
                  .empty());
  BOOST_CHECK(told.has("p.html: is larger than 1000 bytes"));
  BOOST_CHECK(told.has("a.txt: is larger than 1000 bytes"));
  BOOST_CHECK(told.has("b.txt.gz: is larger than 1000 bytes"));
  BOOST_CHECK(told.has("c.jsonl:1: the record is larger than 1000 bytes"));
}

BOOST_AUTO_TEST_CASE(a_file_of_a_gigabyte_is_skipped_at_once) {
  const auto path = write("huge.txt", "");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 30U);  // a sparse file
  BOOST_CHECK(read({path}).empty());
  BOOST_CHECK(told.has("is larger than 256 MiB"));
}

BOOST_AUTO_TEST_CASE(standard_input_is_known_by_its_first_bytes) {
  auto documents = read_standard_input("{\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}");
  BOOST_REQUIRE_EQUAL(documents.size(), 2U);
  BOOST_CHECK_EQUAL(documents[0].id, "stdin-1");
  BOOST_CHECK_EQUAL(documents[0].source, "-:1");
  documents = read_standard_input("<!doctype html><title>T</title><p>Text.");
  BOOST_CHECK_EQUAL(documents.at(0).title, "T");
  documents = read_standard_input(gzipped("Title of it\nJan 24, 2022\nText."), "news/a.txt");
  BOOST_CHECK_EQUAL(documents.at(0).date, "2022-01-24");
  BOOST_CHECK_EQUAL(documents.at(0).source, "news/a.txt");
  BOOST_CHECK_EQUAL(documents.at(0).id, "a");
  BOOST_CHECK(read_standard_input("").empty());
  BOOST_CHECK(told.has("-: has no text"));
}

BOOST_AUTO_TEST_CASE(unreadable_files_of_a_folder_are_told) {
  write("a/good.txt", "Good.");
  const auto path = write("a/secret.txt", "Secret.");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  if (::access(path.c_str(), R_OK) == 0) {  // root reads everything; a file that goes away must do
    DocumentStream stream({folder / "a"}, told.options());
    std::filesystem::remove(path);
    while (stream.next()) {
    }
    BOOST_CHECK_EQUAL(stream.failed(), 1U);
    BOOST_CHECK(told.has("secret.txt: no such file"));
    return;
  }
  BOOST_CHECK_EQUAL(read({folder / "a"}).size(), 1U);
  BOOST_CHECK_EQUAL(failed, 1U);
  BOOST_CHECK(told.has("secret.txt: cannot be read: Permission denied"));
}

BOOST_AUTO_TEST_CASE(progress_ends_at_the_whole) {
  DocumentStream stream(
      {write("a.jsonl.gz", gzipped("{\"text\":\"One.\"}\n")), write("b.txt", "Two."), write("c.txt", "%PDF-")},
      told.options());
  BOOST_CHECK_EQUAL(stream.bytes_done(), 0U);
  while (stream.next()) {
  }
  BOOST_CHECK_GT(stream.bytes_total(), 0U);
  BOOST_CHECK_EQUAL(stream.bytes_done(), stream.bytes_total());
}

BOOST_AUTO_TEST_CASE(works_without_a_sink) {
  DocumentStream stream({write("a.txt", "")}, {});
  BOOST_CHECK(!stream.next());
  BOOST_CHECK(!stream.next());
}

BOOST_AUTO_TEST_SUITE_END()

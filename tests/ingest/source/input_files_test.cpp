#include "ingest/source/input_files.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "source_fixture.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

struct InputFiles : SourceFixture {
  std::string ids(const std::vector<std::filesystem::path>& inputs) {
    std::string ids;
    for (const InputFile& file : find_input_files(inputs, told.options())) ids += file.id + ' ';
    return ids;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(input_files, InputFiles)

BOOST_AUTO_TEST_CASE(opens_folders_in_the_order_of_bytes) {
  for (const char* name : {"b.txt", "a/z.md", "B.html", "a.txt", "a/deep/er/x.jsonl", "c.htm.gz", ".hidden.txt",
                           ".git/x.txt", "notes.doc", "t.csv"})
    write(name, "x");
  BOOST_CHECK_EQUAL(ids({folder}), "B a x z b c ");
  BOOST_REQUIRE_EQUAL(told.lines.size(), 1U);
  BOOST_CHECK(told.has("passed over 2 files of other kinds"));
}

BOOST_AUTO_TEST_CASE(ids_are_told_apart_by_folders) {
  for (const char* name :
       {"2021/briefing.txt", "2022/briefing.txt", "2022/other.txt", "x/2023/report.md", "y/2023/report.md"})
    write(name, "x");
  BOOST_CHECK_EQUAL(ids({folder}), "2021/briefing 2022/briefing other x/2023/report y/2023/report ");
}

BOOST_AUTO_TEST_CASE(ids_of_neighbours_keep_their_extension) {
  for (const char* name : {"a.txt", "a.md", "b.txt.gz"}) write(name, "x");
  BOOST_CHECK_EQUAL(ids({folder}), "a.md a.txt b ");
}

BOOST_AUTO_TEST_CASE(a_loop_of_links_is_not_followed) {
  write("a/x.txt", "x");
  std::filesystem::create_directory_symlink(folder, folder / "a" / "loop");
  std::filesystem::create_symlink(folder / "a" / "x.txt", folder / "linked.txt");
  BOOST_CHECK_EQUAL(ids({folder}), "x linked ");
  BOOST_CHECK(told.has("1 links to folders"));
}

BOOST_AUTO_TEST_CASE(what_is_named_must_exist) {
  BOOST_CHECK_EXCEPTION(ids({write("a.txt", "x"), folder / "none.txt"}), Error, [this](const Error& error) {
    return error.kind() == ErrorKind::io && error.location().source == (folder / "none.txt").string() &&
           std::string(error.what()) == "no such file";
  });
}

BOOST_AUTO_TEST_CASE(a_folder_must_hold_a_document) {
  write("only.csv", "x");
  BOOST_CHECK_EXCEPTION(ids({folder}), Error, [](const Error& error) {
    return error.kind() == ErrorKind::bad_input &&
           std::string(error.what()) == "holds no document (.txt .md .html .jsonl)";
  });
}

BOOST_AUTO_TEST_CASE(no_file_is_read_twice) {
  const auto path = write("a.txt", "x");
  BOOST_CHECK_EQUAL(ids({path, folder, folder / "." / "a.txt"}), "a ");
  BOOST_CHECK(told.has("named twice, read once"));
}

BOOST_AUTO_TEST_CASE(knows_kinds) {
  BOOST_CHECK(kind_of_name("A.TXT") == FileKind::text);
  BOOST_CHECK(kind_of_name("a.jsonl.gz") == FileKind::json_lines);
  BOOST_CHECK(!kind_of_name("a.gz"));
  BOOST_CHECK(kind_of_bytes("\xEF\xBB\xBF {\"text\":") == FileKind::json_lines);
  BOOST_CHECK(kind_of_bytes("\n<!DOCTYPE HTML><p>") == FileKind::html);
  BOOST_CHECK(kind_of_bytes("<unknown>") == FileKind::text);
  BOOST_CHECK(kind_of_bytes("Words") == FileKind::text);
  BOOST_CHECK(kind_of_bytes("") == FileKind::text);
}

BOOST_AUTO_TEST_SUITE_END()

#include "graph/file/mapped_file.h"

#include <boost/test/unit_test.hpp>
#include <utility>

#include "graph/error/error.h"
#include "tests/graph/file/folder.h"

using dossier::Error;
using dossier::ErrorKind;
using dossier::graph::MappedFile;
using namespace dossier::graph::test;

BOOST_AUTO_TEST_CASE(shows_the_bytes) {
  const TemporaryFolder folder;
  const std::string text("one\0two\r\n\xFF", 10);
  write_text(folder / "a", text);
  BOOST_CHECK_EQUAL(MappedFile(folder / "a").bytes(), text);
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_an_empty_view) {
  const TemporaryFolder folder;
  write_text(folder / "a", "");
  BOOST_CHECK(MappedFile(folder / "a").bytes().empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_an_error_that_names_it) {
  const TemporaryFolder folder;
  for (const auto& path : {folder / "missing", folder.path(), folder / "missing/deep"}) {
    const auto names_it = [&](const Error& error) {
      return error.kind() == ErrorKind::io && error.location().source == path.string();
    };
    BOOST_CHECK_EXCEPTION(MappedFile{path}, Error, names_it);
  }
}

BOOST_AUTO_TEST_CASE(moves_with_its_bytes) {
  const TemporaryFolder folder;
  write_text(folder / "a", "first");
  write_text(folder / "b", "second");
  MappedFile first(folder / "a");
  const std::string_view bytes = first.bytes();
  MappedFile moved = std::move(first);
  BOOST_CHECK_EQUAL(bytes, "first");
  moved = MappedFile(folder / "b");
  BOOST_CHECK_EQUAL(moved.bytes(), "second");
}

BOOST_AUTO_TEST_CASE(outlives_the_name_of_the_file) {
  const TemporaryFolder folder;
  write_text(folder / "a", "text");
  const MappedFile file(folder / "a");
  std::filesystem::remove(folder / "a");
  BOOST_CHECK_EQUAL(file.bytes(), "text");
}

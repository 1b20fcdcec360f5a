#include "graph/file/output_file.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <ostream>
#include <utility>

#include "graph/error/error.h"
#include "tests/graph/file/folder.h"

using dossier::Error;
using dossier::ErrorKind;
using dossier::graph::OutputFile;
using namespace dossier::graph::test;
namespace fs = std::filesystem;

namespace {

void write_whole(const fs::path& target, const std::string& text) {
  OutputFile file(target);
  file.stream() << text;
  file.commit();
}

std::size_t files_in(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

auto is_io_error_of(const fs::path& path) {
  return [=](const Error& error) { return error.kind() == ErrorKind::io && error.location().source == path.string(); };
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_committed_is_there) {
  const TemporaryFolder folder;
  write_whole(folder / "a", "text");
  BOOST_CHECK_EQUAL(text_of(folder / "a"), "text");
  write_whole(folder / "a", "other");
  BOOST_CHECK_EQUAL(text_of(folder / "a"), "other");
  BOOST_CHECK_EQUAL(files_in(folder), 1U);
}

BOOST_AUTO_TEST_CASE(large_and_small_pieces_come_in_order) {
  const TemporaryFolder folder;
  std::string expected;
  OutputFile file(folder / "a");
  for (std::size_t i = 0; i < 300; ++i) {
    const std::string piece((i * 7919) % 200'000, static_cast<char>('a' + i % 26));
    file.stream() << piece << '\n';
    expected += piece + '\n';
  }
  file.commit();
  BOOST_CHECK(text_of(folder / "a") == expected);
}

BOOST_AUTO_TEST_CASE(without_commit_nothing_changes) {
  const TemporaryFolder folder;
  write_text(folder / "old", "old");
  for (const char* name : {"old", "new"}) {
    OutputFile file(folder / name);
    file.stream() << std::string(200'000, 'x');
  }
  BOOST_CHECK_EQUAL(text_of(folder / "old"), "old");
  BOOST_CHECK(!fs::exists(folder / "new"));
  BOOST_CHECK_EQUAL(files_in(folder), 1U);
}

BOOST_AUTO_TEST_CASE(until_commit_the_old_file_is_seen) {
  const TemporaryFolder folder;
  write_text(folder / "a", "old");
  OutputFile file(folder / "a");
  file.stream() << "new" << std::flush;
  BOOST_CHECK_EQUAL(text_of(folder / "a"), "old");
  file.commit();
  BOOST_CHECK_EQUAL(text_of(folder / "a"), "new");
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error) {
  for (const std::size_t size : {std::size_t{1}, std::size_t{300'000}}) {
    OutputFile file("/dev/full");
    file.stream() << std::string(size, 'x');
    BOOST_CHECK_EXCEPTION(file.commit(), Error, is_io_error_of("/dev/full"));
  }
}

BOOST_AUTO_TEST_CASE(a_device_is_written_in_place) {
  write_whole("/dev/null", "text");
  struct stat status {};
  BOOST_REQUIRE_EQUAL(::stat("/dev/null", &status), 0);
  BOOST_CHECK(S_ISCHR(status.st_mode));
}

BOOST_AUTO_TEST_CASE(where_nothing_can_be_written_is_an_error_at_once) {
  const TemporaryFolder folder;
  for (const fs::path& path : {folder.path(), folder / "missing/a"})
    BOOST_CHECK_EXCEPTION(OutputFile{path}, Error, is_io_error_of(path));
}

BOOST_AUTO_TEST_CASE(permissions_are_kept_and_new_files_follow_the_mask) {
  const TemporaryFolder folder;
  write_text(folder / "old", "old");
  fs::permissions(folder / "old", fs::perms(0640));
  write_whole(folder / "old", "new");
  BOOST_CHECK(fs::status(folder / "old").permissions() == fs::perms(0640));
  const mode_t mask = ::umask(027);
  write_whole(folder / "new", "new");
  ::umask(mask);
  BOOST_CHECK(fs::status(folder / "new").permissions() == fs::perms(0640));
}

BOOST_AUTO_TEST_CASE(a_link_keeps_pointing_at_what_it_names) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "far");
  write_text(folder / "far/target", "old");
  fs::create_symlink("far/target", folder / "link");
  write_whole(folder / "link", "new");
  BOOST_CHECK(fs::is_symlink(folder / "link"));
  BOOST_CHECK_EQUAL(text_of(folder / "far/target"), "new");
}

BOOST_AUTO_TEST_CASE(may_be_moved_before_commit) {
  const TemporaryFolder folder;
  OutputFile first(folder / "a");
  first.stream() << "one ";
  OutputFile second = std::move(first);
  second.stream() << "two";
  second.commit();
  BOOST_CHECK_EQUAL(text_of(folder / "a"), "one two");
}

// A process is killed again and again while it writes over the same file.
BOOST_AUTO_TEST_CASE(a_kill_leaves_the_old_file_or_the_new_one) {
  const TemporaryFolder folder;
  const std::string old_text(100'000, 'o'), new_text(150'000, 'n');
  write_whole(folder / "a", old_text);
  for (int round = 0; round < 25; ++round) {
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
      for (;;) {
        write_whole(folder / "a", new_text);
        write_whole(folder / "a", old_text);
      }
    }
    ::usleep(static_cast<useconds_t>((round * 37) % 100 * 50));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string now = text_of(folder / "a");
    BOOST_REQUIRE(now == old_text || now == new_text);
  }
}

#include "ingest/source/byte_reader.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "source_fixture.h"

using namespace dossier;
using namespace dossier::ingest;

BOOST_FIXTURE_TEST_SUITE(byte_reader, SourceFixture)

BOOST_AUTO_TEST_CASE(reads_what_it_peeked) {
  ByteReader reader(write("a.txt", "hello"));
  BOOST_CHECK_EQUAL(reader.peek(), "hello");
  BOOST_CHECK_EQUAL(*reader.read_all(100), "hello");
  BOOST_CHECK_EQUAL(reader.consumed(), 5U);
  BOOST_CHECK(!reader.is_gzip());
}

BOOST_AUTO_TEST_CASE(unpacks_members_that_follow_each_other) {
  const std::string large(300'000, 'x');
  ByteReader reader(write("a.gz", gzipped("one ") + gzipped(large) + gzipped(" three") + std::string(512, '\0')));
  BOOST_CHECK(reader.is_gzip());
  BOOST_CHECK_EQUAL(*reader.read_all(1'000'000), "one " + large + " three");
  BOOST_CHECK_EQUAL(reader.failure(), "");
}

BOOST_AUTO_TEST_CASE(tells_truncation_and_damage) {
  std::string packed = gzipped("some text that is long enough to be cut, some text that is long enough to be cut");
  ByteReader cut(write("cut.gz", packed.substr(0, packed.size() - 10)));
  BOOST_CHECK(!cut.read_all(1000));
  BOOST_CHECK(cut.failure().starts_with("is truncated"));
  packed[packed.size() - 6] ^= 0x55;  // the checksum
  ByteReader damaged(write("damaged.gz", packed));
  BOOST_CHECK(!damaged.read_all(1000));
  BOOST_CHECK(damaged.failure().starts_with("is damaged"));
}

BOOST_AUTO_TEST_CASE(stops_at_the_limit) {
  ByteReader reader(write("bomb.gz", gzipped(std::string(10'000'000, ' '))));  // NOLINT(bugprone-string-constructor): large on purpose
  BOOST_CHECK(!reader.read_all(1'000'000));
  BOOST_CHECK_EQUAL(reader.failure(), "");
  BOOST_CHECK_LT(reader.consumed(), 5'000U);
}

BOOST_AUTO_TEST_CASE(throws_where_there_is_no_file) {
  BOOST_CHECK_EXCEPTION(ByteReader(folder / "none.txt"), Error, [](const Error& error) {
    return error.kind() == ErrorKind::io && std::string(error.what()) == "no such file";
  });
}

BOOST_AUTO_TEST_CASE(splits_lines) {
  ByteReader reader(write("a.jsonl", "one\n\nthree\nlast"));
  LineReader lines(reader, 100);
  std::string seen;
  while (const auto line = lines.next()) seen += std::to_string(line->number) + '=' + std::string(line->text) + ';';
  BOOST_CHECK_EQUAL(seen, "1=one;2=;3=three;4=last;");
}

BOOST_AUTO_TEST_CASE(passes_over_long_lines) {
  const std::string huge(2'000'000, 'x');
  ByteReader reader(write("a.jsonl", "one\n" + huge + "\nthree\n" + std::string(600, 'y') + "\nfive\n" + huge));
  LineReader lines(reader, 500);
  std::string seen;
  while (const auto line = lines.next())
    seen += std::to_string(line->number) + (line->too_long ? "!" : '=' + std::string(line->text)) + ';';
  BOOST_CHECK_EQUAL(seen, "1=one;2!;3=three;4!;5=five;6!;");
}

BOOST_AUTO_TEST_SUITE_END()

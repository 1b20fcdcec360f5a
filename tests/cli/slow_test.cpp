// What takes seconds: lines of a gigabyte, and being killed at any moment.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "tests/cli/run_program.h"

using namespace dossier::cli::test;
using namespace std::chrono_literals;

namespace {

/// Documents enough to be busy for a while.
std::string records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += boost::json::serialize(
                 boost::json::object{{"id", "doc" + std::to_string(i)}, {"text", i % 2 == 0 ? oslo : reykjavik}}) +
             '\n';
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(slow)

BOOST_AUTO_TEST_CASE(a_line_of_a_gigabyte_is_skipped_without_being_held) {
  const Folder folder;
  const std::string file = folder.write("long.jsonl", records(400));
  std::filesystem::resize_file(file, std::uintmax_t{1} << 30U);  // the rest is a hole: one line of zeros
  const Outcome outcome = run_dossier({"build", file, "-j", "1", "-g", folder / "g.kg"});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(contains(outcome.err, file + ":401: error: "), outcome.err);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  BOOST_TEST(outcome.peak_kib < 1000000L);  // the line alone has more
#endif
  BOOST_TEST(contains(run_dossier({"stats", "--json", "-g", folder / "g.kg"}).out, "\"documents\":400,"));
}

BOOST_AUTO_TEST_CASE(a_text_of_a_gigabyte_is_refused) {
  const Folder folder;
  const std::string file = folder.write("long.txt", oslo);
  std::filesystem::resize_file(file, std::uintmax_t{1} << 30U);
  const Outcome outcome = run_dossier({"build", file});
  BOOST_TEST(outcome.code == 3);
  BOOST_TEST(outcome.out.empty());
  BOOST_TEST(contains(outcome.err, file + ": error: "));
}

BOOST_AUTO_TEST_CASE(killed_at_any_moment_the_graph_is_old_or_new) {
  const Folder folder;
  const std::string before = folder.write("before.txt", oslo), more = folder.write("more.jsonl", records(200));
  const std::string graph = folder / "g.kg";
  BOOST_REQUIRE(run_dossier({"build", before, "-g", graph}).code == 0);
  const std::string old_bytes = text_of(graph);
  BOOST_REQUIRE(run_dossier({"build", before, more, "-g", folder / "new.kg"}).code == 0);
  const std::string new_bytes = text_of(folder / "new.kg");
  const auto begin = std::chrono::steady_clock::now();
  BOOST_REQUIRE(run_dossier({"build", before, more, "-n", "-g", folder / "dry.kg"}).code == 0);
  const auto length =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();

  std::mt19937 random(17);
  std::uniform_int_distribution<long> moment(0, static_cast<long>(static_cast<double>(length) * 1.3));
  const auto end = std::chrono::steady_clock::now() + 10s;
  int killed = 0, finished = 0;
  while (std::chrono::steady_clock::now() < end) {
    folder.write("g.kg", old_bytes);
    Running build({"build", before, more, "-g", graph}, {});
    std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
    build.signal(SIGKILL);
    (build.finish().code < 0 ? killed : finished) += 1;
    const std::string bytes = text_of(graph);
    BOOST_REQUIRE((bytes == old_bytes || bytes == new_bytes));
    BOOST_REQUIRE(run_dossier({"stats", "-g", graph}).code == 0);
  }
  BOOST_TEST_MESSAGE(killed << " killed, " << finished << " finished");
  BOOST_TEST(killed > 0);
  for (const std::string& name : folder.names())
    BOOST_TEST((!name.ends_with(".kg") || name == "g.kg" || name == "new.kg"), name);
}

BOOST_AUTO_TEST_CASE(interrupted_it_cleans_up) {
  const Folder folder;
  const std::string before = folder.write("before.txt", oslo), more = folder.write("more.jsonl", records(20000));
  const std::string graph = folder / "g.kg";
  BOOST_REQUIRE(run_dossier({"build", before, "-g", graph}).code == 0);
  const std::string old_bytes = text_of(graph);
  const auto names = folder.names();
  for (const int signal : {SIGINT, SIGTERM}) {
    Running build({"build", more, "-g", graph}, {});
    std::this_thread::sleep_for(1500ms);  // past the reading of the ontology, well before the end
    build.signal(signal);
    const Outcome outcome = build.finish();
    BOOST_TEST(outcome.code == 128 + signal);
    BOOST_TEST(contains(outcome.err, "interrupted; nothing was changed"));
    BOOST_TEST((text_of(graph) == old_bytes));
    BOOST_TEST((folder.names() == names));
  }
}

BOOST_AUTO_TEST_SUITE_END()

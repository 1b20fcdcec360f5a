#include "graph/store/kg_file.h"

#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <csignal>

#include "graph/error/error.h"
#include "tests/graph/store/quads.h"

using namespace dossier::graph;
using namespace dossier::graph::test;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const Store& store) {
  const TemporaryFolder folder;
  save(store, folder / "a.kg");
  return text_of(folder / "a.kg");
}

void check_same(const Store& a, const Store& b) {
  BOOST_CHECK(std::ranges::equal(a.quads(), b.quads()));
  BOOST_CHECK(owned(a, a.quads()) == owned(b, b.quads()));
  BOOST_CHECK(a.graphs() == b.graphs());
  BOOST_CHECK(a.predicate_counts() == b.predicate_counts());
  BOOST_CHECK(a.prefixes().all() == b.prefixes().all());
  for (const Quad& quad : a.quads()) {
    BOOST_CHECK(b.contains(quad));
    BOOST_CHECK(std::ranges::equal(a.match({any, any, quad.object, any}), b.match({any, any, quad.object, any})));
    BOOST_CHECK(std::ranges::equal(a.match({any, quad.predicate, any, quad.graph}),
                                   b.match({any, quad.predicate, any, quad.graph})));
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_opened_is_what_was_saved) {
  const TemporaryFolder folder;
  for (const Recipe& recipe : {Recipe{}, Recipe{.seed = 9, .graphs = 1}, Recipe{.quads = 0}, Recipe{.quads = 1}}) {
    const Store store = store_of(random_quads(recipe));
    save(store, folder / "a.kg");
    const Store opened = open_store(folder / "a.kg");
    check_same(store, opened);
    BOOST_CHECK(bytes_of(opened) == text_of(folder / "a.kg"));
  }
}

BOOST_AUTO_TEST_CASE(a_large_file_is_verified_on_all_processors) {
  const TemporaryFolder folder;
  const Store store = store_of(random_quads({.quads = 120'000, .subjects = 30'000, .graphs = 500}));
  save(store, folder / "a.kg");
  BOOST_REQUIRE_GT(fs::file_size(folder / "a.kg"), std::uintmax_t{4} << 20U);
  const Store opened = open_store(folder / "a.kg");
  BOOST_CHECK(std::ranges::equal(store.quads(), opened.quads()));
}

BOOST_AUTO_TEST_CASE(the_same_quads_give_the_same_bytes) {
  auto quads = random_quads({.quads = 2'000, .subjects = 300});
  const std::string expected = bytes_of(store_of(quads));
  std::mt19937 random(5);
  for (int i = 0; i < 5; ++i) {
    std::ranges::shuffle(quads, random);
    BOOST_CHECK(bytes_of(store_of(quads)) == expected);
  }
  std::ranges::sort(quads);
  BOOST_CHECK(bytes_of(store_of(quads)) == expected);
}

BOOST_AUTO_TEST_CASE(a_removed_graph_is_as_if_it_had_never_been_read) {
  auto quads = random_quads({.quads = 2'000, .subjects = 800, .graphs = 6});
  const Store all = store_of(quads);
  for (const TermId graph : all.graphs()) {
    Builder builder;
    builder.add(all, std::vector{graph});
    auto others = quads;
    std::erase_if(others,
                  [&](const OwnedQuad& quad) { return quad.graph && TermView(*quad.graph) == all.term(graph); });
    BOOST_CHECK(bytes_of(builder.build()) == bytes_of(store_of(others)));
  }
}

BOOST_AUTO_TEST_CASE(a_document_added_later_is_as_if_all_had_been_read_at_once) {
  auto quads = random_quads({.quads = 3'000, .subjects = 800, .graphs = 6});
  const std::vector<OwnedQuad> first(quads.begin(), quads.begin() + 2'900), rest(quads.begin() + 2'900, quads.end());
  Builder builder;
  builder.add(store_of(first));
  for (const OwnedQuad& quad : rest) builder.quad(quad.view());
  BOOST_CHECK(bytes_of(builder.build()) == bytes_of(store_of(quads)));
}

BOOST_AUTO_TEST_CASE(an_opened_store_outlives_its_file) {
  const TemporaryFolder folder;
  const Store store = store_of(random_quads({}));
  save(store, folder / "a.kg");
  const Store opened = open_store(folder / "a.kg");
  save(Builder().build(), folder / "a.kg");  // renamed over, not written into
  fs::remove(folder / "a.kg");
  check_same(store, opened);
}

BOOST_AUTO_TEST_CASE(a_store_may_be_saved_over_the_file_it_came_from) {
  const TemporaryFolder folder;
  save(store_of(random_quads({})), folder / "a.kg");
  const std::string before = text_of(folder / "a.kg");
  save(open_store(folder / "a.kg"), folder / "a.kg");
  BOOST_CHECK(text_of(folder / "a.kg") == before);
}

BOOST_AUTO_TEST_CASE(a_full_disk_and_a_missing_folder_are_errors) {
  const auto is_io = [](const dossier::Error& error) { return error.kind() == dossier::ErrorKind::io; };
  const Store store = store_of(random_quads({}));
  BOOST_CHECK_EXCEPTION(save(store, "/dev/full"), dossier::Error, is_io);
  BOOST_CHECK_EXCEPTION(save(store, "/nowhere/at/all.kg"), dossier::Error, is_io);
  BOOST_CHECK_EXCEPTION((void)open_store("/nowhere/at/all.kg"), dossier::Error, is_io);
  BOOST_CHECK_EXCEPTION((void)open_store("/"), dossier::Error, is_io);
}

// A process is killed again and again while it saves one of two stores over the same file.
BOOST_AUTO_TEST_CASE(a_kill_leaves_the_old_graph_or_the_new_one) {
  const TemporaryFolder folder;
  const Store one = store_of(random_quads({.seed = 1, .quads = 4'000, .subjects = 1'000}));
  const Store two = store_of(random_quads({.seed = 2, .quads = 4'000, .subjects = 1'000}));
  const std::string bytes_of_one = bytes_of(one), bytes_of_two = bytes_of(two);
  save(one, folder / "a.kg");
  std::mt19937 random(3);
  int changes = 0;
  std::string before = bytes_of_one;
  for (int round = 0; round < 25; ++round) {
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
      for (;;) {
        save(two, folder / "a.kg");
        save(one, folder / "a.kg");
      }
    }
    ::usleep(static_cast<useconds_t>(random() % 10'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string now = text_of(folder / "a.kg");
    BOOST_REQUIRE(now == bytes_of_one || now == bytes_of_two);
    BOOST_CHECK_EQUAL(open_store(folder / "a.kg").size(), now == bytes_of_one ? one.size() : two.size());
    changes += static_cast<int>(now != before);
    before = now;
  }
  BOOST_TEST_MESSAGE("the file changed " << changes << " times in 25 rounds");
}

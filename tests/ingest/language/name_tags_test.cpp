#include "ingest/language/name_tags.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace dossier::ingest;

namespace boost::test_tools::tt_detail {
template <>
struct print_log_value<NameSpan> {
  void operator()(std::ostream& out, const NameSpan& name) { out << name_of(name.kind) << " [" << name.first << ", " << name.last << ")"; }
};
}  // namespace boost::test_tools::tt_detail

namespace {

using Tags = std::vector<std::uint32_t>;
using Random = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;
constexpr std::uint32_t start = name_tag_count;

/// Names that do not touch or do, of all kinds.
std::vector<NameSpan> random_names(std::uint32_t tokens, Random& random) {
  std::vector<NameSpan> names;
  for (std::uint32_t at = random() % 3; at < tokens;) {
    const std::uint32_t last = std::min<std::uint32_t>(tokens, at + 1 + random() % 4);
    names.push_back({at, last, static_cast<NameKind>(random() % name_kind_count)});
    at = last + random() % 3;
  }
  return names;
}

bool is_legal(const Tags& tags) {
  std::uint32_t before = start;
  for (const std::uint32_t tag : tags) {
    if (!may_follow(before, tag)) return false;
    before = tag;
  }
  return before == start || may_follow(before, 0);  // no name is left open
}

double sum_of(const std::vector<float>& scores, const std::vector<float>& transitions, const Tags& tags) {
  double sum = 0;
  std::uint32_t before = start;
  for (std::size_t i = 0; i < tags.size(); before = tags[i++])
    sum += scores[i * name_tag_count + tags[i]] + transitions[before * name_tag_count + tags[i]];
  return sum;
}

std::vector<float> random_numbers(std::size_t count, Random& random, float size) {
  std::normal_distribution<float> normal(0, size);
  std::vector<float> numbers(count);
  for (float& number : numbers) number = normal(random);
  return numbers;
}

}  // namespace

BOOST_AUTO_TEST_CASE(which_tags_may_follow) {
  const auto person = [](NamePlace place) { return name_tag(NameKind::person, place); };
  const auto place = [](NamePlace where) { return name_tag(NameKind::place, where); };
  BOOST_CHECK(may_follow(start, 0) && may_follow(start, person(NamePlace::first)) && may_follow(start, place(NamePlace::only)));
  BOOST_CHECK(!may_follow(start, person(NamePlace::inner)) && !may_follow(start, person(NamePlace::last)));
  BOOST_CHECK(!may_follow(0, person(NamePlace::last)) && may_follow(0, person(NamePlace::first)));
  BOOST_CHECK(may_follow(person(NamePlace::first), person(NamePlace::inner)) && may_follow(person(NamePlace::inner), person(NamePlace::last)));
  BOOST_CHECK(!may_follow(person(NamePlace::first), place(NamePlace::last)) && !may_follow(person(NamePlace::first), 0));
  BOOST_CHECK(!may_follow(person(NamePlace::inner), person(NamePlace::first)));
  BOOST_CHECK(may_follow(person(NamePlace::last), place(NamePlace::first)) && may_follow(person(NamePlace::only), place(NamePlace::only)));
  BOOST_CHECK(!may_follow(person(NamePlace::only), person(NamePlace::last)));
}

BOOST_AUTO_TEST_CASE(names_to_tags_and_back) {
  Random random(1);
  for (int i = 0; i < 2000; ++i) {
    const std::uint32_t tokens = 1 + random() % 20;
    const std::vector<NameSpan> names = random_names(tokens, random);
    Tags tags = {7};  // of a sentence before
    append_name_tags(names, tokens, tags);
    BOOST_REQUIRE_EQUAL(tags.size(), tokens + 1);
    BOOST_REQUIRE_EQUAL(tags[0], 7U);
    tags.erase(tags.begin());
    BOOST_REQUIRE(is_legal(tags));
    BOOST_TEST(names_in(tags) == names, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(names_that_do_not_end_well) {
  const auto tag = [](NameKind kind, NamePlace place) { return name_tag(kind, place); };
  using enum NamePlace;
  using K = NameKind;
  const auto check = [](const Tags& tags, const std::vector<NameSpan>& names) { BOOST_TEST(names_in(tags) == names, boost::test_tools::per_element()); };
  check({}, {});
  check({0, 0}, {});
  check({tag(K::person, first), tag(K::person, inner)}, {{0, 2, K::person}});
  check({tag(K::person, first), 0, tag(K::person, last)}, {{0, 1, K::person}, {2, 3, K::person}});
  check({tag(K::person, first), tag(K::place, last)}, {{0, 1, K::person}, {1, 2, K::place}});
  check({tag(K::organization, only), tag(K::organization, last)}, {{0, 1, K::organization}, {1, 2, K::organization}});
}

BOOST_AUTO_TEST_CASE(the_best_row_against_all_rows) {
  Random random(2);
  for (int i = 0; i < 300; ++i) {
    const std::size_t tokens = 1 + static_cast<std::size_t>(i) % 4;
    const auto scores = random_numbers(tokens * name_tag_count, random, 3);
    const auto transitions = random_numbers((name_tag_count + 1) * name_tag_count, random, 2);
    double best = -1e300;
    Tags row(tokens, 0), found(tokens, 99);
    for (bool more = true; more;) {
      if (is_legal(row)) best = std::max(best, sum_of(scores, transitions, row));
      std::size_t k = 0;
      while (k < tokens && row[k] + 1 == name_tag_count) row[k++] = 0;
      if (more = k < tokens; more) ++row[k];
    }
    best_name_tags(scores, transitions, found);
    BOOST_REQUIRE(is_legal(found));
    BOOST_REQUIRE_SMALL(sum_of(scores, transitions, found) - best, 1e-3);
  }
}

BOOST_AUTO_TEST_CASE(illegal_rows_never_come_out) {
  Random random(3);
  for (int i = 0; i < 500; ++i) {
    const std::size_t tokens = 1 + random() % 60;
    auto scores = random_numbers(tokens * name_tag_count, random, 100);
    auto transitions = random_numbers((name_tag_count + 1) * name_tag_count, random, 100);
    for (std::uint32_t a = 0; a <= name_tag_count; ++a)
      for (std::uint32_t b = 0; b < name_tag_count; ++b)
        if (i % 2 == 0 && !may_follow(a, b)) transitions[a * name_tag_count + b] += 1e4F;  // what is not allowed is praised
    if (i % 3 == 0) scores[(tokens - 1) * name_tag_count + name_tag(NameKind::place, NamePlace::first)] += 1e5F;
    Tags tags(tokens, 99);
    best_name_tags(scores, transitions, tags);
    BOOST_REQUIRE(is_legal(tags));
  }
  best_name_tags({}, random_numbers((name_tag_count + 1) * name_tag_count, random, 1), {});  // no tokens
}

BOOST_AUTO_TEST_CASE(names_of_kinds) {
  BOOST_CHECK_EQUAL(name_of(NameKind::person), "PER");
  BOOST_CHECK_EQUAL(name_of(NameKind::place), "LOC");
  BOOST_CHECK_EQUAL(name_of(NameKind::organization), "ORG");
}

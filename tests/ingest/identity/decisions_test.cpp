#include "ingest/identity/decisions.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "graph/term/vocabulary.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

std::string id(const std::string& end) { return std::string(graph::default_base) + end; }
Decisions decisions(const std::string& text) { return Decisions::parse(text, "news.kg.decisions"); }

/// Where a thing of the document "today" comes to; "-" where nothing speaks of it.
std::string decided(const Decisions& all, const std::string& end, const std::vector<std::string>& names = {}, const std::string& document = "today") {
  const auto found = all.decide(id(end), names, id("document/" + document));
  if (!found) return "-";
  return found->iri.substr(graph::default_base.size()) + (found->name.empty() ? "" : " " + found->name);
}

struct Fault {
  std::string text, place, message;
};

Fault fault_of(const std::string& text) {
  try {
    (void)decisions(text);
  } catch (const Error& error) {
    BOOST_CHECK(error.kind() == ErrorKind::bad_input);
    return {text, to_string(error.location()), error.what()};
  }
  return {text, "", "nothing"};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_goes_there_and_back) {
  const std::string text =
      "same\tperson/a\tperson/b\tpa:Person\tAna Park\n"
      "different\tperson/c\thttp://example.org/d\n"
      "alias\tperson/a\tMs. Park, again\n"
      "split\tperson/a\tdocument/today\n"
      "split\tperson/a\n";
  const Decisions all = decisions("# for people\n\n" + text);
  std::string again;
  for (const Decision& decision : all.all()) again += to_line(decision) + "\n";
  BOOST_CHECK_EQUAL(again, text);
  BOOST_CHECK_EQUAL(all.all()[0].entity, id("person/a"));
  BOOST_CHECK_EQUAL(all.all()[0].type, std::string(graph::pa::space) + "Person");
  BOOST_CHECK_EQUAL(all.all()[0].line, 3U);
  BOOST_CHECK_EQUAL(all.all()[1].other, "http://example.org/d");
}

BOOST_AUTO_TEST_CASE(other_line_ends_and_a_mark_at_the_beginning_are_read) {
  BOOST_CHECK_EQUAL(decided(decisions("\xEF\xBB\xBFsame\tperson/a\tperson/b\r\n"), "person/b"), "person/a");
}

BOOST_AUTO_TEST_CASE(same_renames_the_other) {
  const Decisions all = decisions("same\tperson/a\tperson/b\tpa:Person\tAna Park");
  BOOST_CHECK_EQUAL(decided(all, "person/b"), "person/a Ana Park");
  BOOST_CHECK_EQUAL(decided(all, "person/a"), "-");
}

BOOST_AUTO_TEST_CASE(a_chain_leads_to_its_end_in_whatever_order_it_was_written) {
  const Decisions forward = decisions("same\tperson/a\tperson/b\nsame\tperson/c\tperson/a\n");
  BOOST_CHECK_EQUAL(decided(forward, "person/b"), "person/c");
  const Decisions backward = decisions("same\tperson/c\tperson/a\nsame\tperson/a\tperson/b\n");
  BOOST_CHECK_EQUAL(decided(backward, "person/b"), "person/c");
}

BOOST_AUTO_TEST_CASE(an_alias_means_a_name_in_any_spelling_of_it) {
  const Decisions all = decisions("alias\tperson/a\tThe Élysée\tpa:Person\tAna Park");
  BOOST_CHECK_EQUAL(decided(all, "place/elysee", {"elysee"}), "person/a Ana Park");
  BOOST_CHECK_EQUAL(decided(all, "place/elysee", {"Louvre"}), "-");
  BOOST_CHECK_EQUAL(decided(all, "person/a", {"Elysee"}), "-");
}

BOOST_AUTO_TEST_CASE(a_split_concerns_one_document) {
  const Decisions all = decisions("split\tperson/a\tdocument/today");
  BOOST_CHECK_EQUAL(decided(all, "person/a"), "person/today.a");
  BOOST_CHECK_EQUAL(decided(all, "person/a", {}, "yesterday"), "-");
}

BOOST_AUTO_TEST_CASE(a_split_also_takes_out_what_was_merged_before) {
  const Decisions all = decisions("same\tperson/a\tperson/b\nsplit\tperson/a\tdocument/today\nsame\tperson/c\tperson/today.a");
  BOOST_CHECK_EQUAL(decided(all, "person/b"), "person/c");
  BOOST_CHECK_EQUAL(decided(all, "person/b", {}, "yesterday"), "person/a");
}

BOOST_AUTO_TEST_CASE(a_split_without_a_document_cancels_what_came_before) {
  const std::string before = "same\tperson/a\tperson/b\nalias\tperson/a\tPark\n";
  const Decisions all = decisions(before + "split\tperson/a\nsame\tperson/a\tperson/d\n");
  BOOST_CHECK_EQUAL(decided(all, "person/b"), "-");
  BOOST_CHECK_EQUAL(decided(all, "person/x", {"Park"}), "-");
  BOOST_CHECK_EQUAL(decided(all, "person/d"), "person/a");
  BOOST_CHECK_EQUAL(all.merged_into(id("person/a")).size(), 1U);
  BOOST_CHECK_EQUAL(decisions(before).merged_into(id("person/a")).size(), 2U);
}

BOOST_AUTO_TEST_CASE(different_things_stay_different_after_a_merge) {
  const Decisions all = decisions("different\tperson/a\tperson/b\nsame\tperson/c\tperson/a\n");
  BOOST_CHECK(all.are_different(id("person/b"), id("person/c")));
  BOOST_CHECK(all.are_different(id("person/c"), id("person/b")));
  BOOST_CHECK(!all.are_different(id("person/a"), id("person/c")));
}

BOOST_AUTO_TEST_CASE(a_contradiction_is_told_even_across_a_third) {
  const Fault direct = fault_of("same\tperson/a\tperson/b\ndifferent\tperson/b\tperson/a\n");
  BOOST_CHECK_EQUAL(direct.place, "news.kg.decisions:2:1");
  BOOST_CHECK_EQUAL(direct.message, "line 1 makes one of two things that line 2 calls different");
  const Fault across = fault_of("different\tperson/a\tperson/b\nsame\tperson/c\tperson/a\n# …\nsame\tperson/c\tperson/b\n");
  BOOST_CHECK_EQUAL(across.place, "news.kg.decisions:4:1");
  BOOST_CHECK_EQUAL(fault_of("different\tperson/a\tperson/b\nsame\tperson/a\tperson/b\nsplit\tperson/a\n").message, "nothing");
}

BOOST_AUTO_TEST_CASE(faults_have_line_and_column) {
  for (const auto& [text, place, message] : {
           Fault{"# x\nsmae\ta\tb", "news.kg.decisions:2:1", "a line begins with same, different, alias or split, and a tab"},
           Fault{"same", "news.kg.decisions:1:1", "the entity that is meant is missing"},
           Fault{"same\tperson/a", "news.kg.decisions:1:6", "a line of 'same' has two fields behind it, or more"},
           Fault{"same\tperson/a\t", "news.kg.decisions:1:15", "the other one is missing"},
           Fault{"same\tperson/a\tAna Park", "news.kg.decisions:1:15", "'Ana Park' is no IRI"},
           Fault{"alias\tperson/é\t \t", "news.kg.decisions:1:16", "the name is missing"},
           Fault{"same\tperson/a\tperson/b\tPerson", "news.kg.decisions:1:24", "'Person' is no class"},
           Fault{"split\tperson/a\tdocument/d\tx", "news.kg.decisions:1:27", "nothing more is expected here"},
           Fault{"same\tperson/a\tperson/a", "news.kg.decisions:1:15", "nothing is decided about one thing alone"},
       }) {
    const Fault fault = fault_of(text);
    BOOST_CHECK_EQUAL(fault.place, place);
    BOOST_CHECK_EQUAL(fault.message, message);
  }
}

BOOST_AUTO_TEST_CASE(lines_are_added_and_taken_away) {
  const Decision one{Verdict::different, id("person/a"), id("person/b"), {}, {}, 0};
  const std::string begun = with_line("", one);
  BOOST_CHECK(begun.starts_with("# "));
  BOOST_CHECK(begun.ends_with("\ndifferent\tperson/a\tperson/b\n"));
  const auto back = without_last_line(begun);
  BOOST_REQUIRE(back);
  BOOST_CHECK_EQUAL(back->second, "different\tperson/a\tperson/b");
  BOOST_CHECK(!without_last_line(back->first));
  BOOST_CHECK_EQUAL(with_line("# mine", one), "# mine\ndifferent\tperson/a\tperson/b\n");
  const auto kept = without_last_line("split\tperson/a\tdocument/d\n# a word on it\n");
  BOOST_REQUIRE(kept);
  BOOST_CHECK_EQUAL(kept->first, "# a word on it\n");
}

#include "graph/query/facts.h"

#include <boost/test/unit_test.hpp>

#include "graph/error/error.h"
#include "tests/graph/query/sample_graph.h"

using namespace dossier;
using namespace dossier::graph;
using sample::id;
using sample::SampleBuilder;
using sample::text;

namespace {

struct Sample {
  Store store = sample::sample_graph();

  [[nodiscard]] TermId operator()(std::string_view spelling) const { return id(store, spelling); }
  [[nodiscard]] std::string find(const FactFilter& filter) const { return text(store, find_facts(store, filter)); }
  [[nodiscard]] Fact the_fact(std::string_view s, std::string_view p, std::string_view o, std::string_view f) const {
    return fact(store, (*this)(SampleBuilder::fact_iri(s, p, o, f))).value();
  }
};

constexpr std::string_view all_facts =
    "joint-briefing heldIn seoul Occurred briefing#s1\n"
    "joint-briefing heldOn 2021-12-23 Occurred briefing#s1\n"
    "choi holdsPosition vice-minister Occurred briefing#s1\n"
    "choi participatedIn joint-briefing Occurred briefing#s1\n"
    "next-summit heldOn 2022 Planned briefing#s2\n"
    "choi represents south-korea Occurred briefing#s2\n"
    "north-korea participatedIn next-summit Planned briefing#s2\n"
    "south-korea pledged next-summit Pledged briefing#s2\n"
    "kim headOf north-korea Occurred briefing#s3 hanoi#s1\n"
    "hanoi-summit heldIn hanoi Occurred hanoi#s1\n"
    "hanoi-summit heldOn 2019-02-27/2019-02-28 Occurred hanoi#s1\n"
    "kim met trump Occurred hanoi#s1\n"
    "kim participatedIn hanoi-summit Occurred hanoi#s1\n"
    "trump headOf usa Occurred hanoi#s1\n"
    "trump participatedIn hanoi-summit Occurred hanoi#s1\n"
    "hanoi-summit resultedIn deal Denied hanoi#s2\n"
    "military between north-korea Occurred hanoi#s4\n"
    "military between south-korea Occurred hanoi#s4\n"
    "military signedOn 2018-09-19 Occurred hanoi#s4\n";

}  // namespace

BOOST_FIXTURE_TEST_CASE(all_facts_in_the_order_of_documents_and_sentences, Sample) {
  BOOST_CHECK_EQUAL(find({}), all_facts);
}

BOOST_FIXTURE_TEST_CASE(each_position_filters, Sample) {
  FactFilter filter;
  filter.subject = (*this)("person/trump");
  BOOST_CHECK_EQUAL(find(filter),
                    "trump headOf usa Occurred hanoi#s1\n"
                    "trump participatedIn hanoi-summit Occurred hanoi#s1\n");
  filter.predicate = (*this)("pa:headOf");
  BOOST_CHECK_EQUAL(find(filter), "trump headOf usa Occurred hanoi#s1\n");
  filter.object = (*this)("event/hanoi-summit");
  BOOST_CHECK_EQUAL(find(filter), "");
}

BOOST_FIXTURE_TEST_CASE(about_is_subject_or_object, Sample) {
  FactFilter filter;
  filter.about = (*this)("state/south-korea");
  BOOST_CHECK_EQUAL(find(filter),
                    "choi represents south-korea Occurred briefing#s2\n"
                    "south-korea pledged next-summit Pledged briefing#s2\n"
                    "military between south-korea Occurred hanoi#s4\n");
}

BOOST_FIXTURE_TEST_CASE(factuality_in_any_case_and_any_of_several, Sample) {
  BOOST_CHECK_EQUAL(find({.factuality = {"denied"}}), "hanoi-summit resultedIn deal Denied hanoi#s2\n");
  BOOST_CHECK_EQUAL(find({.factuality = {"PLEDGED", "Planned"}}),
                    "next-summit heldOn 2022 Planned briefing#s2\n"
                    "north-korea participatedIn next-summit Planned briefing#s2\n"
                    "south-korea pledged next-summit Pledged briefing#s2\n");
  BOOST_CHECK_EQUAL(find({.factuality = {"imagined"}}), "");
}

BOOST_FIXTURE_TEST_CASE(speaker_type_and_document_combine, Sample) {
  FactFilter filter;
  filter.speaker = (*this)("person/choi");
  filter.type = (*this)("pa:State");
  BOOST_CHECK_EQUAL(find(filter),
                    "north-korea participatedIn next-summit Planned briefing#s2\n"
                    "south-korea pledged next-summit Pledged briefing#s2\n");
  filter.document = (*this)("document/hanoi");
  BOOST_CHECK_EQUAL(find(filter), "");
  BOOST_CHECK_EQUAL(find({.type = (*this)("pa:Agreement")}),
                    "hanoi-summit resultedIn deal Denied hanoi#s2\n"
                    "military between north-korea Occurred hanoi#s4\n"
                    "military between south-korea Occurred hanoi#s4\n"
                    "military signedOn 2018-09-19 Occurred hanoi#s4\n");
}

BOOST_FIXTURE_TEST_CASE(a_document_gives_its_facts_with_the_evidence_of_all, Sample) {
  FactFilter filter;
  filter.document = (*this)("document/briefing");
  const std::string found = find(filter);
  BOOST_CHECK_EQUAL(found, all_facts.substr(0, found.size()));
  BOOST_CHECK(found.ends_with("kim headOf north-korea Occurred briefing#s3 hanoi#s1\n"));
}

BOOST_FIXTURE_TEST_CASE(dates_are_those_of_the_fact_or_of_its_event, Sample) {
  BOOST_CHECK_EQUAL(find({.since = "2019-02", .until = "2019"}),
                    "hanoi-summit heldIn hanoi Occurred hanoi#s1\n"
                    "hanoi-summit heldOn 2019-02-27/2019-02-28 Occurred hanoi#s1\n"
                    "kim participatedIn hanoi-summit Occurred hanoi#s1\n"
                    "trump participatedIn hanoi-summit Occurred hanoi#s1\n"
                    "hanoi-summit resultedIn deal Denied hanoi#s2\n");
  BOOST_CHECK_EQUAL(find({.until = "2018-09-19"}),
                    "military between north-korea Occurred hanoi#s4\n"
                    "military between south-korea Occurred hanoi#s4\n"
                    "military signedOn 2018-09-19 Occurred hanoi#s4\n");
  BOOST_CHECK_EQUAL(find({.until = "2018-09-18"}), "");
  BOOST_CHECK_EQUAL(find({.about = (*this)("event/next-summit"), .since = "2022-06"}),
                    "next-summit heldOn 2022 Planned briefing#s2\n"
                    "north-korea participatedIn next-summit Planned briefing#s2\n"
                    "south-korea pledged next-summit Pledged briefing#s2\n");
}

BOOST_FIXTURE_TEST_CASE(a_bound_must_be_a_date_with_a_year, Sample) {
  const auto is_usage = [](const Error& error) { return error.kind() == ErrorKind::usage && !error.hint().empty(); };
  BOOST_CHECK_EXCEPTION((void)find({.since = "yesterday"}), Error, is_usage);
  BOOST_CHECK_EXCEPTION((void)find({.until = "XXXX-12-10"}), Error, is_usage);
}

BOOST_FIXTURE_TEST_CASE(one_fact_of_two_documents, Sample) {
  const Fact fact = the_fact("kim", "headOf", "north-korea", "Occurred");
  BOOST_CHECK_EQUAL(text(store, fact.documents), "briefing hanoi");
  BOOST_CHECK_EQUAL(text(store, fact.evidence), "briefing#s3 hanoi#s1");
  BOOST_CHECK_EQUAL(fact.confidence, 0.95);
  BOOST_CHECK_EQUAL(fact.rule, "rule-headOf");
  BOOST_CHECK(fact.speaker == no_term);
}

BOOST_FIXTURE_TEST_CASE(a_fact_keeps_its_circumstances, Sample) {
  const Fact fact = the_fact("south-korea", "pledged", "next-summit", "Pledged");
  BOOST_CHECK(fact.speaker == (*this)("person/choi"));
  BOOST_CHECK_EQUAL(fact.factuality, "Pledged");
  BOOST_CHECK_EQUAL(fact.confidence, 0.8);
  BOOST_CHECK(!graph::fact(store, (*this)("person/choi")));
  BOOST_CHECK(!graph::fact(store, (*this)("@Choi Young-joon")));
}

BOOST_AUTO_TEST_CASE(a_fact_that_lacks_an_end_is_none) {
  SampleBuilder b;
  b.document("d", "D", "2020");
  b.quad("fact/half", "rdf:type", "pa:Fact");
  b.quad("fact/half", "rdf:subject", "person/choi");
  const Store store = b.build();
  BOOST_CHECK(!fact(store, id(store, "fact/half")));
  BOOST_CHECK(find_facts(store).empty());
}

BOOST_AUTO_TEST_CASE(an_empty_store_has_no_facts) {
  const Store store = Builder().build();
  BOOST_CHECK(find_facts(store).empty());
  BOOST_CHECK(find_facts(store, {.factuality = {"pledged"}, .since = "2018"}).empty());
}

BOOST_AUTO_TEST_CASE(a_fact_without_evidence_belongs_to_its_graph) {
  SampleBuilder b;
  b.document("table", "T", "2020");
  b.quad("fact/a", "rdf:type", "pa:Fact");
  b.quad("fact/a", "rdf:subject", "person/choi");
  b.quad("fact/a", "rdf:predicate", "pa:visited");
  b.quad("fact/a", "rdf:object", "place/seoul");
  b.quad("fact/a", "pa:factuality", "pa:Occurred");
  const Store store = b.build();
  const auto facts = find_facts(store, {.document = id(store, "document/table")});
  BOOST_CHECK_EQUAL(text(store, facts), "choi visited seoul Occurred\n");
  BOOST_CHECK_EQUAL(facts.front().confidence, 1.0);
}

BOOST_FIXTURE_TEST_CASE(evidence_is_a_sentence_of_a_document, Sample) {
  const EvidenceView view = evidence(store, (*this)("document/briefing#s3"));
  BOOST_CHECK_EQUAL(view.document_id, "briefing");
  BOOST_CHECK_EQUAL(view.source, "news/briefing.txt");
  BOOST_CHECK(view.document == (*this)("document/briefing"));
  BOOST_CHECK_EQUAL(view.sentence, 3U);
  BOOST_CHECK_EQUAL(view.start, 300U);
  BOOST_CHECK_EQUAL(view.end, 330U);
  BOOST_CHECK_EQUAL(view.byte_start, 302U);
  BOOST_CHECK_EQUAL(view.byte_end, 332U);
  BOOST_CHECK_EQUAL(view.quote, "Kim Jong Un heads North Korea.");
}

BOOST_FIXTURE_TEST_CASE(evidence_that_lacks_a_part_says_which, Sample) {
  BOOST_CHECK_EXCEPTION((void)evidence(store, (*this)("person/kim")), Error, [](const Error& error) {
    return error.kind() == ErrorKind::bad_input && std::string(error.what()).find("hasSource") != std::string::npos;
  });
}

// The narrow paths to facts must agree with a look at all of them.
BOOST_FIXTURE_TEST_CASE(every_index_finds_what_a_scan_finds, Sample) {
  const auto facts = find_facts(store);
  for (const Fact& wanted : facts) {
    const auto agree = [&](const FactFilter& filter, auto&& fits) {
      std::vector<Fact> scanned;
      for (const Fact& one : facts)
        if (fits(one)) scanned.push_back(one);
      BOOST_CHECK_EQUAL(find(filter), text(store, scanned));
    };
    agree({.subject = wanted.subject}, [&](const Fact& one) { return one.subject == wanted.subject; });
    agree({.predicate = wanted.predicate}, [&](const Fact& one) { return one.predicate == wanted.predicate; });
    agree({.object = wanted.object}, [&](const Fact& one) { return one.object == wanted.object; });
    agree({.factuality = {std::string(wanted.factuality)}},
          [&](const Fact& one) { return one.factuality == wanted.factuality; });
    agree({.document = wanted.documents.back()}, [&](const Fact& one) {
      return std::ranges::find(one.documents, wanted.documents.back()) != one.documents.end();
    });
  }
}

// More facts than a scan would repay: the dates lead to the facts.
BOOST_AUTO_TEST_CASE(among_many_facts_a_date_finds_its_own) {
  SampleBuilder b;
  b.document("chronicle", "Chronicle", "2021");
  b.sentence(1, "Much happened.");
  for (int i = 0; i < 600; ++i) {
    const std::string event = "event/e" + std::to_string(i);
    b.fact(event, "heldOn", std::to_string(1000 + i));
    b.fact("person/p" + std::to_string(i % 7), "participatedIn", event);
  }
  const Store store = b.build();
  BOOST_CHECK_EQUAL(text(store, find_facts(store, {.since = "1011", .until = "1012"})),
                    "e11 heldOn 1011 Occurred chronicle#s1\n"
                    "e12 heldOn 1012 Occurred chronicle#s1\n"
                    "p4 participatedIn e11 Occurred chronicle#s1\n"
                    "p5 participatedIn e12 Occurred chronicle#s1\n");
  BOOST_CHECK_EQUAL(find_facts(store, {.since = "1011"}).size(), 1178U);
}

// Which pairs of a small graph are worth a look, and in which order.
#include "ingest/identity/doubtful_pairs.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "graph/query/facts.h"
#include "graph/store/builder.h"
#include "graph/term/prefixes.h"
#include "graph/term/vocabulary.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

std::string expanded(const std::string& name) { return graph::Prefixes::usual().expand(name).value_or(std::string(graph::default_base) + name); }

struct News {
  graph::Builder builder;

  void say(const std::string& document, const std::string& subject, const std::string& predicate, const std::string& object) {
    const std::string s = expanded(subject), p = expanded(predicate), o = expanded(object), g = expanded("document/" + document);
    builder.quad({graph::TermView::iri(s), graph::TermView::iri(p), graph::TermView::iri(o), graph::TermView::iri(g)});
  }
  /// Mentioned in so many sentences of a document.
  void thing(const std::string& document, const std::string& end, const std::string& type, const std::string& name, int sentences) {
    const std::string s = expanded(end), p(graph::pa::name), g = expanded("document/" + document);
    say(document, end, "rdf:type", "pa:" + type);
    builder.quad({graph::TermView::iri(s), graph::TermView::iri(p), graph::TermView::tagged(name, "en"), graph::TermView::iri(g)});
    for (int i = 0; i < sentences; ++i) say(document, end, "pa:evidence", "evidence/" + document + "-s" + std::to_string(i));
  }
};

ontology::Schema schema() {
  const auto named = [](const char* local, std::vector<ontology::ClassId> parents) {
    ontology::Class one;
    one.iri = expanded(std::string("pa:") + local);
    one.label = local;
    one.parents = std::move(parents);
    return one;
  };
  using ontology::ClassId;
  return ontology::Schema({named("Person", {}), named("Organization", {}), named("PublicBody", {ClassId{1}}), named("Topic", {})}, {}, {},
                          {{ClassId{0}, ClassId{1}}});
}

/// "Ana Park = Park; a surname alone", best first.
std::vector<std::string> pairs(const graph::Store& store, const std::string& decisions = {}) {
  std::vector<std::string> found;
  for (const DoubtfulPair& pair : doubtful_pairs(store, schema(), Decisions::parse(decisions, "d"))) {
    std::string line = graph::display_name(store, pair.fuller) + " = " + graph::display_name(store, pair.other);
    for (const std::string& reason : pair.reasons) line += "; " + reason;
    found.push_back(line);
  }
  return found;
}

using Lines = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(the_most_mentioned_come_first) {
  News news;
  news.thing("a", "person/ana-park", "Person", "Ana Park", 9);
  news.thing("b", "person/park", "Person", "Park", 8);
  news.thing("a", "person/bo-li", "Person", "Bo Li", 2);
  news.thing("b", "person/bo-x-li", "Person", "Bo X. Li", 2);
  BOOST_TEST(pairs(news.builder.build()) == (Lines{"Ana Park = Park; a surname alone", "Bo X. Li = Bo Li; one has a middle name more"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_short_form_that_fits_several_is_shared_out) {
  News news;
  news.thing("a", "person/ana-park", "Person", "Ana Park", 19);
  news.thing("a", "person/eve-park", "Person", "Eve Park", 1);
  news.thing("b", "person/park", "Person", "Park", 8);
  BOOST_TEST(pairs(news.builder.build()) == (Lines{"Ana Park = Park; a surname alone, which fits 1 other"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_office_in_common_speaks_for_it) {
  News news;
  news.thing("a", "person/ana-park", "Person", "Ana Park", 3);
  news.thing("a", "person/eve-park", "Person", "Eve Park", 3);
  news.thing("b", "person/park", "Person", "Park", 3);
  BOOST_TEST(pairs(news.builder.build()).size() == 2U);
  News with_office;
  for (const char* name : {"ana", "eve", "jon", "kim"}) with_office.thing("a", std::string("person/") + name + "-park", "Person", std::string(1, static_cast<char>(name[0] - 32)) + (name + 1) + " Park", 3);
  with_office.thing("b", "person/park", "Person", "Park", 3);
  with_office.say("a", "person/ana-park", "pa:holdsPosition", "post/mayor");
  with_office.say("b", "person/park", "pa:holdsPosition", "post/mayor");
  BOOST_TEST(pairs(with_office.builder.build()) == (Lines{"Ana Park = Park; a surname alone, which fits 3 others; both holds position: mayor"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(classes_must_go_together) {
  News news;
  news.thing("a", "organization/epa", "Organization", "EPA", 3);
  news.thing("a", "public-body/environmental-protection-agency", "PublicBody", "Environmental Protection Agency", 3);
  news.thing("a", "person/epa", "Person", "EPA", 3);
  BOOST_TEST(pairs(news.builder.build()) == (Lines{"Environmental Protection Agency = EPA; an abbreviation of the other; together in 1 document; read as public body and as organization"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_was_decided_to_differ_and_what_is_no_name_is_left_out) {
  News news;
  news.thing("a", "person/bo-li", "Person", "Bo Li", 2);
  news.thing("b", "person/bo-x-li", "Person", "Bo X. Li", 2);
  news.thing("a", "topic/border-security", "Topic", "border security", 2);
  news.thing("b", "topic/border-securities", "Topic", "border-security", 2);
  news.thing("a", "person/a.bo-li", "Person", "Bo Li", 2);
  const graph::Store store = news.builder.build();
  BOOST_TEST(pairs(store).size() == 1U);
  BOOST_TEST(pairs(store, "different\tperson/bo-x-li\tperson/bo-li").empty());
}

BOOST_AUTO_TEST_CASE(whom_documents_know_by_one_name_alone_is_one_question) {
  News news;
  news.thing("a", "person/ana-park", "Person", "Ana Park", 3);
  news.thing("b", "person/b.park", "Person", "Park", 2);
  news.thing("c", "person/c.park", "Person", "Park", 1);
  news.thing("c", "person/mayor.park", "Person", "Park", 1);
  news.thing("d", "person/senator.park", "Person", "Park", 1);
  const graph::Store store = news.builder.build();
  const auto found = doubtful_pairs(store, schema(), {});
  std::vector<std::string> lines;
  for (const DoubtfulPair& pair : found)
    lines.push_back(std::string(store.term(pair.fuller).text.substr(graph::default_base.size())) + " " + std::string(store.term(pair.other).text.substr(graph::default_base.size())) + " " + pair.name_alone + " " + std::to_string(pair.other_mentions));
  std::ranges::sort(lines);
  BOOST_TEST(lines == (Lines{"person/ana-park person/b.park Park 3", "person/ana-park person/mayor.park  1", "person/ana-park person/senator.park  1"}),
             boost::test_tools::per_element());
  BOOST_TEST(doubtful_pairs(store, schema(), Decisions::parse("different\tperson/ana-park\tperson/c.park", "d")).size() == 4U);

  News nobody_else;
  nobody_else.thing("b", "person/b.park", "Person", "Park", 2);
  nobody_else.thing("c", "person/mayor.park", "Person", "Park", 1);
  BOOST_TEST(pairs(nobody_else.builder.build()) == (Lines{"Park = Park; the same name, once with an office"}), boost::test_tools::per_element());
}

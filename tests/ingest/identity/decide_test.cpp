// A small document by hand: what decisions do to its graph, and that taking them back leaves no trace.
#include "ingest/identity/decide.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "graph/term/prefixes.h"
#include "graph/term/vocabulary.h"
#include "ingest/identity/minted_iri.h"

using namespace dossier;
using namespace dossier::ingest;

namespace {

std::string id(const std::string& end) { return std::string(graph::default_base) + end; }
std::string expanded(const std::string& name) { return graph::Prefixes::usual().expand(name).value_or(id(name)); }

struct Note {
  DocumentGraph graph;
  Note() { graph.name = id("document/note"); }

  void say(const std::string& subject, const std::string& predicate, const std::string& object) {
    graph.add(graph::TermView::iri(expanded(subject)), graph::TermView::iri(expanded(predicate)), graph::TermView::iri(expanded(object)));
  }
  void call(const std::string& subject, const std::string& predicate, const std::string& text) {
    graph.add(graph::TermView::iri(expanded(subject)), graph::TermView::iri(expanded(predicate)), graph::TermView::tagged(text, "en"));
  }
  void person(const std::string& end, const std::string& name) {
    say(end, "rdf:type", "pa:Person");
    call(end, "pa:name", name);
    say(end, "pa:evidence", "evidence/note-s1");
  }
  std::string fact(const std::string& subject, const std::string& predicate, const std::string& object) {
    std::string node = "fact/" + fact_name({id(subject), expanded(predicate), id(object), expanded("pa:Occurred"), {}});
    say(node, "rdf:type", "pa:Fact");
    say(node, "rdf:subject", subject);
    say(node, "rdf:predicate", predicate);
    say(node, "rdf:object", object);
    say(node, "pa:factuality", "pa:Occurred");
    say(node, "pa:evidence", "evidence/note-s1");
    say(subject, predicate, object);
    return node;
  }

  [[nodiscard]] std::set<std::string> lines() const {
    std::set<std::string> found;
    for (const graph::Triple& triple : graph.triples)
      found.insert(graph::to_ntriples(graph.terms.term(triple.subject)) + ' ' + graph::to_ntriples(graph.terms.term(triple.predicate)) + ' ' +
                   graph::to_ntriples(graph.terms.term(triple.object)));
    return found;
  }
  [[nodiscard]] bool has(const std::string& subject, const std::string& predicate, const std::string& object) const {
    return lines().contains("<" + expanded(subject) + "> <" + expanded(predicate) + "> <" + expanded(object) + ">");
  }
  [[nodiscard]] bool calls(const std::string& subject, const std::string& predicate, const std::string& text) const {
    return lines().contains("<" + expanded(subject) + "> <" + expanded(predicate) + "> \"" + text + "\"@en");
  }
  [[nodiscard]] std::size_t with_subject(const std::string& subject) const {
    return static_cast<std::size_t>(std::ranges::count_if(lines(), [&](const std::string& line) { return line.starts_with("<" + expanded(subject) + ">"); }));
  }
};

Note two_people() {
  Note note;
  note.say("document/note", "rdf:type", "pa:Document");
  note.call("document/note", "pa:name", "Ana Park met Bo \"B\" Li\n\\ twice");
  note.person("person/ana-park", "Ana Park");
  note.person("person/ana-maria-park", "Ana Maria Park");
  note.call("person/ana-maria-park", "pa:altName", "Ana Park");
  note.fact("person/ana-park", "pa:met", "person/bo-li");
  note.fact("person/ana-maria-park", "pa:met", "person/bo-li");
  note.fact("person/bo-li", "pa:met", "person/ana-maria-park");
  const std::string tenure = "tenure/" + tenure_name({{expanded("pa:post"), id("post/mayor")}, {expanded("pa:holder"), id("person/ana-maria-park")}});
  note.say(tenure, "rdf:type", "pa:Tenure");
  note.say(tenure, "pa:holder", "person/ana-maria-park");
  note.say(tenure, "pa:post", "post/mayor");
  note.say(tenure, "pa:evidence", "evidence/note-s1");
  return note;
}

Decisions merge() { return Decisions::parse("same\tperson/ana-park\tperson/ana-maria-park\tpa:Person\tAna Park", "d"); }

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_said_of_the_one_is_said_of_the_other) {
  Note note = two_people();
  decide(note.graph, merge());
  BOOST_CHECK_EQUAL(note.with_subject("person/ana-maria-park"), 0U);
  BOOST_CHECK(note.calls("person/ana-park", "pa:name", "Ana Park"));
  BOOST_CHECK(note.calls("person/ana-park", "pa:altName", "Ana Maria Park"));
  BOOST_CHECK(!note.calls("person/ana-park", "pa:altName", "Ana Park"));
  BOOST_CHECK(note.has("person/bo-li", "pa:met", "person/ana-park"));
}

BOOST_AUTO_TEST_CASE(facts_and_tenures_get_the_names_that_they_would_have_had) {
  Note note = two_people();
  decide(note.graph, merge());
  const std::string fact = "fact/" + fact_name({id("person/ana-park"), expanded("pa:met"), id("person/bo-li"), expanded("pa:Occurred"), {}});
  BOOST_CHECK_EQUAL(note.with_subject(fact), 6U);  // both became one node
  BOOST_CHECK(note.has("tenure/ana-park-mayor", "pa:holder", "person/ana-park"));
}

BOOST_AUTO_TEST_CASE(taken_back_it_is_as_it_was_read) {
  Note note = two_people();
  const auto before = note.lines();
  decide(note.graph, merge());
  BOOST_CHECK(note.lines() != before);
  take_back(note.graph);
  BOOST_CHECK(note.lines() == before);
}

BOOST_AUTO_TEST_CASE(what_no_decision_speaks_of_is_left_alone) {
  Note note = two_people();
  const auto before = note.lines();
  decide(note.graph, Decisions::parse("same\tperson/x\tperson/y\nalias\tperson/x\tSomebody", "d"));
  BOOST_CHECK(note.lines() == before);
}

BOOST_AUTO_TEST_CASE(a_title_of_a_document_is_no_name_of_a_thing) {
  Note note;
  note.say("document/note", "rdf:type", "pa:Document");
  note.call("document/note", "pa:name", "Park");
  note.person("person/park", "Park");
  decide(note.graph, Decisions::parse("alias\tperson/ana-park\tPark\tpa:Person\tAna Park", "d"));
  BOOST_CHECK(note.calls("document/note", "pa:name", "Park"));
  BOOST_CHECK(note.calls("person/ana-park", "pa:name", "Ana Park"));
  BOOST_CHECK(note.calls("person/ana-park", "pa:altName", "Park"));
}

BOOST_AUTO_TEST_CASE(a_split_gives_the_thing_of_the_document_a_name_of_its_own) {
  Note note = two_people();
  const auto before = note.lines();
  decide(note.graph, Decisions::parse("split\tperson/ana-park\tdocument/note", "d"));
  BOOST_CHECK(note.calls("person/note.ana-park", "pa:name", "Ana Park"));
  BOOST_CHECK_EQUAL(note.with_subject("person/ana-park"), 0U);
  take_back(note.graph);
  BOOST_CHECK(note.lines() == before);
}

BOOST_AUTO_TEST_CASE(a_store_is_decided_as_its_documents_are) {
  const Decisions decisions = merge();
  Note note = two_people(), other;
  other.graph.name = id("document/other");
  other.person("person/eve", "Eve");
  graph::Builder plain, decided;
  note.graph.send(plain), other.graph.send(plain);
  const graph::Store store = plain.build();
  BOOST_CHECK_EQUAL(add_decided(store, decisions, {}, decided), 1U);  // the other document is not looked into
  const graph::Store after = decided.build();

  decide(note.graph, decisions);
  graph::Builder fresh;
  note.graph.send(fresh), other.graph.send(fresh);
  const graph::Store expected = fresh.build();
  BOOST_CHECK_EQUAL(after.size(), expected.size());
  BOOST_CHECK(std::ranges::equal(after.quads(), expected.quads()));

  graph::Builder again;
  BOOST_CHECK_EQUAL(add_decided(after, {}, {}, again), 1U);
  const graph::Store back = again.build();
  BOOST_CHECK(std::ranges::equal(back.quads(), store.quads()));
  BOOST_CHECK_EQUAL(back.term_count(), store.term_count());
}

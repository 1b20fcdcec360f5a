#include "ingest/meaning/clauses.h"

#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

/// "subject -verb chain-> object; in place"
std::string shown(std::string text) {
  Document document;
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  const Sentences sentences = analyse(document);
  const Words words(document, sentences, sentences.sentences.front());
  const Row row = read_row(words, sentences, shipped());
  const auto group = [&](const Group& phrases) {
    std::string out;
    for (const std::uint32_t p : phrases) out += (out.empty() ? "" : "+") + row.mentions[row.phrases[p].mention].name;
    return out;
  };
  std::string out;
  const Clauses clauses = read_clauses(words, sentences, row);
  for (const Clause& clause : clauses.clauses) {
    out += (out.empty() ? "" : " / ") + group(clause.subject) + " -";
    for (const std::uint32_t v : clause.chain) out += (out.back() == '-' ? "" : " ") + clauses.verbs[v].lemma;
    out += "-> " + group(clause.object);
    for (const Adjunct& a : clause.adjuncts) out += "; " + a.preposition + " " + (a.date == nowhere ? group(a.group) : "date");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(active_and_passive) {
  BOOST_CHECK_EQUAL(shown("Norway signed the treaty on 3 May 2019."), "Norway -sign-> treaty; on date");
  BOOST_CHECK_EQUAL(shown("The treaty was signed by Norway."), "Norway -sign-> treaty; by Norway");
}

BOOST_AUTO_TEST_CASE(lists) {
  BOOST_CHECK_EQUAL(shown("Norway will strengthen ties with Iceland, Denmark and Sweden."), "Norway -strengthen-> ties; with Iceland+Denmark+Sweden");
}

BOOST_AUTO_TEST_CASE(chains_share_their_subject) {
  BOOST_CHECK_EQUAL(shown("Norway pledged to continue strengthening the alliance."), "Norway -pledge continue strengthen-> alliance");
}

BOOST_AUTO_TEST_CASE(relative_clauses_and_insertions) {
  BOOST_CHECK_EQUAL(shown("Norway, which signed the treaty, left."), "Norway -sign-> treaty / Norway -leave-> ");
}

BOOST_AUTO_TEST_CASE(what_stands_in_front) {
  BOOST_CHECK_EQUAL(shown("On April 13, 2023, Norway convened the talks."), "Norway -convene-> talks; on date");
}

BOOST_AUTO_TEST_CASE(control_by_the_object) {
  BOOST_CHECK_EQUAL(shown("Norway urged Iceland to sign the treaty."), "Norway -urge-> Iceland / Iceland -sign-> treaty");
}

BOOST_AUTO_TEST_CASE(copulas_and_states) {
  BOOST_CHECK_EQUAL(shown("Norway is a member of the alliance."), "Norway -be-> member; of alliance");
  BOOST_CHECK_EQUAL(shown("The talks are in Oslo."), "talks -be-> ; in Oslo");
}

BOOST_AUTO_TEST_CASE(gaps_of_relative_clauses) {
  BOOST_CHECK_EQUAL(shown("The treaty that Norway signed failed."), "Norway -sign-> treaty / treaty -fail-> ");
}

BOOST_AUTO_TEST_CASE(one_auxiliary_for_two_verbs) {
  BOOST_CHECK_EQUAL(shown("Norway pledged to protect the seas and strengthen the alliance."), "Norway -pledge protect-> seas / Norway -pledge strengthen-> alliance");
}

BOOST_AUTO_TEST_CASE(an_apposition_is_a_clause) {
  BOOST_CHECK_EQUAL(shown("Norway, a member of the alliance, left."), "Norway -leave->  / Norway -be-> member; of alliance");
}

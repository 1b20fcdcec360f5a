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
  for (const Clause& clause : read_clauses(words, row).clauses) {
    out += (out.empty() ? "" : " / ") + group(clause.subject) + " -";
    for (const std::uint32_t v : clause.chain) out += (out.back() == '-' ? "" : " ") + row.verbs[v].lemma;
    out += "-> " + group(clause.object);
    for (const Adjunct& a : clause.adjuncts) out += "; " + a.preposition + " " + (a.date == nowhere ? group(a.group) : "date");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(active_and_passive) {
  BOOST_CHECK_EQUAL(shown("Norway signed the treaty in Oslo on 3 May 2019."), "Norway -sign-> treaty; in Oslo; on date");
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

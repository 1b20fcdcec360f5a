#include "ingest/meaning/places.h"

#include <boost/test/unit_test.hpp>

#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

/// A sentence with all that it borrows.
struct Reading {
  Document document;
  Sentences sentences;
  SentenceReading reading;

  explicit Reading(std::string text)
      : document(document_of(std::move(text))), sentences(analyse(document)), reading(read_sentence(document, sentences, sentences.sentences.front(), shipped())) {}

  static Document document_of(std::string text) {
    Document document;
    document.text = std::move(text);
    document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
    return document;
  }
  [[nodiscard]] Span span_of(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  /// The path from the first clause to these words.
  [[nodiscard]] std::string path(std::string_view words) const {
    return to_string(Surroundings(reading, reading.clauses.clauses.front()).path_to(span_of(words)));
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(one_step) {
  const Reading r("Norway signed the treaty with Iceland on 3 May 2019.");
  BOOST_CHECK_EQUAL(r.path("Norway"), "subject");
  BOOST_CHECK_EQUAL(r.path("treaty"), "object");
  BOOST_CHECK_EQUAL(r.path("Iceland"), "with");
  BOOST_CHECK_EQUAL(r.path("3 May 2019"), "on");
  BOOST_CHECK_EQUAL(r.path("signed"), "");
}

BOOST_AUTO_TEST_CASE(through_a_noun) {
  const Reading r("Norway announced the creation of a trade commission.");
  BOOST_CHECK_EQUAL(r.path("commission"), "object 'creation' > of");
}

BOOST_AUTO_TEST_CASE(a_path_leads_back_to_what_it_came_from) {
  const Reading r("Norway announced the creation of a trade commission.");
  const Surroundings around(r.reading, r.reading.clauses.clauses.front());
  const Path path = around.path_to(r.span_of("commission"));
  const auto found = around.at_end_of(path);
  BOOST_REQUIRE_EQUAL(found.size(), 1U);
  BOOST_REQUIRE_EQUAL(found.front().group.size(), 1U);
  BOOST_CHECK_EQUAL(r.reading.row.mentions[r.reading.row.phrases[found.front().group.front()].mention].name, "trade commission");
  // another noun on the way is another path
  Path other = path;
  other.front().lemma = "end";
  BOOST_CHECK(around.at_end_of(other).empty());
  BOOST_CHECK(around.has(other.front()));
}

BOOST_AUTO_TEST_CASE(around_a_noun) {
  const Reading r("The King praised Norway's visit to Iceland.");
  const auto visit = std::ranges::find_if(r.reading.row.phrases, [&](const Phrase& p) { return r.reading.words.word(p.head) == "visit"; });
  BOOST_REQUIRE(visit != r.reading.row.phrases.end());
  const Surroundings around(r.reading, static_cast<std::uint32_t>(visit - r.reading.row.phrases.begin()));
  BOOST_CHECK_EQUAL(to_string(around.path_to(r.span_of("Norway"))), "owner");
  BOOST_CHECK_EQUAL(to_string(around.path_to(r.span_of("Iceland"))), "to");
  BOOST_CHECK_EQUAL(to_string(around.path_to(r.span_of("visit"))), "itself");
}

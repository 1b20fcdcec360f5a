// What the first real input must give (the article itself is not part of the project).
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>

#include "ingest/source/document_stream.h"
#include "tests/ingest/meaning/reading_fixture.h"

using namespace dossier::ingest;
using namespace dossier::ingest::test;

namespace {

struct Article {
  Extraction x;
  std::vector<std::string> lines;
  bool here = false;

  Article() {
    const std::filesystem::path file = std::string(DOSSIER_SHARED) + "/article/korea-net-2022-01.txt";
    if (!std::filesystem::exists(file)) {
      std::cout << "skipped: the article is not here\n";
      return;
    }
    DocumentStream stream({file}, {});
    const auto document = stream.next();
    BOOST_REQUIRE(document.has_value());
    BOOST_CHECK_EQUAL(document->date, "2022-01-24");
    x = read_statements(*document, analyse(*document), shipped(), patterns());
    lines = facts(x);
    here = true;
  }

  /// The sentence that is the evidence of a fact.
  [[nodiscard]] std::string evidence(std::string_view property, std::string_view object) const {
    for (const Statement& s : x.statements) {
      if (!shipped().schema[s.predicate].iri.ends_with(std::string("#") + std::string(property))) continue;
      const auto* entity = std::get_if<EntityIndex>(&s.object);
      const std::string name = entity != nullptr ? x.entities[static_cast<std::size_t>(*entity)].name : dossier::graph::to_string(std::get<DateValue>(s.object).date);
      if (name != object) continue;
      for (const auto& [sentence, text] : x.sentences)
        if (sentence.number == s.evidence.sentence) return text;
    }
    return {};
  }
  void check(std::string_view line) const { BOOST_CHECK_MESSAGE(has(lines, line), line << " is not among\n" << joined(lines)); }
};

const Article& article() {
  static const Article one;
  return one;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ministries_and_people) {
  if (!article().here) return;
  for (const char* name : {"Ministry of Unification", "Ministry of Foreign Affairs", "Ministry of National Defense", "Choi Young-joon", "Moon Jae-in"})
    BOOST_CHECK_MESSAGE(std::ranges::count(article().x.entities, name, &Entity::name) == 1, name);
  article().check("Choi Young-joon | holdsPosition | Vice Minister of Unification | occurred");
  article().check("Moon Jae-in | headOf | Moon Jae-in administration | occurred");
}

BOOST_AUTO_TEST_CASE(the_military_agreement) {
  if (!article().here) return;
  article().check("inter-Korean military agreement | signedOn | 2018-09-19 | occurred");
  article().check("inter-Korean military agreement | between | South Korea | occurred");
  article().check("inter-Korean military agreement | between | North Korea | occurred");
  BOOST_CHECK(article().evidence("signedOn", "2018-09-19").starts_with("The Defense Ministry said the military will maintain"));
}

BOOST_AUTO_TEST_CASE(the_hanoi_summit) {
  if (!article().here) return;
  article().check("2019 Hanoi Summit | heldOn | 2019 | occurred");
  article().check("2019 Hanoi Summit | between | North Korea | occurred");
  article().check("2019 Hanoi Summit | between | United States | occurred");
}

BOOST_AUTO_TEST_CASE(the_briefing) {
  if (!article().here) return;
  article().check("joint briefing | heldIn | Seoul | occurred");
  article().check("joint briefing | heldOn | 2021-12-23 | occurred");
  BOOST_CHECK(article().evidence("heldOn", "2021-12-23").starts_with("Three diplomacy and security-related ministries"));
}

BOOST_AUTO_TEST_CASE(relations_are_plans_and_not_facts) {
  if (!article().here) return;
  for (const char* state : {"United States", "China", "Japan", "Russia"}) {
    article().check("Ministry of Foreign Affairs | relationWith | " + std::string(state) + " | planned");
    BOOST_CHECK(!has(article().lines, "Ministry of Foreign Affairs | relationWith | " + std::string(state) + " | occurred"));
    BOOST_CHECK_EQUAL(article().evidence("relationWith", state),
                      "The Foreign Ministry said it will strengthen relations with the United States, China, Japan and Russia.");
  }
}

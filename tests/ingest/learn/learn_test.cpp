// A relation learned from a few dozen sentences of our own, written as Turtle, read back, and used on new ones.
#include "ingest/learn/learn.h"

#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "graph/rdf/writer.h"
#include "ingest/learn/learned_ontology.h"
#include "ontology/ontology.h"

using namespace dossier::ingest;

namespace {

const std::string founded = "https://example.org/firms#founded";

/// Sentences about who founded what, beside others with the same names in which nobody founds anything.
std::vector<LabelledText> lessons() {
  const std::vector<std::string> people{"Anna Berg", "Tom Hansen", "Maria Lopez", "John Carter", "Eva Novak", "Peter Braun", "Lucy Adams", "Paul Martin"};
  const std::vector<std::string> firms{"Fjordline", "Northwind Energy", "Carter Foods", "Bluewater Group", "Novak Systems", "Braun Motors", "Adams Press", "Martin Steel"};
  std::vector<LabelledText> texts;
  const auto add = [&](const std::string& text, const std::string& person, const std::string& firm, bool fact) {
    const auto place = [&](const std::string& name) {
      const auto begin = static_cast<std::uint32_t>(text.find(name));
      return Span{begin, begin + static_cast<std::uint32_t>(name.size())};
    };
    LabelledText one{std::to_string(texts.size()), std::to_string(texts.size()), text, {}, {"founded"}};
    if (fact) one.facts.push_back({"founded", person, firm, place(person), place(firm)});
    texts.push_back(std::move(one));
  };
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string &p = people[i], &f = firms[(i + 3) % firms.size()];
    add(p + " founded " + f + " in 1987.", p, f, true);
    add(f + " was founded by " + p + " in Oslo.", p, f, true);
    add(p + " set up " + f + " with a friend.", p, f, true);
    add(p + " left " + f + " in 1987.", p, f, false);
    add(f + " was sued by " + p + " in Oslo.", p, f, false);
    add(p + " works for " + f + " with a friend.", p, f, false);
  }
  return texts;
}

std::vector<std::string> facts_in(const std::string& text, const LearnedRelation& relation) {
  const Sentences sentences = analyse_text(text);
  const Passage passage = read_passage(text, sentences);
  std::vector<std::string> facts;
  for (const Pair& pair : read_relation(passage, relation)) {
    const LabelledFact fact = as_fact(passage, pair);
    facts.push_back(fact.subject + " -> " + fact.object);
  }
  return facts;
}

Lesson learn() {
  const std::vector<LabelledText> texts = lessons();
  return Lessons(texts).learn(founded, [](std::string_view name) { return name == "founded"; }, {});
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_taught_is_read_in_new_sentences) {
  const Lesson lesson = learn();
  BOOST_TEST(lesson.labelled == 24u);
  BOOST_TEST(lesson.reachable >= 22u);
  BOOST_TEST(lesson.unseen.f1() > 0.8);
  const std::vector<std::string> expected{"Clara Stein -> Steinway Optics"};
  BOOST_TEST(facts_in("Clara Stein founded Steinway Optics in 2001.", lesson.relation) == expected);
  BOOST_TEST(facts_in("Steinway Optics was founded by Clara Stein in Bonn.", lesson.relation) == expected);
  BOOST_TEST(facts_in("Clara Stein left Steinway Optics in 2001.", lesson.relation).empty());
}

BOOST_AUTO_TEST_CASE(cues_are_words_that_a_person_understands) {
  const Lesson lesson = learn();
  const auto weight = [&](const char* cue) { return lesson.relation.cues.contains(cue) ? lesson.relation.cues.at(cue) : 0; };
  BOOST_TEST(weight("on path found") > 0);
  BOOST_TEST(weight("on path leave") < 0);
}

BOOST_AUTO_TEST_CASE(turtle_and_back) {
  const Lesson lesson = learn();
  std::ostringstream turtle;
  const auto writer = dossier::graph::make_writer(turtle, {});
  write_learned(lesson.relation, *writer);
  writer->finish();
  const std::filesystem::path file = std::filesystem::temp_directory_path() / ("dossier_learned_" + std::to_string(::getpid()) + ".ttl");
  std::ofstream(file) << turtle.str() << "<" << founded << "> a <http://www.w3.org/2002/07/owl#ObjectProperty> .\n";
  const std::filesystem::path files[] = {file};
  const dossier::ontology::Ontology ontology = dossier::ontology::read_ontology(files, {});
  std::filesystem::remove(file);
  const auto relations = learned_relations(ontology.schema);
  BOOST_REQUIRE(relations.size() == 1u);
  const LearnedRelation& again = relations.front().second;
  BOOST_TEST(again.property == founded);
  BOOST_TEST(again.cues.size() == lesson.relation.cues.size());
  BOOST_TEST((again.kinds == lesson.relation.kinds));
  BOOST_TEST(std::abs(again.threshold - lesson.relation.threshold) < 1e-4);
  for (const char* text : {"Clara Stein founded Steinway Optics in 2001.", "Clara Stein left Steinway Optics in 2001.", "Optics founded Clara."})
    BOOST_TEST(facts_in(text, again) == facts_in(text, lesson.relation));
}

BOOST_AUTO_TEST_CASE(nothing_to_learn) {
  const std::vector<LabelledText> texts{{"1", "1", "Nothing happened.", {}, {}}};
  const Lesson lesson = Lessons(texts).learn(founded, [](std::string_view) { return true; }, {});
  BOOST_TEST(lesson.labelled == 0u);
  BOOST_TEST(facts_in("Clara Stein founded Steinway Optics.", lesson.relation).empty());
}

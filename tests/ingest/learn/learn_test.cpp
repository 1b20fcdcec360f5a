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
  const RelationReader reader({relation});
  const ReadText read(text, reader.listed());
  std::vector<std::string> facts;
  const auto found = reader.read(read.passage);
  for (const Pair& pair : found.front()) {
    const LabelledFact fact = as_fact(read.passage, pair);
    facts.push_back(fact.subject + " -> " + fact.object);
  }
  return facts;
}

Lesson learn_one(const std::vector<LabelledText>& texts, std::string property) {
  const PropertyToLearn wanted[] = {{founded, [&property](std::string_view name) { return name == property; }}};
  return learn(texts, wanted, {}).front();
}

Lesson learn_founding() { return learn_one(lessons(), "founded"); }

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_taught_is_read_in_new_sentences) {
  const Lesson lesson = learn_founding();
  BOOST_TEST(lesson.labelled == 24u);
  BOOST_TEST(lesson.reachable >= 22u);
  BOOST_TEST(lesson.unseen.f1() > 0.8);
  const std::vector<std::string> expected{"Clara Stein -> Steinway Optics"};
  BOOST_TEST(facts_in("Clara Stein founded Steinway Optics in 2001.", lesson.relation) == expected);
  BOOST_TEST(facts_in("Steinway Optics was founded by Clara Stein in Bonn.", lesson.relation) == expected);
  BOOST_TEST(facts_in("Clara Stein left Steinway Optics in 2001.", lesson.relation).empty());
}

BOOST_AUTO_TEST_CASE(cues_are_words_that_a_person_understands) {
  const Lesson lesson = learn_founding();
  const auto weight = [&](const char* cue) { return lesson.relation.cues.contains(cue) ? lesson.relation.cues.at(cue) : 0; };
  BOOST_TEST(weight("on path found") > 0);
  BOOST_TEST(weight("on path leave") < 0);
}

BOOST_AUTO_TEST_CASE(turtle_and_back) {
  const Lesson lesson = learn_founding();
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
  const LearnedRelation& again = relations.front();
  BOOST_TEST(again.property == founded);
  BOOST_TEST(again.cues.size() == lesson.relation.cues.size());
  BOOST_TEST((again.kinds == lesson.relation.kinds));
  BOOST_TEST(std::abs(again.threshold - lesson.relation.threshold) < 1e-4);
  for (const char* text : {"Clara Stein founded Steinway Optics in 2001.", "Clara Stein left Steinway Optics in 2001.", "Optics founded Clara."})
    BOOST_TEST(facts_in(text, again) == facts_in(text, lesson.relation));
}

BOOST_AUTO_TEST_CASE(nothing_to_learn) {
  const std::vector<LabelledText> texts{{"1", "1", "Nothing happened.", {}, {}}};
  const Lesson lesson = learn_one(texts, "founded");
  BOOST_TEST(lesson.labelled == 0u);
  BOOST_TEST(facts_in("Clara Stein founded Steinway Optics.", lesson.relation).empty());
}

BOOST_AUTO_TEST_CASE(what_is_an_object_often_is_found_inside_of_other_words) {
  std::vector<LabelledText> texts;
  const std::vector<std::string> films{"Red Harbour", "Night Ferry", "Cold Lantern", "Paper Boats", "Glass Orchard", "Long Shadows"};
  for (std::size_t i = 0; i < films.size(); ++i) {
    const std::string genre = i % 2 == 0 ? "comedy horror" : "crime drama";
    const std::string text = films[i] + " is a Danish " + genre + " film about a lighthouse.";
    texts.push_back({std::to_string(i), std::to_string(i), text, {{"genre", films[i], genre, {}, {}}}, {}});
    texts.push_back({"b" + std::to_string(i), "b" + std::to_string(i), films[i] + " was shown in Aarhus in " + std::to_string(1990 + i) + ".", {}, {}});
  }
  const LearnedRelation genre = learn_one(texts, "genre").relation;
  BOOST_TEST(genre.cues.contains("object reads comedy horror"));
  BOOST_TEST(facts_in("Iron Bells is a Danish comedy horror film about a lighthouse.", genre) == std::vector<std::string>{"Iron Bells -> comedy horror"});
  BOOST_TEST(facts_in("Iron Bells was shown in Aarhus in 1999.", genre).empty());
}

BOOST_AUTO_TEST_CASE(relations_see_each_other) {
  const Lesson lesson = learn_founding();
  LearnedRelation rival = lesson.relation;
  rival.property = "https://example.org/firms#rival";
  const RelationReader alone({lesson.relation}), beside({lesson.relation, rival});
  const std::string text = "Clara Stein founded Steinway Optics in 2001.";
  const ReadText read(text, {});
  BOOST_TEST(beside.relations().size() == 2u);
  const auto one = alone.weigh(read.passage), two = beside.weigh(read.passage);
  BOOST_REQUIRE(one.front().size() == two.front().size() && !one.front().empty());
  for (std::size_t k = 0; k < one.front().size(); ++k) BOOST_TEST(one.front()[k].score == two.front()[k].score);
  const auto name = [](std::string_view wanted) {
    return static_cast<std::size_t>(std::ranges::find(Company::names(), wanted) - Company::names().begin());
  };
  std::vector<double> numbers, others;
  Company(read.passage, one, one.size()).of(0, 0, numbers);
  Company(read.passage, two, two.size()).of(0, 0, others);
  BOOST_TEST(numbers[name("pair in another relation")] == no_pair);
  BOOST_TEST(others[name("pair in another relation")] == two[1][0].score);
  BOOST_TEST(numbers[name("itself")] == others[name("itself")]);
}

BOOST_AUTO_TEST_CASE(several_properties_share_what_is_common_to_them) {
  std::vector<LabelledText> texts = lessons();
  for (LabelledText& text : texts) text.asked = {};
  for (LabelledText& text : texts)
    if (text.text.find(" left ") != std::string::npos) {
      const std::size_t at = text.text.find(" left ");
      const auto end = static_cast<std::uint32_t>(text.text.find(" in 1987"));
      const auto begin = static_cast<std::uint32_t>(at + 6);
      text.facts.push_back({"left", text.text.substr(0, at), text.text.substr(begin, end - begin), Span{0, static_cast<std::uint32_t>(at)}, Span{begin, end}});
    }
  const PropertyToLearn wanted[] = {{founded, [](std::string_view name) { return name == "founded"; }},
                                    {"https://example.org/firms#left", [](std::string_view name) { return name == "left"; }}};
  const std::vector<Lesson> learned = learn(texts, wanted, {});
  BOOST_REQUIRE(learned.size() == 3u);
  BOOST_TEST(learned.back().relation.property == any_relation);
  BOOST_TEST(learned.back().labelled == learned[0].labelled + learned[1].labelled);
  const RelationReader reader({learned[0].relation, learned[1].relation, learned[2].relation});
  const ReadText read("Clara Stein left Steinway Optics in 2001.", {});
  const auto facts = reader.read(read.passage);
  BOOST_TEST(facts[0].empty());
  BOOST_TEST(facts[1].size() == 1u);
  BOOST_TEST(facts[2].empty());  // no fact by itself
}

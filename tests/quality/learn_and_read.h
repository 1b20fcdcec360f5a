/// Learning from some labelled texts and reading others, for the quality tests.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "ingest/learn/learn.h"

namespace dossier::ingest::test {

inline std::set<std::string> properties_in(const std::vector<LabelledText>& texts) {
  std::set<std::string> found;
  for (const LabelledText& text : texts)
    for (const LabelledFact& fact : text.facts) found.insert(fact.property);
  return found;
}

/// Learns the properties of `train` and reads `test` with them. Facts of properties that were never taught are missed.
inline Agreement learn_and_read(const std::vector<LabelledText>& train, const std::vector<LabelledText>& test, std::map<std::string, Agreement>& by_property) {
  const std::set<std::string> taught = properties_in(train);
  std::vector<PropertyToLearn> properties;
  for (const std::string& property : taught) properties.push_back({property, [&property](std::string_view name) { return name == property; }});
  std::vector<LearnedRelation> relations;
  for (Lesson& lesson : learn(train, properties, {})) relations.push_back(std::move(lesson.relation));
  const RelationReader reader(std::move(relations));
  const bool by_name = is_by_name(train);
  Agreement all;
  for (const LabelledText& text : test) {
    const ReadText read(text.text, reader.listed());
    const auto facts = reader.read(read.passage);
    for (std::size_t r = 0; r < properties.size(); ++r) {
      const std::string& property = properties[r].iri;
      if (!text.asked.empty() && std::ranges::find(text.asked, property) == text.asked.end()) continue;
      std::vector<LabelledFact> gold, found;
      std::ranges::copy_if(text.facts, std::back_inserter(gold), [&](const LabelledFact& fact) { return fact.property == property; });
      for (const Pair& pair : facts[r]) found.push_back(as_fact(read.passage, pair));
      const Agreement here = agreement(gold, found, by_name);
      by_property[property] += here;
      all += here;
    }
    all.missed += static_cast<std::uint64_t>(std::ranges::count_if(text.facts, [&](const LabelledFact& fact) { return !taught.contains(fact.property); }));
  }
  return all;
}

inline void print(const std::string& name, const Agreement& a) {
  std::printf("%-28s marked %5zu   precision %.3f   recall %.3f   F1 %.3f\n", name.c_str(), static_cast<std::size_t>(a.hits + a.missed), a.precision(), a.recall(), a.f1());
}

}  // namespace dossier::ingest::test

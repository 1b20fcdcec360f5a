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

/// Learns each property of `train` and reads `test` with it. Facts of properties that were never taught are missed.
inline Agreement learn_and_read(const std::vector<LabelledText>& train, const std::vector<LabelledText>& test, std::map<std::string, Agreement>& by_property) {
  const Lessons lessons(train), unseen(test);
  Agreement all;
  for (const std::string& property : properties_in(train)) {
    const Lesson lesson = lessons.learn(property, [&](std::string_view name) { return name == property; }, {});
    Agreement sum;
    for (std::size_t t = 0; t < test.size(); ++t) {
      if (!test[t].asked.empty() && std::ranges::find(test[t].asked, property) == test[t].asked.end()) continue;
      std::vector<LabelledFact> gold, found;
      std::ranges::copy_if(test[t].facts, std::back_inserter(gold), [&](const LabelledFact& fact) { return fact.property == property; });
      for (const Pair& pair : read_relation(unseen.passage(t), lesson.relation)) found.push_back(as_fact(unseen.passage(t), pair));
      sum += agreement(gold, found, lessons.by_name());
    }
    by_property[property] += sum;
    all += sum;
  }
  const auto taught = properties_in(train);
  for (const LabelledText& text : test) all.missed += static_cast<std::uint64_t>(std::ranges::count_if(text.facts, [&](const LabelledFact& fact) { return !taught.contains(fact.property); }));
  return all;
}

inline void print(const std::string& name, const Agreement& a) {
  std::printf("%-28s marked %5zu   precision %.3f   recall %.3f   F1 %.3f\n", name.c_str(), static_cast<std::size_t>(a.hits + a.missed), a.precision(), a.recall(), a.f1());
}

}  // namespace dossier::ingest::test

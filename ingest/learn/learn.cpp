#include "ingest/learn/learn.h"

#include <algorithm>
#include <map>
#include <set>

#include "ingest/language/language_model.h"
#include "ingest/language/side_by_side.h"
#include "ingest/learn/course.h"

namespace dossier::ingest {
namespace {

/// Runs 0 to count - 1 on two threads, the even ones and the odd ones.
template <class Run>
void on_both_cores(std::size_t count, const Run& run) {
  side_by_side(2, [&](std::size_t first) {
    for (std::size_t i = first; i < count; i += 2) run(i);
  });
}

/// What is the object of a fact in more texts than one.
ListedNames listed_objects(std::span<const LabelledText> texts) {
  std::map<std::string, std::pair<std::string, std::size_t>> counts;  // key -> a writing, texts
  for (const LabelledText& text : texts) {
    std::set<std::string> here;
    for (const LabelledFact& fact : text.facts)
      if (std::string key = name_key(fact.object); here.insert(key).second) {
        auto& [writing, count] = counts[std::move(key)];
        writing = fact.object;
        ++count;
      }
  }
  std::vector<std::string> names;
  for (const auto& [key, entry] : counts)
    if (entry.second > 1) names.push_back(entry.first);
  return ListedNames(names);
}

/// The threshold that reads unseen texts best, all properties together. It is one for all: where sums are log odds, F1 over all facts is
/// greatest when each property takes what has half of that F1 as its chance (Z. Lipton and others, "Optimal Thresholding of Classifiers
/// to Maximize F1 Measure", 2014).
double best_threshold(std::span<const Course> courses) {
  constexpr double usual = -0.3, clearly = 0.005;  // few labels make a ragged curve
  const auto f1_at = [&](double threshold) {
    Agreement all;
    for (const Course& course : courses) all += course.unseen_from(threshold);
    return all.f1();
  };
  double best = usual, most = f1_at(usual) + clearly;
  for (int tenths = -30; tenths <= 10; tenths += 2)
    if (const double f1 = f1_at(tenths / 10.0); f1 > most) most = f1, best = tenths / 10.0;
  return best;
}

}  // namespace

bool is_by_name(std::span<const LabelledText> texts) {
  return std::ranges::none_of(texts, [](const LabelledText& text) {
    return std::ranges::any_of(text.facts, [](const LabelledFact& fact) { return fact.subject_place.has_value(); });
  });
}

ReadText::ReadText(std::string_view text, const ListedNames& listed)
    : sentences(std::make_unique<Sentences>(analyse(one_paragraph(std::string(text))))), passage(read_passage(text, *sentences, listed)) {}

LabelledFact as_fact(const Passage& passage, const Pair& pair) {
  const Argument& subject = passage.arguments[pair.subject];
  const Argument& object = passage.arguments[pair.object];
  return {{}, std::string(passage.words(subject)), std::string(passage.words(object)), passage.span(subject), passage.span(object)};
}

std::vector<Lesson> learn(std::span<const LabelledText> texts, std::span<const PropertyToLearn> properties, const LearnOptions& options) {
  const bool by_name = is_by_name(texts);
  const ListedNames listed = by_name ? listed_objects(texts) : ListedNames();
  std::vector<ReadText> read;
  std::vector<Passage> passages;
  for (const LabelledText& text : texts) {
    read.emplace_back(text.text, listed);
    passages.push_back(std::move(read.back().passage));
  }
  std::vector<Course> courses;
  for (const PropertyToLearn& property : properties) {
    courses.emplace_back(texts, passages, property.same, by_name, options);
    courses.back().lesson().relation.property = property.iri;
  }
  const std::size_t any = courses.size();
  const auto is_any = [&](std::string_view label) { return std::ranges::any_of(properties, [&](const PropertyToLearn& property) { return property.same(label); }); };
  if (properties.size() > 1) {
    courses.emplace_back(texts, passages, is_any, by_name, options);
    courses.back().lesson().relation.property = any_relation;
  }
  on_both_cores(courses.size(), [&](std::size_t c) { courses[c].learn_cues(); });

  // texts that do not speak of a property are read with what the others taught
  std::vector<LearnedRelation> relations;
  for (Course& course : courses) relations.push_back(course.lesson().relation);
  const RelationReader reader(std::move(relations));
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    std::vector<std::vector<Pair>> pairs(courses.size());
    std::vector<std::size_t> silent;
    for (std::size_t c = 0; c < courses.size(); ++c)
      if (const auto own = courses[c].unseen_pairs(t)) pairs[c].assign(own->begin(), own->end());
      else silent.push_back(c);
    if (silent.size() == courses.size()) continue;
    if (!silent.empty()) {
      auto weighed = reader.weigh(passages[t]);
      for (const std::size_t c : silent) pairs[c] = std::move(weighed[c]);
    }
    const Company company(passages[t], pairs, any);
    for (std::size_t c = 0; c < any; ++c)
      if (courses[c].unseen_pairs(t)) courses[c].see_company(t, company, c);
  }
  on_both_cores(any, [&](std::size_t c) { courses[c].learn_company(); });
  const double threshold = best_threshold(std::span(courses).first(any));
  for (std::size_t c = 0; c < any; ++c) courses[c].settle(threshold);
  std::vector<Lesson> lessons;
  for (Course& course : courses) lessons.push_back(std::move(course.lesson()));
  return lessons;
}

}  // namespace dossier::ingest

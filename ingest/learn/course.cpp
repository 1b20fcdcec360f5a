#include "ingest/learn/course.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "ingest/language/hashing.h"
#include "ingest/learn/cues.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t fewest = 2;  ///< a cue of a single pair tells of that pair only

}  // namespace

/// What a passage's pairs are compared with, and what they are compared by.
struct Course::Comparison {
  std::vector<std::pair<FactEnd, FactEnd>> gold;
  std::vector<FactEnd> arguments;

  Comparison(const Member& member, const Passage& passage) {
    for (const LabelledFact& fact : member.gold)
      gold.emplace_back(FactEnd{fact.subject_place, name_key(fact.subject)}, FactEnd{fact.object_place, name_key(fact.object)});
    for (const Argument& argument : passage.arguments) arguments.push_back({passage.span(argument), name_key(passage.words(argument))});
  }

  /// The index of the marked fact that a pair is; `gold.size()` when none.
  [[nodiscard]] std::size_t fact_of(const Pair& pair) const {
    return static_cast<std::size_t>(std::ranges::find_if(gold, [&](const auto& fact) {
      return is_same_fact(fact.first, fact.second, arguments[pair.subject], arguments[pair.object]);
    }) - gold.begin());
  }
};

Course::Course(std::span<const LabelledText> texts, std::span<const Passage> passages, const std::function<bool(std::string_view)>& same, bool by_name,
               const LearnOptions& options)
    : passages_(passages), options_(options), by_name_(by_name) {
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    const LabelledText& text = texts[t];
    std::vector<LabelledFact> gold;
    for (const LabelledFact& fact : text.facts)
      if (same(fact.property)) gold.push_back(fact);
    if (gold.empty() && !text.asked.empty() && std::ranges::none_of(text.asked, same)) continue;
    lesson_.labelled += gold.size();
    members_.push_back({t, part_of(text.group), std::move(gold), 0, 0});
  }
}

void Course::learn_cues() {
  choose_kinds();
  if (lesson_.relation.kinds.empty()) return;
  gather();
  drop_rare();
  const Weighed cues = weigh_parts(cues_, names_.size(), options_.cost);
  for (std::size_t r = 0; r < pairs_.size(); ++r) pairs_[r].score = cues.unseen[r];
  for (std::size_t c = 0; c < names_.size(); ++c)
    if (std::abs(cues.weights[c]) >= options_.least_weight) lesson_.relation.cues.emplace(names_[c], cues.weights[c]);
  cues_ = {};
  names_ = {};
  drop_hopeless();
}

std::optional<std::span<const Pair>> Course::unseen_pairs(std::uint32_t text) const {
  const auto member = std::ranges::lower_bound(members_, text, {}, &Member::text);
  if (member == members_.end() || member->text != text) return std::nullopt;
  return std::span(pairs_).subspan(member->first, member->last - member->first);
}

void Course::see_company(std::uint32_t text, const Company& company, std::size_t relation) {
  std::vector<double> numbers;
  for (std::size_t k = 0; k < unseen_pairs(text)->size(); ++k) {
    company.of(relation, k, numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) company_.columns.push_back(static_cast<std::uint32_t>(i)), company_.values.push_back(static_cast<float>(numbers[i]));
    company_.starts.push_back(company_.columns.size());
  }
}

void Course::learn_company() {
  if (lesson_.relation.kinds.empty()) return;
  constexpr double cost = 0.03;  // few numbers, much alike
  Weighed weighed = weigh_parts(company_, Company::names().size(), cost);
  lesson_.relation.company = std::move(weighed.weights);
  for (std::size_t r = 0; r < pairs_.size(); ++r) pairs_[r].score = weighed.unseen[r];
  company_ = {};
}

void Course::settle(double threshold) {
  lesson_.relation.threshold = threshold;
  lesson_.unseen = unseen_from(threshold);
}

unsigned Course::part_of(const std::string& group) const {
  return static_cast<unsigned>((hash_of(group) >> 20U) % options_.parts);
}

/// Kinds of arguments that facts have, but not by accident.
void Course::choose_kinds() {
  std::vector<ArgumentKinds> all;
  for (std::size_t a = 0; a < argument_kind_count; ++a)
    for (std::size_t b = 0; b < argument_kind_count; ++b) {
      const ArgumentKinds kinds(static_cast<ArgumentKind>(a), static_cast<ArgumentKind>(b));
      // stretches across others are of use only where a name has to be met exactly
      if (by_name_ || !(is_rival(kinds.first) || is_rival(kinds.second))) all.push_back(kinds);
    }
  std::map<ArgumentKinds, std::size_t> counts;
  std::size_t facts = 0;
  for (const Member& member : members_) {
    if (member.gold.empty()) continue;
    const Passage& passage = passages_[member.text];
    const Comparison comparison(member, passage);
    std::vector<char> reached(member.gold.size());
    for (const Pair& pair : pairs_of(passage, all)) {
      const std::size_t fact = comparison.fact_of(pair);
      if (fact == member.gold.size()) continue;
      reached[fact] = 1;
      ++facts;
      ++counts[{passage.arguments[pair.subject].kind, passage.arguments[pair.object].kind}];
    }
    lesson_.reachable += static_cast<std::size_t>(std::ranges::count(reached, 1));
  }
  constexpr double by_accident = 0.005;
  for (const auto& [kinds, count] : counts)
    if (static_cast<double>(count) > by_accident * static_cast<double>(facts)) lesson_.relation.kinds.push_back(kinds);
}

void Course::gather() {
  names_.emplace_back(always_cue);
  std::unordered_map<std::string, std::uint32_t> columns;
  std::vector<std::uint32_t> row;
  for (Member& member : members_) {
    member.first = static_cast<std::uint32_t>(pairs_.size());
    const Passage& passage = passages_[member.text];
    const Comparison comparison(member, passage);
    for (const Pair& pair : pairs_of(passage, lesson_.relation.kinds)) {
      row.assign(1, 0);
      each_cue(passage, passage.arguments[pair.subject], passage.arguments[pair.object], [&](std::string_view cue) {
        const auto [at, is_new] = columns.emplace(cue, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.emplace_back(cue);
        row.push_back(at->second);
      });
      std::ranges::sort(row);
      row.erase(std::unique(row.begin(), row.end()), row.end());
      cues_.columns.insert(cues_.columns.end(), row.begin(), row.end());
      cues_.starts.push_back(cues_.columns.size());
      pairs_.push_back(pair);
      answers_.push_back(comparison.fact_of(pair) < member.gold.size() ? 1 : 0);
    }
    member.last = static_cast<std::uint32_t>(pairs_.size());
  }
}

void Course::drop_rare() {
  std::vector<std::uint32_t> counts(names_.size()), renamed(names_.size());
  for (const std::uint32_t column : cues_.columns) ++counts[column];
  std::vector<std::string> names;
  for (std::size_t c = 0; c < names_.size(); ++c)
    if (counts[c] >= fewest) renamed[c] = static_cast<std::uint32_t>(names.size()), names.push_back(std::move(names_[c]));
  names_ = std::move(names);
  Observations kept;
  for (std::size_t r = 0; r < cues_.rows(); ++r) {
    for (const std::uint32_t column : cues_.row(r))
      if (counts[column] >= fewest) kept.columns.push_back(renamed[column]);
    kept.starts.push_back(kept.columns.size());
  }
  cues_ = std::move(kept);
}

/// Pairs that nothing speaks for are no company for others either.
void Course::drop_hopeless() {
  std::size_t kept = 0;
  for (Member& member : members_) {
    const std::uint32_t first = member.first, last = member.last;
    member.first = static_cast<std::uint32_t>(kept);
    for (std::uint32_t r = first; r < last; ++r)
      if (pairs_[r].score >= no_pair) pairs_[kept] = pairs_[r], answers_[kept++] = answers_[r];
    member.last = static_cast<std::uint32_t>(kept);
  }
  pairs_.resize(kept);
  answers_.resize(kept);
}

std::vector<std::uint32_t> Course::rows(const std::function<bool(const Member&)>& of) const {
  std::vector<std::uint32_t> result;
  for (const Member& member : members_)
    if (of(member))
      for (std::uint32_t r = member.first; r < member.last; ++r) result.push_back(r);
  return result;
}

Course::Weighed Course::weigh_parts(const Observations& observations, std::size_t columns, double cost) const {
  const WeightOptions options{.cost = cost};
  Weighed result;
  result.unseen.resize(pairs_.size());
  for (unsigned part = 0; part < options_.parts; ++part) {
    const auto weights = fit_logistic(observations, rows([&](const Member& m) { return m.part != part; }), answers_, columns, options);
    for (const std::uint32_t r : rows([&](const Member& m) { return m.part == part; })) result.unseen[r] = weigh(observations, r, weights);
  }
  result.weights = fit_logistic(observations, rows([](const Member&) { return true; }), answers_, columns, options);
  return result;
}

Agreement Course::unseen_from(double threshold) const {
  Agreement sum;
  std::vector<Pair> facts;
  std::vector<LabelledFact> found;
  for (const Member& member : members_) {
    facts.clear(), found.clear();
    for (std::uint32_t r = member.first; r < member.last; ++r)
      if (pairs_[r].score >= threshold) facts.push_back(pairs_[r]);
    keep_best(passages_[member.text], facts);
    for (const Pair& pair : facts) found.push_back(as_fact(passages_[member.text], pair));
    sum += agreement(member.gold, found, by_name_);
  }
  return sum;
}

}  // namespace dossier::ingest

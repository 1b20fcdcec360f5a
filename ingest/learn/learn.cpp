#include "ingest/learn/learn.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "ingest/language/hashing.h"
#include "ingest/language/language_model.h"
#include "ingest/learn/cues.h"
#include "ingest/learn/weights.h"

namespace dossier::ingest {
namespace {

constexpr std::uint32_t fewest = 2;  ///< a cue of a single pair tells of that pair only

using Kinds = std::vector<std::pair<ArgumentKind, ArgumentKind>>;

/// The texts that speak of one property, their pairs, and which of them are facts.
class Course {
 public:
  Course(std::span<const LabelledText> texts, std::span<const Passage> passages, const std::function<bool(std::string_view)>& same, bool by_name,
         const LearnOptions& options)
      : passages_(passages), options_(options), by_name_(by_name) {
    for (std::uint32_t t = 0; t < texts.size(); ++t) {
      const LabelledText& text = texts[t];
      std::vector<LabelledFact> gold;
      for (const LabelledFact& fact : text.facts)
        if (same(fact.property)) gold.push_back(fact);
      if (gold.empty() && !text.asked.empty() && std::ranges::none_of(text.asked, same)) continue;
      members_.push_back({t, part_of(text.group), std::move(gold), 0, 0});
    }
  }

  Lesson run() {
    Lesson lesson;
    for (const Member& member : members_) lesson.labelled += member.gold.size();
    choose_kinds(lesson);
    if (lesson.relation.kinds.empty()) return lesson;
    gather(lesson.relation.kinds);
    weigh_cues(lesson);
    weigh_company(lesson);
    return lesson;
  }

 private:
  struct Member {
    std::uint32_t text;
    unsigned part;
    std::vector<LabelledFact> gold;
    std::uint32_t first, last;  ///< its rows
  };

  [[nodiscard]] unsigned part_of(const std::string& group) const {
    return static_cast<unsigned>((hash_of(group) >> 20U) % options_.parts);
  }

  /// What a passage's pairs are compared with, and what they are compared by.
  struct Comparison {
    std::vector<std::pair<FactEnd, FactEnd>> gold;
    std::vector<FactEnd> arguments;

    Comparison(const Member& member, const Passage& passage) {
      for (const LabelledFact& fact : member.gold)
        gold.emplace_back(FactEnd{fact.subject_place, folded_name(fact.subject)}, FactEnd{fact.object_place, folded_name(fact.object)});
      for (const Argument& argument : passage.arguments) arguments.push_back({passage.span(argument), folded_name(passage.words(argument))});
    }

    /// The index of the marked fact that a pair is; `gold.size()` when none.
    [[nodiscard]] std::size_t fact_of(const Pair& pair) const {
      return static_cast<std::size_t>(std::ranges::find_if(gold, [&](const auto& fact) {
        return is_same_fact(fact.first, fact.second, arguments[pair.subject], arguments[pair.object]);
      }) - gold.begin());
    }
  };

  /// Kinds of arguments that facts have, but not by accident.
  void choose_kinds(Lesson& lesson) {
    Kinds all;
    for (std::size_t a = 0; a < argument_kind_count; ++a)
      for (std::size_t b = 0; b < argument_kind_count; ++b) {
        const std::pair kinds(static_cast<ArgumentKind>(a), static_cast<ArgumentKind>(b));
        // stretches across others are of use only where a name has to be met exactly
        if (by_name_ || !(is_rival(kinds.first) || is_rival(kinds.second))) all.push_back(kinds);
      }
    std::map<std::pair<ArgumentKind, ArgumentKind>, std::size_t> counts;
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
      lesson.reachable += static_cast<std::size_t>(std::ranges::count(reached, 1));
    }
    constexpr double by_accident = 0.005;
    for (const auto& [kinds, count] : counts)
      if (static_cast<double>(count) > by_accident * static_cast<double>(facts)) lesson.relation.kinds.push_back(kinds);
  }

  void gather(const Kinds& kinds) {
    names_.emplace_back(always_cue);
    std::unordered_map<std::string, std::uint32_t> columns;
    std::vector<std::uint32_t> row;
    for (Member& member : members_) {
      member.first = static_cast<std::uint32_t>(pairs_.size());
      const Passage& passage = passages_[member.text];
      const Comparison comparison(member, passage);
      for (const Pair& pair : pairs_of(passage, kinds)) {
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
    drop_rare();
  }

  void drop_rare() {
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

  [[nodiscard]] std::vector<std::uint32_t> rows(const std::function<bool(const Member&)>& of) const {
    std::vector<std::uint32_t> result;
    for (const Member& member : members_)
      if (of(member))
        for (std::uint32_t r = member.first; r < member.last; ++r) result.push_back(r);
    return result;
  }

  struct Weighed {
    std::vector<double> weights;  ///< that all parts teach
    std::vector<double> unseen;   ///< of each row, by what the other parts teach
  };

  [[nodiscard]] Weighed weigh_parts(const Observations& observations, std::size_t columns, double cost) const {
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

  /// The cues alone; company is judged by what they say of unseen pairs.
  void weigh_cues(Lesson& lesson) {
    const Weighed cues = weigh_parts(cues_, names_.size(), options_.cost);
    for (std::size_t r = 0; r < pairs_.size(); ++r) pairs_[r].score = cues.unseen[r];
    for (std::size_t c = 0; c < names_.size(); ++c)
      if (std::abs(cues.weights[c]) >= options_.least_weight) lesson.relation.cues.emplace(names_[c], cues.weights[c]);
  }

  void weigh_company(Lesson& lesson) {
    Observations company;
    std::vector<double> values;
    for (const Member& member : members_) {
      const std::span<const Pair> own = std::span(pairs_).subspan(member.first, member.last - member.first);
      for (std::size_t k = 0; k < own.size(); ++k) {
        company_of(passages_[member.text], own, k, values);
        for (std::size_t i = 0; i < values.size(); ++i) company.columns.push_back(static_cast<std::uint32_t>(i)), company.values.push_back(static_cast<float>(values[i]));
        company.starts.push_back(company.columns.size());
      }
    }
    constexpr double cost = 0.03;  // few numbers, much alike
    Weighed weighed = weigh_parts(company, company_names().size(), cost);
    lesson.relation.company = std::move(weighed.weights);
    choose_threshold(lesson, weighed.unseen);
  }

  [[nodiscard]] Agreement at(double threshold, std::span<const double> scores) const {
    Agreement sum;
    std::vector<Pair> facts;
    std::vector<LabelledFact> found;
    for (const Member& member : members_) {
      facts.clear(), found.clear();
      for (std::uint32_t r = member.first; r < member.last; ++r)
        if (scores[r] >= threshold) facts.push_back({pairs_[r].subject, pairs_[r].object, scores[r]});
      keep_best(passages_[member.text], facts);
      for (const Pair& pair : facts) found.push_back(as_fact(passages_[member.text], pair));
      sum += agreement(member.gold, found, by_name_);
    }
    return sum;
  }

  /// The usual threshold, unless unseen texts are read clearly better with another: few labels make a ragged curve.
  void choose_threshold(Lesson& lesson, std::span<const double> scores) const {
    constexpr double usual = -0.3, clearly = 0.03;
    lesson.relation.threshold = usual;
    lesson.unseen = at(usual, scores);
    double most = lesson.unseen.f1() + clearly;
    for (const double threshold : {-3.0, -2.5, -2.0, -1.6, -1.2, -0.9, -0.6, 0.0, 0.4})
      if (const Agreement found = at(threshold, scores); found.f1() > most) most = found.f1(), lesson.relation.threshold = threshold, lesson.unseen = found;
  }

  std::span<const Passage> passages_;
  const LearnOptions& options_;
  bool by_name_;
  std::vector<Member> members_;
  std::vector<std::string> names_;  ///< of columns
  Observations cues_;
  std::vector<Pair> pairs_;         ///< a row each
  std::vector<char> answers_;
};

}  // namespace

Sentences analyse_text(const std::string& text) { return analyse(one_paragraph(text)); }

LabelledFact as_fact(const Passage& passage, const Pair& pair) {
  const Argument& subject = passage.arguments[pair.subject];
  const Argument& object = passage.arguments[pair.object];
  return {{}, std::string(passage.words(subject)), std::string(passage.words(object)), passage.span(subject), passage.span(object)};
}

Lessons::Lessons(std::span<const LabelledText> texts) : texts_(texts) {
  by_name_ = true;
  for (const LabelledText& text : texts) {
    sentences_.push_back(analyse_text(text.text));
    for (const LabelledFact& fact : text.facts) by_name_ = by_name_ && !fact.subject_place;
  }
  for (std::size_t t = 0; t < texts.size(); ++t) passages_.push_back(read_passage(texts[t].text, sentences_[t]));
}

Lesson Lessons::learn(const std::string& iri, const std::function<bool(std::string_view)>& same, const LearnOptions& options) const {
  Lesson lesson = Course(texts_, passages_, same, by_name_, options).run();
  lesson.relation.property = iri;
  return lesson;
}

}  // namespace dossier::ingest

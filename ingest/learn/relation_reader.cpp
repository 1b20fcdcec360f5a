#include "ingest/learn/relation_reader.h"

#include <algorithm>

#include "ingest/learn/cues.h"

namespace dossier::ingest {
namespace {

template <class Use>
void each_pair(const Passage& passage, const Use& use) {
  for (std::size_t s = 0; s + 1 < passage.starts.size(); ++s)
    for (std::uint32_t a = passage.starts[s]; a < passage.starts[s + 1]; ++a)
      for (std::uint32_t b = passage.starts[s]; b < passage.starts[s + 1]; ++b) {
        const Argument& one = passage.arguments[a];
        const Argument& other = passage.arguments[b];
        if (one.last <= other.first || other.last <= one.first) use(a, b, ArgumentKinds(one.kind, other.kind));
      }
}

std::size_t place_of(const ArgumentKinds& kinds) {
  return static_cast<std::size_t>(kinds.first) * argument_kind_count + static_cast<std::size_t>(kinds.second);
}

}  // namespace

std::vector<Pair> pairs_of(const Passage& passage, std::span<const ArgumentKinds> kinds) {
  std::array<bool, argument_kind_count * argument_kind_count> wanted{};
  for (const ArgumentKinds& one : kinds) wanted[place_of(one)] = true;
  std::vector<Pair> pairs;
  each_pair(passage, [&](std::uint32_t a, std::uint32_t b, const ArgumentKinds& both) {
    if (wanted[place_of(both)]) pairs.push_back({a, b, 0});
  });
  return pairs;
}

RelationReader::RelationReader(std::vector<LearnedRelation> relations) : relations_(std::move(relations)) {
  std::vector<std::string> names;
  for (std::uint32_t r = 0; r < relations_.size(); ++r) {
    always_.push_back(0);
    for (const auto& [cue, weight] : relations_[r].cues) {
      if (cue == always_cue) {
        always_.back() = weight;
        continue;
      }
      const auto [at, is_new] = cues_.emplace(cue, static_cast<std::uint32_t>(weights_.size()));
      if (is_new) weights_.emplace_back();
      weights_[at->second].push_back({r, weight});
      if (weight > 0 && cue.starts_with(object_reads)) names.push_back(cue.substr(object_reads.size()));
    }
    for (const ArgumentKinds& kinds : relations_[r].kinds) looking_[place_of(kinds)].push_back(r);
  }
  listed_ = ListedNames(names);
  any_ = static_cast<std::size_t>(std::ranges::find(relations_, any_relation, &LearnedRelation::property) - relations_.begin());
}

std::vector<std::vector<Pair>> RelationReader::weigh(const Passage& passage) const {
  std::vector<std::vector<Pair>> by_relation(relations_.size());
  std::vector<std::uint32_t> there;  // rows, each once, however often the cue is there
  std::vector<double> sums(relations_.size());
  each_pair(passage, [&](std::uint32_t a, std::uint32_t b, const ArgumentKinds& both) {
    const std::vector<std::uint32_t>& looking = looking_[place_of(both)];
    if (looking.empty()) return;
    there.clear();
    each_cue(passage, passage.arguments[a], passage.arguments[b], [&](std::string_view cue) {
      if (const auto found = cues_.find(cue); found != cues_.end()) there.push_back(found->second);
    });
    std::ranges::sort(there);
    there.erase(std::unique(there.begin(), there.end()), there.end());
    sums = always_;
    for (const std::uint32_t row : there)
      for (const Weight& weight : weights_[row]) sums[weight.relation] += weight.weight;
    for (const std::uint32_t r : looking)
      if (sums[r] >= no_pair) by_relation[r].push_back({a, b, sums[r]});
  });
  return by_relation;
}

std::vector<std::vector<Pair>> RelationReader::read(const Passage& passage) const {
  const std::vector<std::vector<Pair>> weighed = weigh(passage);
  const Company company(passage, weighed, any_);
  std::vector<std::vector<Pair>> facts(relations_.size());
  std::vector<double> numbers;
  for (std::size_t r = 0; r < relations_.size(); ++r) {
    if (r == any_) continue;
    const LearnedRelation& relation = relations_[r];
    for (std::size_t k = 0; k < weighed[r].size(); ++k) {
      company.of(r, k, numbers);
      double score = 0;
      for (std::size_t i = 0; i < std::min(numbers.size(), relation.company.size()); ++i) score += numbers[i] * relation.company[i];
      if (score >= relation.threshold) facts[r].push_back({weighed[r][k].subject, weighed[r][k].object, score});
    }
    keep_best(passage, facts[r]);
  }
  return facts;
}

}  // namespace dossier::ingest

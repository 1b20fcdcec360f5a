#include "ingest/learn/relation_reader.h"

#include <algorithm>
#include <array>
#include <functional>

#include "ingest/learn/cues.h"

namespace dossier::ingest {
namespace {

constexpr double none = -6;  ///< the score of a pair that there is not

constexpr std::array<std::string_view, 29> names{
    "always", "itself", "other place of subject", "other place of object", "other places of both", "best of them", "itself or other subject", "converse",
    "joined object", "joined subject", "rival subject, one a pronoun", "rival subject, both pronouns", "rival subject, no pronoun",
    "rival object, one a pronoun", "rival object, both pronouns", "rival object, no pronoun",
    "subject is pronoun", "object is pronoun", "both one thing",
    "itself likely", "other subject likely", "other object likely", "other both likely", "converse likely", "joined object likely", "joined subject likely",
    "rival subject likely", "rival object likely", "other place likely"};

/// Whether two arguments are joined by "and", or stand beside each other ("Cleveland, Ohio").
bool are_joined(const Passage& passage, std::uint32_t one, std::uint32_t other) {
  const auto first_of = [&](std::uint32_t argument) {
    std::uint32_t at = passage.arguments[argument].head;
    const auto joins = [&](Relation relation) {
      return relation == Relation::conj || relation == Relation::appos || relation == Relation::nmod_unmarked || relation == Relation::list;
    };
    while (joins(passage.token(at).relation)) at = passage.token(at).head;
    return at;
  };
  return first_of(one) == first_of(other);
}

}  // namespace

std::span<const std::string_view> company_names() noexcept { return names; }

std::vector<Pair> pairs_of(const Passage& passage, std::span<const std::pair<ArgumentKind, ArgumentKind>> kinds) {
  std::vector<Pair> pairs;
  for (std::size_t s = 0; s + 1 < passage.starts.size(); ++s)
    for (std::uint32_t a = passage.starts[s]; a < passage.starts[s + 1]; ++a)
      for (std::uint32_t b = passage.starts[s]; b < passage.starts[s + 1]; ++b) {
        const Argument& one = passage.arguments[a];
        const Argument& other = passage.arguments[b];
        const bool apart = one.last <= other.first || other.last <= one.first;
        if (apart && std::ranges::find(kinds, std::pair(one.kind, other.kind)) != kinds.end()) pairs.push_back({a, b, 0});
      }
  return pairs;
}

void company_of(const Passage& passage, std::span<const Pair> pairs, std::size_t which, std::vector<double>& into) {
  const Pair& own = pairs[which];
  const auto thing = [&](std::uint32_t argument) { return passage.arguments[argument].thing; };
  const std::uint32_t subject = thing(own.subject), object = thing(own.object);
  const auto is_pronoun = [&](std::uint32_t argument) { return passage.arguments[argument].kind == ArgumentKind::pronoun; };
  const auto contrast = [&](std::uint32_t one, std::uint32_t other) -> std::size_t {
    return is_pronoun(one) != is_pronoun(other) ? 0 : is_pronoun(one) ? 1 : 2;
  };
  double other_subject = none, other_object = none, other_both = none, converse = none, joined_object = none, joined_subject = none;
  std::array<double, 3> rival_subject{none, none, none}, rival_object{none, none, none};
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (k == which) continue;
    const Pair& pair = pairs[k];
    const auto raise = [&pair](double& best) { best = std::max(best, pair.score); };
    const bool same_subject = thing(pair.subject) == subject, same_object = thing(pair.object) == object;
    if (same_subject && same_object) raise(pair.object == own.object ? other_subject : pair.subject == own.subject ? other_object : other_both);
    else if (same_subject) raise(rival_object[contrast(pair.object, own.object)]);
    else if (same_object) raise(rival_subject[contrast(pair.subject, own.subject)]);
    if (pair.subject == own.subject && are_joined(passage, pair.object, own.object)) raise(joined_object);
    if (pair.object == own.object && are_joined(passage, pair.subject, own.subject)) raise(joined_subject);
    if (thing(pair.subject) == object && thing(pair.object) == subject) raise(converse);
  }
  const auto yes = [](bool so) { return so ? 1.0 : 0.0; };
  const auto likely = [&](double score) { return yes(score > 0); };
  into.assign({1, own.score, other_subject, other_object, other_both, std::max({own.score, other_subject, other_object, other_both}),
               std::max(own.score, other_subject), converse, joined_object, joined_subject, rival_subject[0], rival_subject[1], rival_subject[2],
               rival_object[0], rival_object[1], rival_object[2], yes(is_pronoun(own.subject)), yes(is_pronoun(own.object)), yes(subject == object),
               likely(own.score), likely(other_subject), likely(other_object), likely(other_both), likely(converse), likely(joined_object),
               likely(joined_subject), likely(std::ranges::max(rival_subject)), likely(std::ranges::max(rival_object)),
               likely(std::max({other_subject, other_object, other_both}))});
}

void keep_best(const Passage& passage, std::vector<Pair>& facts) {
  const auto over = [&](std::uint32_t one, std::uint32_t other) {
    const Argument& a = passage.arguments[one];
    const Argument& b = passage.arguments[other];
    return a.first < b.last && b.first < a.last;
  };
  std::ranges::stable_sort(facts, std::greater<>(), &Pair::score);
  std::vector<Pair> kept;
  for (const Pair& fact : facts)
    if (std::ranges::none_of(kept, [&](const Pair& better) { return over(fact.subject, better.subject) && over(fact.object, better.object); })) kept.push_back(fact);
  std::ranges::sort(kept, {}, [](const Pair& pair) { return std::pair(pair.subject, pair.object); });
  facts = std::move(kept);
}

std::vector<Pair> read_relation(const Passage& passage, const LearnedRelation& relation) {
  std::vector<Pair> pairs = pairs_of(passage, relation.kinds);
  const auto always = relation.cues.find(always_cue);
  std::vector<const double*> speaking;  // each cue once, however often it is there
  for (Pair& pair : pairs) {
    speaking.clear();
    each_cue(passage, passage.arguments[pair.subject], passage.arguments[pair.object], [&](std::string_view cue) {
      if (const auto found = relation.cues.find(cue); found != relation.cues.end()) speaking.push_back(&found->second);
    });
    std::ranges::sort(speaking, std::less<>());
    speaking.erase(std::unique(speaking.begin(), speaking.end()), speaking.end());
    pair.score = always == relation.cues.end() ? 0 : always->second;
    for (const double* weight : speaking) pair.score += *weight;
  }
  std::vector<Pair> facts;
  std::vector<double> company;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    company_of(passage, pairs, k, company);
    double score = 0;
    for (std::size_t i = 0; i < std::min(company.size(), relation.company.size()); ++i) score += company[i] * relation.company[i];
    if (score >= relation.threshold) facts.push_back({pairs[k].subject, pairs[k].object, score});
  }
  keep_best(passage, facts);
  return facts;
}

}  // namespace dossier::ingest

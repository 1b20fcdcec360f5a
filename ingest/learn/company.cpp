#include "ingest/learn/company.h"

#include <algorithm>
#include <array>
#include <functional>

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, 44> company_names{
    "always", "itself", "other place of subject", "other place of object", "other places of both", "best of them", "itself or other subject", "converse",
    "joined object", "joined subject", "rival subject, one a pronoun", "rival subject, both pronouns", "rival subject, no pronoun",
    "rival object, one a pronoun", "rival object, both pronouns", "rival object, no pronoun",
    "subject is pronoun", "object is pronoun", "both one thing",
    "itself likely", "other subject likely", "other object likely", "other both likely", "converse likely", "joined object likely", "joined subject likely",
    "rival subject likely", "rival object likely", "other place likely",
    "over it", "better than those over it", "best of its sentence",
    "pair in another relation", "subject in another relation", "object in another relation", "sentence in another relation",
    "better than in another relation", "subject likely in another relation", "object likely in another relation",
    "pair in any relation", "subject in any relation", "object in any relation", "pair likely in any relation", "pair best of its subject"};

bool are_over(const Argument& one, const Argument& other) { return one.first < other.last && other.first < one.last; }

std::uint64_t key(std::uint32_t one, std::uint32_t other) { return std::uint64_t{one} << 32U | other; }

/// The first of what an argument is joined with by "and", or stands beside ("Cleveland, Ohio").
std::uint32_t first_of_joined(const Passage& passage, const Argument& argument) {
  std::uint32_t at = argument.head;
  const auto joins = [](Relation relation) {
    return relation == Relation::conj || relation == Relation::appos || relation == Relation::nmod_unmarked || relation == Relation::list;
  };
  while (joins(passage.token(at).relation)) at = passage.token(at).head;
  return at;
}

}  // namespace

void Company::Best::raise(std::size_t by, double score) {
  if (by == relation) {
    first = std::max(first, score);
  } else if (score > first) {
    second = first;
    first = score;
    relation = by;
  } else {
    second = std::max(second, score);
  }
}

double Company::found(const std::unordered_map<std::uint64_t, Best>& among, std::uint64_t key, std::size_t without) {
  const auto at = among.find(key);
  return at == among.end() ? no_pair : at->second.without(without);
}

std::span<const std::string_view> Company::names() noexcept { return company_names; }

Company::Company(const Passage& passage, std::span<const std::vector<Pair>> by_relation, std::size_t any)
    : passage_(passage), by_relation_(by_relation), any_(any) {
  for (const Argument& argument : passage.arguments) joint_.push_back(first_of_joined(passage, argument));
  for (std::size_t r = 0; r < by_relation.size(); ++r)
    for (const Pair& pair : by_relation[r]) {
      if (r == any_) {
        any_pairs_[key(pair.subject, pair.object)].raise(r, pair.score);
        any_subjects_[thing(pair.subject)].raise(r, pair.score);
        any_objects_[thing(pair.object)].raise(r, pair.score);
        continue;
      }
      pairs_[key(pair.subject, pair.object)].raise(r, pair.score);
      subjects_[thing(pair.subject)].raise(r, pair.score);
      objects_[thing(pair.object)].raise(r, pair.score);
      sentences_[passage.arguments[pair.subject].sentence].raise(r, pair.score);
    }
}

void Company::of(std::size_t relation, std::size_t which, std::vector<double>& into) const {
  const std::vector<Pair>& pairs = by_relation_[relation];
  const Pair& own = pairs[which];
  const Argument& own_subject = passage_.arguments[own.subject];
  const Argument& own_object = passage_.arguments[own.object];
  const std::uint32_t subject = own_subject.thing, object = own_object.thing;
  const auto is_pronoun = [&](std::uint32_t argument) { return passage_.arguments[argument].kind == ArgumentKind::pronoun; };
  const auto contrast = [&](std::uint32_t one, std::uint32_t other) -> std::size_t {
    return is_pronoun(one) != is_pronoun(other) ? 0 : is_pronoun(one) ? 1 : 2;
  };
  double other_subject = no_pair, other_object = no_pair, other_both = no_pair, converse = no_pair, joined_object = no_pair, joined_subject = no_pair;
  double over = no_pair, of_sentence = no_pair;
  std::array<double, 3> rival_subject{no_pair, no_pair, no_pair}, rival_object{no_pair, no_pair, no_pair};
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (k == which) continue;
    const Pair& pair = pairs[k];
    const auto raise = [&pair](double& best) { best = std::max(best, pair.score); };
    const bool same_subject = thing(pair.subject) == subject, same_object = thing(pair.object) == object;
    if (same_subject && same_object) raise(pair.object == own.object ? other_subject : pair.subject == own.subject ? other_object : other_both);
    else if (same_subject) raise(rival_object[contrast(pair.object, own.object)]);
    else if (same_object) raise(rival_subject[contrast(pair.subject, own.subject)]);
    if (pair.subject == own.subject && are_joined(pair.object, own.object)) raise(joined_object);
    if (pair.object == own.object && are_joined(pair.subject, own.subject)) raise(joined_subject);
    if (thing(pair.subject) == object && thing(pair.object) == subject) raise(converse);
    if (are_over(passage_.arguments[pair.subject], own_subject) && are_over(passage_.arguments[pair.object], own_object)) raise(over);
    if (passage_.arguments[pair.subject].sentence == own_subject.sentence) raise(of_sentence);
  }
  const double pair_elsewhere = found(pairs_, key(own.subject, own.object), relation), subject_elsewhere = found(subjects_, subject, relation),
               object_elsewhere = found(objects_, object, relation), sentence_elsewhere = found(sentences_, own_subject.sentence, relation);
  constexpr auto none = static_cast<std::size_t>(-1);
  const double pair_any = found(any_pairs_, key(own.subject, own.object), none), subject_any = found(any_subjects_, subject, none), object_any = found(any_objects_, object, none);
  const auto yes = [](bool so) { return so ? 1.0 : 0.0; };
  const auto likely = [&](double score) { return yes(score > 0); };
  into.assign({1, own.score, other_subject, other_object, other_both, std::max({own.score, other_subject, other_object, other_both}),
               std::max(own.score, other_subject), converse, joined_object, joined_subject, rival_subject[0], rival_subject[1], rival_subject[2],
               rival_object[0], rival_object[1], rival_object[2], yes(is_pronoun(own.subject)), yes(is_pronoun(own.object)), yes(subject == object),
               likely(own.score), likely(other_subject), likely(other_object), likely(other_both), likely(converse), likely(joined_object),
               likely(joined_subject), likely(std::ranges::max(rival_subject)), likely(std::ranges::max(rival_object)),
               likely(std::max({other_subject, other_object, other_both})),
               over, yes(own.score > over), yes(own.score > of_sentence),
               pair_elsewhere, subject_elsewhere, object_elsewhere, sentence_elsewhere,
               yes(own.score > pair_elsewhere), likely(subject_elsewhere), likely(object_elsewhere),
               pair_any, subject_any, object_any, likely(pair_any), yes(pair_any > no_pair && pair_any >= subject_any)});
}

void keep_best(const Passage& passage, std::vector<Pair>& facts) {
  std::ranges::stable_sort(facts, std::greater<>(), &Pair::score);
  std::vector<Pair> kept;
  for (const Pair& fact : facts)
    if (std::ranges::none_of(kept, [&](const Pair& better) {
          return are_over(passage.arguments[fact.subject], passage.arguments[better.subject]) && are_over(passage.arguments[fact.object], passage.arguments[better.object]);
        }))
      kept.push_back(fact);
  std::ranges::sort(kept, {}, [](const Pair& pair) { return std::pair(pair.subject, pair.object); });
  facts = std::move(kept);
}

}  // namespace dossier::ingest

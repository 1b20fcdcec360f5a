/// Relations that labelled sentences taught: a sum of cues for each pair of arguments.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/learn/passage.h"

namespace dossier::ingest {

/// The cue that every pair has.
inline constexpr std::string_view always_cue = "always";

/// What is known of one property. All of it is written as Turtle and may be changed there.
struct LearnedRelation {
  std::string property;                                               ///< IRI
  std::vector<std::pair<ArgumentKind, ArgumentKind>> kinds;           ///< of subject and object: no others are looked at
  std::map<std::string, double, std::less<>> cues;                    ///< cue -> weight, as log odds
  std::vector<double> company;                                        ///< weights of company_names()
  double threshold = 0;                                               ///< log odds from which a pair is a fact
};

/// What a pair's company says of it: the best score among pairs of the same things, of rivals, of its converse. By position.
[[nodiscard]] std::span<const std::string_view> company_names() noexcept;

/// An ordered pair of arguments of a passage, and how sure it is a fact (log odds).
struct Pair {
  std::uint32_t subject = 0, object = 0;  ///< indices of Passage::arguments
  double score = 0;
};

/// All pairs within a sentence that a relation may look at, unscored, in text order.
[[nodiscard]] std::vector<Pair> pairs_of(const Passage& passage, std::span<const std::pair<ArgumentKind, ArgumentKind>> kinds);

/// The company of pairs[which], by the scores that cues gave: one number for each of company_names().
void company_of(const Passage& passage, std::span<const Pair> pairs, std::size_t which, std::vector<double>& into);

/// Of facts whose places lie over each other, the best; in text order.
void keep_best(const Passage& passage, std::vector<Pair>& facts);

/// The facts of a passage under one relation: pairs whose score, company counted in, reaches the threshold.
[[nodiscard]] std::vector<Pair> read_relation(const Passage& passage, const LearnedRelation& relation);

}  // namespace dossier::ingest

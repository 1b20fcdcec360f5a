/// Relations that labelled sentences taught: a sum of cues for each pair of arguments, and a second one of its company.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/learn/company.h"
#include "ingest/learn/listed_names.h"
#include "ingest/learn/passage.h"

namespace dossier::ingest {

/// The cue that every pair has.
inline constexpr std::string_view always_cue = "always";

/// The relation that holds where any of those that were learned with it does: what is common to them is learned from all of their labels.
/// It is no fact by itself.
inline constexpr std::string_view any_relation = "https://w3id.org/dossier/public-affairs#anyRelation";

using ArgumentKinds = std::pair<ArgumentKind, ArgumentKind>;  ///< of subject and object

/// What is known of one property. All of it is written as Turtle and may be changed there.
struct LearnedRelation {
  std::string property;                               ///< IRI
  std::vector<ArgumentKinds> kinds;                   ///< no others are looked at
  std::map<std::string, double, std::less<>> cues;    ///< cue -> weight, as log odds
  std::vector<double> company;                        ///< weights of Company::names()
  double threshold = 0;                               ///< log odds from which a pair is a fact
};

/// All pairs within a sentence that a relation may look at, unscored, in text order.
[[nodiscard]] std::vector<Pair> pairs_of(const Passage& passage, std::span<const ArgumentKinds> kinds);

/// Reads relations together: the cues of a pair are found once for all that look at it, and each relation sees what the others make of
/// a sentence. Immutable, thread-safe.
class RelationReader {
 public:
  RelationReader() = default;
  explicit RelationReader(std::vector<LearnedRelation> relations);

  [[nodiscard]] std::span<const LearnedRelation> relations() const noexcept { return relations_; }
  /// What the cues know as objects: for read_passage.
  [[nodiscard]] const ListedNames& listed() const noexcept { return listed_; }
  /// For each relation its pairs with the sums of their cues, in text order, less those below no_pair.
  [[nodiscard]] std::vector<std::vector<Pair>> weigh(const Passage& passage) const;
  /// For each relation the facts of a passage: pairs whose sum, company counted in, reaches the threshold.
  [[nodiscard]] std::vector<std::vector<Pair>> read(const Passage& passage) const;

 private:
  struct Weight {
    std::uint32_t relation;
    double weight;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
  };

  std::vector<LearnedRelation> relations_;
  ListedNames listed_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> cues_;  ///< -> row of weights_
  std::vector<std::vector<Weight>> weights_;
  std::vector<double> always_;  ///< of each relation
  std::size_t any_ = 0;         ///< which is any_relation; their number: none
  std::array<std::vector<std::uint32_t>, argument_kind_count * argument_kind_count> looking_;  ///< relations that look at two kinds
};

}  // namespace dossier::ingest

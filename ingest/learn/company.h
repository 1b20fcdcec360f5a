/// What the other pairs of a passage say of a pair.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/learn/passage.h"

namespace dossier::ingest {

/// An ordered pair of arguments of a passage, and how sure it is a fact (log odds).
struct Pair {
  std::uint32_t subject = 0, object = 0;  ///< indices of Passage::arguments
  double score = 0;
};

/// The score of a pair that there is not. Pairs that score less are taken for none.
inline constexpr double no_pair = -6;

/// The company of the pairs of one passage under all relations: how sure other places of the same things are, rivals, the converse, what
/// is joined by "and", places that lie over each other; what other relations make of the same pair, subject and object; and how likely it
/// is that any relation holds. Borrows the passage and the pairs.
class Company {
 public:
  /// `any`: which of them is the relation that holds where any does; one past the last for none.
  Company(const Passage& passage, std::span<const std::vector<Pair>> by_relation, std::size_t any);

  /// What `of` writes, by position: the names under which weights are kept.
  [[nodiscard]] static std::span<const std::string_view> names() noexcept;
  /// The company of a pair: one number for each of names().
  void of(std::size_t relation, std::size_t which, std::vector<double>& into) const;

 private:
  /// The best scores of two relations.
  struct Best {
    double first = no_pair, second = no_pair;
    std::size_t relation = static_cast<std::size_t>(-1);

    void raise(std::size_t by, double score);
    [[nodiscard]] double without(std::size_t one) const { return one == relation ? second : first; }
  };

  [[nodiscard]] std::uint32_t thing(std::uint32_t argument) const { return passage_.arguments[argument].thing; }
  [[nodiscard]] bool are_joined(std::uint32_t one, std::uint32_t other) const { return joint_[one] == joint_[other]; }
  static double found(const std::unordered_map<std::uint64_t, Best>& among, std::uint64_t key, std::size_t without);

  const Passage& passage_;
  std::span<const std::vector<Pair>> by_relation_;
  std::size_t any_;
  std::vector<std::uint32_t> joint_;  ///< of each argument, the first of what it is joined with
  std::unordered_map<std::uint64_t, Best> pairs_, subjects_, objects_, sentences_;          ///< without `any`
  std::unordered_map<std::uint64_t, Best> any_pairs_, any_subjects_, any_objects_;  ///< of `any` alone
};

/// Of facts whose places lie over each other, the best; in text order.
void keep_best(const Passage& passage, std::vector<Pair>& facts);

}  // namespace dossier::ingest

/// What one property is learned from, and how. Private to ingest/learn.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/learn/company.h"
#include "ingest/learn/learn.h"
#include "ingest/learn/weights.h"

namespace dossier::ingest {

/// The texts that speak of one property, their pairs, and which of them are facts. Borrows all that it is made from.
class Course {
 public:
  Course(std::span<const LabelledText> texts, std::span<const Passage> passages, const std::function<bool(std::string_view)>& same, bool by_name,
         const LearnOptions& options);

  /// Weighs the cues alone.
  void learn_cues();
  /// The pairs of a text that speaks of the property, scored as one that the cues' teachers had not seen; nothing for other texts.
  [[nodiscard]] std::optional<std::span<const Pair>> unseen_pairs(std::uint32_t text) const;
  /// Takes down the company of unseen_pairs(text), which are the pairs of `relation` in it. Texts come in their order.
  void see_company(std::uint32_t text, const Company& company, std::size_t relation);
  /// Weighs the company.
  void learn_company();
  /// How far the facts agree with the labels that score at least so much, on texts that their teachers had not seen.
  [[nodiscard]] Agreement unseen_from(double threshold) const;
  /// The lesson ends: the threshold from which a pair is a fact.
  void settle(double threshold);

  [[nodiscard]] Lesson& lesson() noexcept { return lesson_; }

 private:
  struct Member {
    std::uint32_t text;
    unsigned part;
    std::vector<LabelledFact> gold;
    std::uint32_t first, last;  ///< its rows
  };
  struct Weighed {
    std::vector<double> weights;  ///< that all parts teach
    std::vector<double> unseen;   ///< of each row, by what the other parts teach
  };
  struct Comparison;

  [[nodiscard]] unsigned part_of(const std::string& group) const;
  void choose_kinds();
  void gather();
  void drop_rare();
  void drop_hopeless();
  [[nodiscard]] std::vector<std::uint32_t> rows(const std::function<bool(const Member&)>& of) const;
  [[nodiscard]] Weighed weigh_parts(const Observations& observations, std::size_t columns, double cost) const;

  std::span<const Passage> passages_;
  const LearnOptions& options_;
  bool by_name_;
  Lesson lesson_;
  std::vector<Member> members_;     ///< in the order of the texts
  std::vector<std::string> names_;  ///< of columns
  Observations cues_, company_;
  std::vector<Pair> pairs_;         ///< a row each
  std::vector<char> answers_;
};

}  // namespace dossier::ingest

/// Linear models: which cues speak for a thing, and how much.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dossier::ingest {

/// Rows of a sparse matrix.
struct Observations {
  std::vector<std::uint32_t> columns;
  std::vector<float> values;            ///< of each column; empty: 1 each
  std::vector<std::size_t> starts{0};   ///< of row r: entries [starts[r], starts[r + 1])

  [[nodiscard]] std::size_t rows() const noexcept { return starts.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> row(std::size_t r) const {
    return std::span(columns).subspan(starts[r], starts[r + 1] - starts[r]);
  }
  [[nodiscard]] float value(std::size_t entry) const { return values.empty() ? 1.0F : values[entry]; }
};

struct WeightOptions {
  double cost = 1;        ///< of a wrong answer against that of large weights ("C")
  int rounds = 300;        ///< at most
  double enough = 0.001;   ///< stops when no answer's multiplier moves by more than this share of `cost`
};

/// Logistic regression with squared weights as its penalty, for the rows named and their answers (of row r: answers[r], not 0 for
/// yes): one weight a column. Deterministic.
/// (H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models",
/// Machine Learning 85, 2011, section 3.)
[[nodiscard]] std::vector<double> fit_logistic(const Observations& observations, std::span<const std::uint32_t> rows, std::span<const char> answers,
                                               std::size_t columns, const WeightOptions& options = {});

[[nodiscard]] double weigh(const Observations& observations, std::size_t row, std::span<const double> weights);

}  // namespace dossier::ingest

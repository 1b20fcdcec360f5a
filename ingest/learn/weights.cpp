#include "ingest/learn/weights.h"

#include <algorithm>
#include <cmath>

namespace dossier::ingest {
namespace {

/// A small generator of our own, since the standard's shuffle differs between libraries.
class Dice {
 public:
  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % n);
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15ULL;
};

/// The multiplier z in (0, c) that makes ½ a (z - old)² + b (z - old) + z log z + (c - z) log(c - z) least, by Newton steps
/// that never leave the interval.
double best_multiplier(double a, double b, double c, double old) {
  double z = c - old < 0.5 * c ? 0.1 * old : old;
  for (int step = 0; step < 100; ++step) {
    const double slope = a * (z - old) + b + std::log(z / (c - z));
    if (std::abs(slope) < 1e-3) break;
    const double next = z - slope / (a + c / ((c - z) * z));
    z = next <= 0 ? 0.1 * z : next >= c ? c - 0.1 * (c - z) : next;
  }
  return z;
}

}  // namespace

double weigh(const Observations& observations, std::size_t row, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t e = observations.starts[row]; e < observations.starts[row + 1]; ++e) sum += weights[observations.columns[e]] * observations.value(e);
  return sum;
}

std::vector<double> fit_logistic(const Observations& observations, std::span<const std::uint32_t> rows, std::span<const char> answers, std::size_t columns,
                                 const WeightOptions& options) {
  const double c = options.cost;
  std::vector<double> weights(columns), multipliers(rows.size(), std::min(0.001 * c, 1e-8)), squares(rows.size());
  const auto move = [&](std::size_t row, double by) {
    for (std::size_t e = observations.starts[row]; e < observations.starts[row + 1]; ++e)
      weights[observations.columns[e]] += by * static_cast<double>(observations.value(e));
  };
  std::vector<std::uint32_t> order(rows.size());
  for (std::uint32_t k = 0; k < rows.size(); ++k) {
    order[k] = k;
    for (std::size_t e = observations.starts[rows[k]]; e < observations.starts[rows[k] + 1]; ++e)
      squares[k] += static_cast<double>(observations.value(e)) * static_cast<double>(observations.value(e));
    move(rows[k], (answers[rows[k]] != 0 ? 1 : -1) * multipliers[k]);
  }
  Dice dice;
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice.below(i)]);
    double most = 0;
    for (const std::uint32_t k : order) {
      const double y = answers[rows[k]] != 0 ? 1 : -1;
      const double margin = y * weigh(observations, rows[k], weights);
      // the multiplier or what is left of it to c: whichever is the smaller at the solution is the one to compute with
      const bool rest = 0.5 * squares[k] * (c - 2 * multipliers[k]) + margin < 0;
      const double old = rest ? c - multipliers[k] : multipliers[k];
      const double z = best_multiplier(squares[k], rest ? -margin : margin, c, old);
      const double next = rest ? c - z : z;
      most = std::max(most, std::abs(next - multipliers[k]));
      move(rows[k], y * (next - multipliers[k]));
      multipliers[k] = next;
    }
    if (most < options.enough * c) break;
  }
  return weights;
}

}  // namespace dossier::ingest

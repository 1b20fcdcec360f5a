#include "ingest/learn/weights.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numeric>

using namespace dossier::ingest;

namespace {

/// Rows that share columns in a way that no plane divides.
struct Case {
  Observations observations;
  std::vector<char> answers;
  std::vector<std::uint32_t> rows;
  static constexpr std::size_t columns = 7;

  Case() {
    std::uint32_t state = 12345;
    for (std::uint32_t r = 0; r < 60; ++r) {
      observations.columns.push_back(0);
      observations.values.push_back(1);
      for (std::uint32_t c = 1; c < columns; ++c) {
        state = state * 1664525U + 1013904223U;
        if ((state >> 16U) % 3 != 0) continue;
        observations.columns.push_back(c);
        observations.values.push_back(0.5F + static_cast<float>((state >> 20U) % 5));
      }
      observations.starts.push_back(observations.columns.size());
      state = state * 1664525U + 1013904223U;
      answers.push_back((state >> 16U) % 2 == 0 ? 1 : 0);
      rows.push_back(r);
    }
  }

  /// ½ |w|² + cost · Σ log(1 + exp(-y w·x)) by one weight.
  [[nodiscard]] double slope(const std::vector<double>& weights, std::size_t column, double cost) const {
    double sum = weights[column];
    for (const std::uint32_t r : rows) {
      const double y = answers[r] != 0 ? 1 : -1, margin = y * weigh(observations, r, weights);
      for (std::size_t e = observations.starts[r]; e < observations.starts[r + 1]; ++e)
        if (observations.columns[e] == column) sum -= cost * y * static_cast<double>(observations.values[e]) / (1 + std::exp(margin));
    }
    return sum;
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(the_best_weights_leave_no_slope) {
  const Case one;
  for (const double cost : {0.1, 1.0, 10.0}) {
    const auto weights = fit_logistic(one.observations, one.rows, one.answers, Case::columns, {.cost = cost, .rounds = 2000, .enough = 1e-7});
    for (std::size_t c = 0; c < Case::columns; ++c) BOOST_TEST(std::abs(one.slope(weights, c, cost)) < 0.02 * std::max(1.0, cost));
  }
}

BOOST_AUTO_TEST_CASE(the_same_each_time) {
  const Case one;
  BOOST_TEST(fit_logistic(one.observations, one.rows, one.answers, Case::columns) == fit_logistic(one.observations, one.rows, one.answers, Case::columns));
}

BOOST_AUTO_TEST_CASE(what_divides_gets_its_sign) {
  Observations observations;
  std::vector<char> answers;
  std::vector<std::uint32_t> rows(40);
  std::iota(rows.begin(), rows.end(), 0U);
  for (std::uint32_t r = 0; r < 40; ++r) {
    observations.columns.push_back(r % 2);
    observations.starts.push_back(observations.columns.size());
    answers.push_back(r % 2 == 0 ? 1 : 0);
  }
  const auto weights = fit_logistic(observations, rows, answers, 2);
  BOOST_TEST(weights[0] > 1);
  BOOST_TEST(weights[1] < -1);
}

BOOST_AUTO_TEST_CASE(nothing_to_learn_from) {
  const Observations none;
  BOOST_TEST(fit_logistic(none, {}, {}, 3) == std::vector<double>(3, 0.0));
}

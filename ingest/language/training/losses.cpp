#include "ingest/language/training/losses.h"

#include <cmath>

namespace dossier::ingest::training {
namespace {

float log_of_sum(const Eigen::Ref<const Eigen::RowVectorXf>& v) {
  const float top = v.maxCoeff();
  return top + std::log((v.array() - top).exp().sum());
}

}  // namespace

void softmax(Matrix& m) {
  m.colwise() -= m.rowwise().maxCoeff().eval();
  m = m.array().exp().matrix();
  m.array().colwise() /= m.rowwise().sum().array().eval();
}

void class_loss(Tape& tape, Node scores, std::span<const std::uint32_t> classes, float weight) {
  Matrix p = tape.value(scores);
  softmax(p);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    if (classes[i] == unknown) {
      p.row(row).setZero();
      continue;
    }
    tape.add_loss(-weight * std::log(p(row, classes[i]) + 1e-20F));
    p(row, classes[i]) -= 1;
  }
  if (tape.learns()) tape.derivative(scores) += weight * p;
}

void distribution_loss(Tape& tape, Node scores, const Matrix& targets, float weight) {
  Matrix p = tape.value(scores);
  softmax(p);
  for (Eigen::Index row = 0; row < p.rows(); ++row) {
    const float told = targets.row(row).sum();
    tape.add_loss(-weight * (targets.row(row).array() * (p.row(row).array() + 1e-20F).log()).sum());
    p.row(row) = told * p.row(row) - targets.row(row);
  }
  if (tape.learns()) tape.derivative(scores) += weight * p;
}

Matrix arc_scores(const Tape& tape, Node dependants, Node heads, std::size_t root, Eigen::Index at, Eigen::Index length) {
  const auto d = tape.value(dependants).middleRows(at, length);
  Matrix scores(length, length + 1);
  scores.col(0) = d * tape.table(root).value.row(0).transpose();
  scores.rightCols(length) = d * tape.value(heads).middleRows(at, length).transpose();
  for (Eigen::Index i = 0; i < length; ++i) scores(i, i + 1) = -1e9F;  // nothing hangs on itself
  return scores;
}

void arc_loss(Tape& tape, Node dependants, Node heads, std::size_t root, Lengths lengths, std::span<const Matrix> targets, float weight) {
  Eigen::Index at = 0;
  for (std::size_t s = 0; s < lengths.size(); at += lengths[s], ++s) {
    const Eigen::Index length = lengths[s];
    if (targets[s].size() == 0) continue;
    Matrix p = arc_scores(tape, dependants, heads, root, at, length);
    softmax(p);
    tape.add_loss(-weight * (targets[s].array() * (p.array() + 1e-20F).log()).sum());
    if (!tape.learns()) continue;
    p = weight * (p - targets[s]);
    const auto arcs = p.rightCols(length);
    tape.derivative(dependants).middleRows(at, length).noalias() += p.col(0) * tape.table(root).value.row(0);
    tape.derivative(dependants).middleRows(at, length).noalias() += arcs * tape.value(heads).middleRows(at, length);
    tape.derivative(heads).middleRows(at, length).noalias() += arcs.transpose() * tape.value(dependants).middleRows(at, length);
    tape.gradients().of(root).row(0).noalias() += p.col(0).transpose() * tape.value(dependants).middleRows(at, length);
  }
}

void chain_loss(Tape& tape, Node scores, std::size_t transitions, Lengths lengths, std::span<const std::uint32_t> classes, float weight) {
  const Matrix& e = tape.value(scores);
  const Matrix& t = tape.table(transitions).value;
  const Eigen::Index n = e.cols();
  Eigen::Index at = 0;
  for (const std::uint32_t size : lengths) {
    const Eigen::Index first = at, length = size;
    at += length;
    if (classes[static_cast<std::size_t>(first)] == unknown) continue;
    const auto gold = [&](Eigen::Index i) { return static_cast<Eigen::Index>(classes[static_cast<std::size_t>(first + i)]); };
    // sums over all ways from the left (alpha) and to the right (beta), as logarithms
    Matrix alpha(length, n), beta(length, n);
    alpha.row(0) = e.row(first) + t.row(n);
    for (Eigen::Index i = 1; i < length; ++i)
      for (Eigen::Index k = 0; k < n; ++k) alpha(i, k) = e(first + i, k) + log_of_sum(alpha.row(i - 1) + t.topRows(n).col(k).transpose());
    beta.row(length - 1).setZero();
    for (Eigen::Index i = length - 1; i-- > 0;)
      for (Eigen::Index k = 0; k < n; ++k) beta(i, k) = log_of_sum(t.row(k) + e.row(first + i + 1) + beta.row(i + 1));
    const float total = log_of_sum(alpha.row(length - 1));
    float path = 0;
    for (Eigen::Index i = 0; i < length; ++i) path += e(first + i, gold(i)) + t(i == 0 ? n : gold(i - 1), gold(i));
    tape.add_loss(weight * (total - path));
    if (!tape.learns()) continue;
    Matrix& de = tape.derivative(scores);
    Matrix& dt = tape.gradients().of(transitions);
    for (Eigen::Index i = 0; i < length; ++i) {
      de.row(first + i).array() += weight * (alpha.row(i) + beta.row(i)).array().unaryExpr([total](float v) { return std::exp(v - total); });
      de(first + i, gold(i)) -= weight;
      if (i == 0) {
        dt.row(n).array() += weight * (alpha.row(0) + beta.row(0)).array().unaryExpr([total](float v) { return std::exp(v - total); });
        dt(n, gold(0)) -= weight;
        continue;
      }
      const Eigen::RowVectorXf ahead = e.row(first + i) + beta.row(i);
      for (Eigen::Index k = 0; k < n; ++k)
        dt.row(k).array() += weight * ((t.row(k) + ahead).array() + (alpha(i - 1, k) - total)).exp();
      dt(gold(i - 1), gold(i)) -= weight;
    }
  }
}

void word_loss(Tape& tape, Node guesses, std::size_t words, std::span<const std::uint32_t> answers, std::span<const std::uint32_t> others,
               std::span<const float> log_chance, float weight) {
  const Matrix& g = tape.value(guesses);
  const Matrix& table = tape.table(words).value;
  const auto count = static_cast<Eigen::Index>(others.size());
  Matrix sampled(count, table.cols());
  for (Eigen::Index k = 0; k < count; ++k) sampled.row(k) = table.row(others[static_cast<std::size_t>(k)]);
  Matrix p(g.rows(), count + 1);
  p.leftCols(count).noalias() = g * sampled.transpose();
  for (Eigen::Index k = 0; k < count; ++k) p.col(k).array() -= log_chance[others[static_cast<std::size_t>(k)]];
  for (Eigen::Index i = 0; i < g.rows(); ++i) {
    const std::uint32_t answer = answers[static_cast<std::size_t>(i)];
    if (answer == unknown) continue;
    p(i, count) = g.row(i).dot(table.row(answer)) - log_chance[answer];
    for (Eigen::Index k = 0; k < count; ++k)
      if (others[static_cast<std::size_t>(k)] == answer) p(i, k) = -1e9F;  // it is counted once
  }
  for (Eigen::Index i = 0; i < g.rows(); ++i)
    if (answers[static_cast<std::size_t>(i)] == unknown) p.row(i).setZero();
  softmax(p);
  for (Eigen::Index i = 0; i < g.rows(); ++i) {
    if (answers[static_cast<std::size_t>(i)] == unknown) {
      p.row(i).setZero();
      continue;
    }
    tape.add_loss(-weight * std::log(p(i, count) + 1e-20F));
    p(i, count) -= 1;
  }
  if (!tape.learns()) return;
  p *= weight;
  Matrix& dg = tape.derivative(guesses);
  dg.noalias() += p.leftCols(count) * sampled;
  const Matrix d_sampled = p.leftCols(count).transpose() * g;
  for (Eigen::Index k = 0; k < count; ++k) tape.gradients().row(words, others[static_cast<std::size_t>(k)]) += d_sampled.row(k);
  for (Eigen::Index i = 0; i < g.rows(); ++i) {
    const std::uint32_t answer = answers[static_cast<std::size_t>(i)];
    if (answer == unknown) continue;
    dg.row(i) += p(i, count) * table.row(answer);
    tape.gradients().row(words, answer) += p(i, count) * g.row(i);
  }
}

}  // namespace dossier::ingest::training

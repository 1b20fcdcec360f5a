#include "ingest/language/training/tape.h"

#include <utility>

namespace dossier::ingest::training {

Gradients::Gradients(const Parameters& parameters) {
  for (const Parameter& parameter : parameters) {
    matrices_.push_back(Matrix::Zero(parameter.value.rows(), parameter.value.cols()));
    touched_.emplace_back();
    is_touched_.emplace_back(parameter.table ? static_cast<std::size_t>(parameter.value.rows()) : 0, 0);
    is_table_.push_back(parameter.table);
  }
}

Eigen::Ref<Eigen::RowVectorXf> Gradients::row(std::size_t parameter, std::uint32_t row) {
  if (is_table_[parameter] && !is_touched_[parameter][row]) {
    is_touched_[parameter][row] = 1;
    touched_[parameter].push_back(row);
  }
  return matrices_[parameter].row(row);
}

void Gradients::take(std::size_t parameter, Gradients& other) {
  if (is_table_[parameter]) {
    for (const std::uint32_t r : other.touched_[parameter]) row(parameter, r) += other.matrices_[parameter].row(r);
  } else {
    matrices_[parameter] += other.matrices_[parameter];
  }
  other.clear(parameter);
}

void Gradients::clear(std::size_t parameter) {
  if (!is_table_[parameter]) {
    matrices_[parameter].setZero();
    return;
  }
  for (const std::uint32_t r : touched_[parameter]) {
    matrices_[parameter].row(r).setZero();
    is_touched_[parameter][r] = 0;
  }
  touched_[parameter].clear();
}

Node Tape::constant(Matrix value) { return record(std::move(value), nullptr); }

Node Tape::parameter(std::size_t index) {
  entries_.push_back({.own = {}, .derivative = {}, .parameter = index, .backward = nullptr});
  return entries_.size() - 1;
}

Node Tape::record(Matrix value, std::function<void(Tape&, Node)> backward) {
  if (!learns()) backward = nullptr;
  entries_.push_back({.own = std::move(value), .derivative = {}, .parameter = none, .backward = std::move(backward)});
  return entries_.size() - 1;
}

const Matrix& Tape::value(Node node) const {
  const Entry& entry = entries_[node];
  return entry.parameter == none ? entry.own : (*parameters_)[entry.parameter].value;
}

Matrix& Tape::derivative(Node node) {
  Entry& entry = entries_[node];
  if (entry.parameter != none) return gradients_->of(entry.parameter);
  if (entry.derivative.size() == 0) entry.derivative = Matrix::Zero(entry.own.rows(), entry.own.cols());
  return entry.derivative;
}

void Tape::backward() {
  for (Node node = entries_.size(); node-- > 0;) {
    Entry& entry = entries_[node];
    if (!entry.backward || entry.derivative.size() == 0) continue;  // nothing depends on it
    entry.backward(*this, node);
    entry.derivative = {};
    entry.own = {};
  }
}

}  // namespace dossier::ingest::training

#include "ingest/language/training/operations.h"

#include <utility>

namespace dossier::ingest::training {
namespace {

/// One direction of a recurrence over a sentence's rows [first, last), over columns [offset, offset + h).
struct Direction {
  Eigen::Index offset, first, last;
  bool forward;

  [[nodiscard]] Eigen::Index count() const { return last - first; }
  [[nodiscard]] Eigen::Index row(Eigen::Index step) const { return forward ? first + step : last - 1 - step; }
};

template <class Use>
void each_direction(Lengths lengths, Eigen::Index h, const Use& use) {
  Eigen::Index first = 0;
  for (const std::uint32_t length : lengths) {
    const Eigen::Index last = first + length;
    use(Direction{0, first, last, true});
    use(Direction{h, first, last, false});
    first = last;
  }
}

}  // namespace

Node sum_rows(Tape& tape, std::size_t table, std::vector<std::uint32_t> rows, std::size_t each, std::uint32_t skip) {
  const Matrix& values = tape.table(table).value;
  const std::size_t tokens = rows.size() / each;
  Matrix sum = Matrix::Zero(static_cast<Eigen::Index>(tokens), values.cols());
  for (std::size_t t = 0; t < tokens; ++t)
    for (std::size_t k = 0; k < each; ++k)
      if (const std::uint32_t r = rows[t * each + k]; r != skip) sum.row(static_cast<Eigen::Index>(t)) += values.row(r);
  return tape.record(std::move(sum), [table, rows = std::move(rows), each, skip](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i] != skip) t.gradients().row(table, rows[i]) += d.row(static_cast<Eigen::Index>(i / each));
  });
}

Node linear(Tape& tape, Node x, std::size_t weights, std::size_t bias) {
  const Node w = tape.parameter(weights), b = tape.parameter(bias);
  Matrix y = tape.value(x) * tape.value(w);
  y.rowwise() += tape.value(b).row(0);
  return tape.record(std::move(y), [x, w, b](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    t.derivative(w).noalias() += t.value(x).transpose() * d;
    t.derivative(b).row(0) += d.colwise().sum();
    t.derivative(x).noalias() += d * t.value(w).transpose();
  });
}

Node concatenate(Tape& tape, std::vector<Node> parts) {
  Eigen::Index width = 0;
  for (const Node part : parts) width += tape.value(part).cols();
  Matrix all(tape.value(parts.front()).rows(), width);
  Eigen::Index at = 0;
  for (const Node part : parts) {
    const Matrix& value = tape.value(part);
    all.middleCols(at, value.cols()) = value;
    at += value.cols();
  }
  return tape.record(std::move(all), [parts = std::move(parts)](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    Eigen::Index from = 0;
    for (const Node part : parts) {
      Matrix& into = t.derivative(part);
      into += d.middleCols(from, into.cols());
      from += into.cols();
    }
  });
}

Node columns(Tape& tape, Node x, Eigen::Index first, Eigen::Index count) {
  return tape.record(tape.value(x).middleCols(first, count), [x, first, count](Tape& t, Node self) {
    t.derivative(x).middleCols(first, count) += t.derivative(self);
  });
}

Node add(Tape& tape, Node a, Node b) {
  return tape.record(tape.value(a) + tape.value(b), [a, b](Tape& t, Node self) {
    t.derivative(a) += t.derivative(self);
    t.derivative(b) += t.derivative(self);
  });
}

Node relu(Tape& tape, Node x) {
  return tape.record(tape.value(x).cwiseMax(0.0F), [x](Tape& t, Node self) {
    t.derivative(x).array() += (t.value(self).array() > 0).select(t.derivative(self).array(), 0.0F);
  });
}

Node pick_rows(Tape& tape, Node x, std::size_t outside, std::vector<std::uint32_t> rows) {
  const Matrix& from = tape.value(x);
  const Node other = tape.parameter(outside);
  Matrix picked(static_cast<Eigen::Index>(rows.size()), from.cols());
  for (std::size_t i = 0; i < rows.size(); ++i)
    picked.row(static_cast<Eigen::Index>(i)) = rows[i] == from.rows() ? tape.value(other).row(0) : from.row(rows[i]);
  return tape.record(std::move(picked), [x, other, rows = std::move(rows)](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    Matrix& into = t.derivative(x);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      if (rows[i] == into.rows()) t.derivative(other).row(0) += d.row(row);
      else into.row(rows[i]) += d.row(row);
    }
  });
}

Node drop_columns(Tape& tape, Node x, Lengths lengths, float rate, Random& random) {
  if (!tape.learns() || rate <= 0) return x;
  const Matrix& value = tape.value(x);
  Matrix mask(static_cast<Eigen::Index>(lengths.size()), value.cols());
  for (Eigen::Index i = 0; i < mask.size(); ++i) mask.data()[i] = random.uniform() < rate ? 0 : 1 / (1 - rate);
  const auto masked = [lengths = std::vector(lengths.begin(), lengths.end()), mask = std::move(mask)](const Matrix& m) {
    Matrix result(m.rows(), m.cols());
    Eigen::Index at = 0;
    for (std::size_t s = 0; s < lengths.size(); ++s) {
      const Eigen::Index length = lengths[s];
      result.middleRows(at, length) = m.middleRows(at, length).array().rowwise() * mask.row(static_cast<Eigen::Index>(s)).array();
      at += length;
    }
    return result;
  };
  Matrix result = masked(value);
  return tape.record(std::move(result), [x, masked](Tape& t, Node self) { t.derivative(x) += masked(t.derivative(self)); });
}

Node drop_rows(Tape& tape, Node x, float rate, Random& random) {
  if (!tape.learns() || rate <= 0) return x;
  const Matrix& value = tape.value(x);
  Eigen::VectorXf mask(value.rows());
  for (Eigen::Index i = 0; i < mask.size(); ++i) mask[i] = random.uniform() < rate ? 0 : 1 / (1 - rate);
  Matrix result = value.array().colwise() * mask.array();
  return tape.record(std::move(result), [x, mask = std::move(mask)](Tape& t, Node self) {
    t.derivative(x).array() += t.derivative(self).array().colwise() * mask.array();
  });
}

Node recurrence(Tape& tape, Node gates, Node x, std::size_t memory, Lengths lengths) {
  const Matrix& input = tape.value(x);
  const Eigen::Index h = input.cols() / 2;
  const Matrix& g = tape.value(gates);
  const Matrix& m = tape.table(memory).value;
  // columns of g: candidate, forget, reset of the left half, then of the right half
  const auto part = [h](Eigen::Index half, Eigen::Index which) { return half * 3 * h + which * h; };
  Matrix forget(input.rows(), 2 * h), reset(input.rows(), 2 * h), state(input.rows(), 2 * h);
  const Eigen::RowVectorXf nothing = Eigen::RowVectorXf::Zero(h);
  each_direction(lengths, h, [&](const Direction& d) {
    const Eigen::Index half = d.offset / h;
    const auto of_forget = m.row(0).segment(d.offset, h).array(), of_reset = m.row(1).segment(d.offset, h).array();
    for (Eigen::Index i = 0; i < d.count(); ++i) {
      const Eigen::Index r = d.row(i);
      const Eigen::ArrayXXf before = i == 0 ? nothing.array().eval() : state.row(d.row(i - 1)).segment(d.offset, h).array().eval();
      const auto sigmoid = [](const auto& v) { return (1 + (-v).exp()).inverse(); };
      auto f = forget.row(r).segment(d.offset, h).array();
      f = sigmoid(g.row(r).segment(part(half, 1), h).array() + of_forget * before);
      reset.row(r).segment(d.offset, h).array() = sigmoid(g.row(r).segment(part(half, 2), h).array() + of_reset * before);
      state.row(r).segment(d.offset, h).array() = f * before + (1 - f) * g.row(r).segment(part(half, 0), h).array();
    }
  });
  Matrix out = (reset.array() * state.array() + (1 - reset.array()) * input.array()).matrix();
  return tape.record(std::move(out), [gates, x, memory, h, part, lengths = std::vector(lengths.begin(), lengths.end()), forget = std::move(forget),
                                      reset = std::move(reset), state = std::move(state)](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    const Matrix& in = t.value(x);
    const Matrix& candidate = t.value(gates);
    const Matrix& weights = t.table(memory).value;
    t.derivative(x).array() += d.array() * (1 - reset.array());
    Matrix& into = t.derivative(gates);
    Matrix& d_memory = t.gradients().of(memory);
    each_direction(lengths, h, [&](const Direction& at) {
      const Eigen::Index half = at.offset / h;
      Eigen::Array<float, 1, Eigen::Dynamic> carried = Eigen::Array<float, 1, Eigen::Dynamic>::Zero(h), before(h), d_state(h), d_forget(h), d_reset(h);
      for (Eigen::Index i = at.count(); i-- > 0;) {
        const Eigen::Index r = at.row(i);
        const auto dh = d.row(r).segment(at.offset, h).array(), f = forget.row(r).segment(at.offset, h).array(),
                   re = reset.row(r).segment(at.offset, h).array();
        if (i > 0) before = state.row(at.row(i - 1)).segment(at.offset, h).array();
        else before.setZero();
        d_state = dh * re + carried;
        d_reset = dh * (state.row(r).segment(at.offset, h).array() - in.row(r).segment(at.offset, h).array()) * re * (1 - re);
        d_forget = d_state * (before - candidate.row(r).segment(part(half, 0), h).array()) * f * (1 - f);
        carried = d_state * f + d_forget * weights.row(0).segment(at.offset, h).array() + d_reset * weights.row(1).segment(at.offset, h).array();
        into.row(r).segment(part(half, 0), h).array() += d_state * (1 - f);
        into.row(r).segment(part(half, 1), h).array() += d_forget;
        into.row(r).segment(part(half, 2), h).array() += d_reset;
        d_memory.row(0).segment(at.offset, h).array() += d_forget * before;
        d_memory.row(1).segment(at.offset, h).array() += d_reset * before;
      }
    });
  });
}

Node with_former(Tape& tape, Node x, Lengths lengths) {
  const Matrix& input = tape.value(x);
  const Eigen::Index h = input.cols() / 2;
  Matrix both = Matrix::Zero(input.rows(), 4 * h);
  const auto each = [h, lengths = std::vector(lengths.begin(), lengths.end())](const auto& use) {  // (row, row before, columns of input, columns of both)
    each_direction(lengths, h, [&](const Direction& d) {
      for (Eigen::Index i = 0; i < d.count(); ++i) use(d.row(i), i == 0 ? Eigen::Index{-1} : d.row(i - 1), d.offset, 2 * d.offset);
    });
  };
  each([&](Eigen::Index row, Eigen::Index before, Eigen::Index from, Eigen::Index to) {
    if (before >= 0) both.row(row).segment(to, h) = input.row(before).segment(from, h);
    both.row(row).segment(to + h, h) = input.row(row).segment(from, h);
  });
  return tape.record(std::move(both), [x, h, each](Tape& t, Node self) {
    const Matrix& d = t.derivative(self);
    Matrix& into = t.derivative(x);
    each([&](Eigen::Index row, Eigen::Index before, Eigen::Index from, Eigen::Index to) {
      if (before >= 0) into.row(before).segment(from, h) += d.row(row).segment(to, h);
      into.row(row).segment(from, h) += d.row(row).segment(to + h, h);
    });
  });
}

}  // namespace dossier::ingest::training

/// Reverse-mode differentiation over matrices: what the trainer's network is written in.
///
/// A Tape records operations as they are computed and walks them backwards once (A. Griewank and A. Walther,
/// "Evaluating Derivatives", 2008, chapter 3). A row is a token, a column a feature. Each operation has its derivative
/// beside it (operations.cpp, losses.cpp); tests compare them with differences.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace dossier::ingest::training {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Numbers that training changes.
struct Parameter {
  std::string name;
  Matrix value;
  bool table = false;  ///< an embedding table: a step touches few of its rows
};

/// All parameters of a model, by index.
using Parameters = std::deque<Parameter>;

/// The derivatives of one thread, one matrix a parameter; tables say which rows are not zero.
class Gradients {
 public:
  explicit Gradients(const Parameters& parameters);

  [[nodiscard]] Matrix& of(std::size_t parameter) { return matrices_[parameter]; }
  /// The row of a table, noted as touched.
  [[nodiscard]] Eigen::Ref<Eigen::RowVectorXf> row(std::size_t parameter, std::uint32_t row);
  /// Adds another thread's derivatives of one parameter and sets those to zero.
  void take(std::size_t parameter, Gradients& other);
  void clear(std::size_t parameter);
  [[nodiscard]] const std::vector<std::uint32_t>& touched(std::size_t parameter) const { return touched_[parameter]; }
  [[nodiscard]] std::size_t size() const { return matrices_.size(); }

 private:
  std::vector<Matrix> matrices_;
  std::vector<std::vector<std::uint32_t>> touched_;  ///< rows of tables, in the order of their first use
  std::vector<std::vector<char>> is_touched_;
  std::vector<char> is_table_;
};

using Node = std::size_t;  ///< a recorded matrix

class Tape {
 public:
  /// With no gradients the tape only computes.
  Tape(const Parameters& parameters, Gradients* gradients) : parameters_(&parameters), gradients_(gradients) {}

  Node constant(Matrix value);
  Node parameter(std::size_t index);
  /// A computed matrix; `backward` adds to the derivatives of what it was computed from, reading derivative(itself).
  Node record(Matrix value, std::function<void(Tape&, Node)> backward);

  [[nodiscard]] const Matrix& value(Node node) const;
  [[nodiscard]] Matrix& derivative(Node node);  ///< of the loss by this node; zero at first
  [[nodiscard]] bool learns() const { return gradients_ != nullptr; }
  [[nodiscard]] const Parameter& table(std::size_t index) const { return (*parameters_)[index]; }
  [[nodiscard]] Gradients& gradients() { return *gradients_; }

  /// A number to be made small, in the units of the loss; only summed, for reports.
  void add_loss(double loss) { loss_ += loss; }
  [[nodiscard]] double loss() const { return loss_; }

  /// Walks back from the derivatives that the losses have set, into the gradients of the parameters.
  void backward();

 private:
  struct Entry {
    Matrix own;
    Matrix derivative;
    std::size_t parameter = none;
    std::function<void(Tape&, Node)> backward;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Parameters* parameters_;
  Gradients* gradients_;
  std::deque<Entry> entries_;
  double loss_ = 0;
};

}  // namespace dossier::ingest::training

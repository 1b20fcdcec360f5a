/// Arithmetic of 8-bit networks: products of small integers, exact and so the same on every processor, and the few functions of
/// real numbers around them, computed in one fixed order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dossier::ingest {

/// Instruction sets that the products are written for; the best that the processor has is chosen at run time.
enum class Instructions : std::uint8_t { plain, avx2, avx512_vnni };
[[nodiscard]] Instructions best_instructions() noexcept;
/// Whether this processor has them.
[[nodiscard]] bool has_instructions(Instructions instructions) noexcept;
[[nodiscard]] const char* name_of(Instructions instructions) noexcept;

/// Columns of a matrix of weights are kept in panels of this many, rows in groups of this many, padded with zeros.
inline constexpr std::size_t panel_columns = 32, row_group = 4;
[[nodiscard]] constexpr std::size_t padded(std::size_t n, std::size_t to) noexcept { return (n + to - 1) / to * to; }

/// The weights of a layer, in × out, each column with its own scale: weight = scale[column] · packed value.
struct PackedWeights {
  std::size_t in = 0, out = 0;          ///< without padding
  std::span<const std::int8_t> packed;  ///< panels of 32 columns: [panel][in / 4][column][4]
  std::span<const float> scale, bias;   ///< a column, padded to whole panels
  std::span<const std::int32_t> sums;   ///< 128 · the sum of each column's packed values
};

/// Tokens as rows of bytes: value = scale[row] · (byte - 128). Rows are padded to row_group with 128.
struct QuantizedRows {
  std::size_t rows = 0, width = 0;  ///< width is padded
  std::vector<std::uint8_t> bytes;
  std::vector<float> scale;
};

/// Rounds rows of `width` numbers, each row by its own greatest.
void quantize(std::span<const float> values, std::size_t width, QuantizedRows& rows);

/// out[row][column] = scale · Σ … + bias, rows × weights.out. `stride` are the numbers from one row of `out` to the next; 0: weights.out.
void multiply(const QuantizedRows& rows, const PackedWeights& weights, Instructions instructions, std::span<float> out, std::size_t stride = 0);

/// A bidirectional simple recurrent unit over one sentence: `gates` tokens × 6h (candidate, forget, reset of the left half, then
/// of the right), `x` tokens × 2h, changed in place; `memory` is what the former state weighs in the forget gates (2h numbers)
/// and the reset gates (2h). T. Lei and others (2018).
void recur(std::span<const float> gates, std::span<const float> memory, std::span<float> x, std::size_t half, std::vector<float>& state);

/// scores[i][j] = Σ rows[i] · columns[j] for two matrices of the same width, i × j.
void inner_products(std::span<const float> rows, std::span<const float> columns, std::size_t width, std::vector<float>& room, std::span<float> scores,
                    std::size_t stride);

void relu(std::span<float> values) noexcept;
/// into[k] += scale · row[k]
void add_scaled(std::span<const std::int8_t> row, float scale, std::span<float> into) noexcept;
/// Index of the greatest, the first of equals.
[[nodiscard]] std::uint32_t greatest(std::span<const float> values) noexcept;

}  // namespace dossier::ingest

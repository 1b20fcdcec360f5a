// Compiled without contraction of products and sums (see CMakeLists.txt), so that every processor rounds alike.
#include "ingest/language/kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "ingest/language/products.h"

// Loops over real numbers are compiled for several instruction sets; wider registers change their speed, not their results.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
#define DOSSIER_EVERY_WIDTH __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define DOSSIER_EVERY_WIDTH
#endif

namespace dossier::ingest {
namespace {

/// 1 / (1 + e^-x) to about six digits: 2^t as a power of two times a polynomial (minimax on [0, 1)).
inline float sigmoid(float x) noexcept {
  float t = x * -1.44269504F;
  t = t < -126.0F ? -126.0F : t > 126.0F ? 126.0F : t;
  const float shifted = t + 127.0F;                     // positive, so that truncation is floor
  const auto whole = static_cast<std::int32_t>(shifted);
  const float f = shifted - static_cast<float>(whole);
  const float p = ((((0.00189268F * f + 0.00894916F) * f + 0.05586624F) * f + 0.24014400F) * f + 0.69314720F) * f + 1.0F;
  const float power = std::bit_cast<float>(whole << 23) * p;
  return 1.0F / (1.0F + power);
}

/// One token of one direction: `gates` has candidate, forget and reset gates of h numbers each.
DOSSIER_EVERY_WIDTH void recur_step(const float* __restrict gates, const float* __restrict forget_memory, const float* __restrict reset_memory,
                                    float* __restrict state, float* __restrict x, std::size_t h) noexcept {
  for (std::size_t k = 0; k < h; ++k) {
    const float before = state[k];
    const float forget = sigmoid(gates[h + k] + forget_memory[k] * before);
    const float reset = sigmoid(gates[2 * h + k] + reset_memory[k] * before);
    const float now = gates[k] + forget * (before - gates[k]);
    state[k] = now;
    x[k] = x[k] + reset * (now - x[k]);
  }
}

DOSSIER_EVERY_WIDTH float greatest_size(const float* values, std::size_t count) noexcept {
  std::int32_t top = 0;  // numbers without their sign are ordered as their bits are
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t size = std::bit_cast<std::int32_t>(values[i]) & 0x7fffffff;
    top = size > top ? size : top;
  }
  return std::bit_cast<float>(top);
}

constexpr float least_size = 1e-30F;  ///< less is nothing; 127 divided by far less would be infinite

DOSSIER_EVERY_WIDTH void to_bytes(const float* values, std::size_t count, float inverse, std::uint8_t* bytes) noexcept {
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(values[i] * inverse + 128.5F));
}

DOSSIER_EVERY_WIDTH void finish(const std::int32_t* sums, const std::int32_t* offsets, const float* scale, const float* bias, float row_scale, float* out,
                                std::size_t columns) noexcept {
  for (std::size_t c = 0; c < columns; ++c) out[c] = static_cast<float>(sums[c] - offsets[c]) * (row_scale * scale[c]) + bias[c];
}

DOSSIER_EVERY_WIDTH void add_row(const std::int8_t* row, float scale, float* into, std::size_t count) noexcept {
  for (std::size_t i = 0; i < count; ++i) into[i] += scale * static_cast<float>(row[i]);
}

/// Sixteen numbers; the compiler makes of them as many registers as they need.
using Lanes [[gnu::vector_size(64)]] = float;
constexpr std::size_t lanes = sizeof(Lanes) / sizeof(float);

/// Inner products of up to four rows with all columns, which stand side by side, `n` in a row with padding to whole lanes.
template <std::size_t rows>
inline __attribute__((always_inline)) void products_of(const float* const* row, const float* columns, std::size_t width, std::size_t n, float* out,
                                                       std::size_t stride) noexcept {
  const std::size_t across = padded(n, lanes);
  for (std::size_t j = 0; j < n; j += lanes) {
    Lanes sums[rows] = {};
    for (std::size_t k = 0; k < width; ++k) {
      Lanes column;
      __builtin_memcpy(&column, columns + k * across + j, sizeof column);
      for (std::size_t r = 0; r < rows; ++r) sums[r] += row[r][k] * column;
    }
    const std::size_t count = std::min(lanes, n - j);
    for (std::size_t r = 0; r < rows; ++r) __builtin_memcpy(out + r * stride + j, &sums[r], count * sizeof(float));
  }
}

DOSSIER_EVERY_WIDTH void all_products(const float* rows, std::size_t m, const float* columns, std::size_t width, std::size_t n, float* out,
                                      std::size_t stride) noexcept {
  constexpr std::size_t step = 4;
  std::size_t i = 0;
  for (; i + step <= m; i += step) {
    const float* const four[step] = {rows + i * width, rows + (i + 1) * width, rows + (i + 2) * width, rows + (i + 3) * width};
    products_of<step>(four, columns, width, n, out + i * stride, stride);
  }
  for (; i < m; ++i) {
    const float* const one = rows + i * width;
    products_of<1>(&one, columns, width, n, out + i * stride, stride);
  }
}

DOSSIER_EVERY_WIDTH void cut_below_zero(float* values, std::size_t count) noexcept {
  for (std::size_t i = 0; i < count; ++i) values[i] = values[i] > 0 ? values[i] : 0;
}

Product product_for(Instructions instructions) noexcept {
#if defined(__x86_64__)
  if (instructions == Instructions::avx512_vnni) return product_avx512_vnni;
  if (instructions == Instructions::avx2) return product_avx2;
#endif
  (void)instructions;
  return product_plain;
}

}  // namespace

bool has_instructions(Instructions instructions) noexcept {
#if defined(__x86_64__)
  if (instructions == Instructions::avx512_vnni)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vnni");
  if (instructions == Instructions::avx2) return __builtin_cpu_supports("avx2");
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() noexcept {
  for (const Instructions i : {Instructions::avx512_vnni, Instructions::avx2})
    if (has_instructions(i)) return i;
  return Instructions::plain;
}

const char* name_of(Instructions instructions) noexcept {
  return instructions == Instructions::avx512_vnni ? "AVX-512 VNNI" : instructions == Instructions::avx2 ? "AVX2" : "plain";
}

void quantize(std::span<const float> values, std::size_t width, QuantizedRows& rows) {
  rows.rows = values.size() / width;
  rows.width = padded(width, row_group);
  rows.bytes.resize(rows.rows * rows.width);
  rows.scale.resize(rows.rows);
  for (std::size_t r = 0; r < rows.rows; ++r) {
    const float* row = values.data() + r * width;
    std::uint8_t* bytes = rows.bytes.data() + r * rows.width;
    const float top = greatest_size(row, width);
    rows.scale[r] = top / 127;
    to_bytes(row, width, top > least_size ? 127 / top : 0, bytes);
    std::fill(bytes + width, bytes + rows.width, std::uint8_t{128});
  }
}

void multiply(const QuantizedRows& rows, const PackedWeights& weights, Instructions instructions, std::span<float> out, std::size_t stride) {
  if (stride == 0) stride = weights.out;
  const Product product = product_for(instructions);
  const std::size_t groups = rows.width / row_group, panels = padded(weights.out, panel_columns) / panel_columns;
  std::array<std::int32_t, tile_rows * panel_columns> sums;
  for (std::size_t p = 0; p < panels; ++p) {  // a panel stays in the nearest cache while all rows pass
    const std::size_t first = p * panel_columns, columns = std::min(panel_columns, weights.out - first);
    const std::int8_t* panel = weights.packed.data() + p * groups * panel_columns * row_group;
    for (std::size_t r = 0; r < rows.rows; r += tile_rows) {
      const std::size_t count = std::min(tile_rows, rows.rows - r);
      product(rows.bytes.data() + r * rows.width, rows.width, count, groups, panel, sums.data());
      for (std::size_t k = 0; k < count; ++k)
        finish(sums.data() + k * panel_columns, weights.sums.data() + first, weights.scale.data() + first, weights.bias.data() + first, rows.scale[r + k],
               out.data() + (r + k) * stride + first, columns);
    }
  }
}

void recur(std::span<const float> gates, std::span<const float> memory, std::span<float> x, std::size_t half, std::vector<float>& state) {
  const std::size_t tokens = x.size() / (2 * half);
  state.assign(2 * half, 0.0F);
  for (std::size_t step = 0; step < tokens; ++step)
    for (std::size_t side = 0; side < 2; ++side) {
      const std::size_t t = side == 0 ? step : tokens - 1 - step, at = side * half;
      recur_step(gates.data() + t * 6 * half + 3 * at, memory.data() + at, memory.data() + 2 * half + at, state.data() + at, x.data() + t * 2 * half + at,
                 half);
    }
}

void inner_products(std::span<const float> rows, std::span<const float> columns, std::size_t width, std::vector<float>& room, std::span<float> scores,
                    std::size_t stride) {
  const std::size_t m = rows.size() / width, n = columns.size() / width, across = padded(n, lanes);
  room.assign(width * across, 0.0F);
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t k = 0; k < width; ++k) room[k * across + j] = columns[j * width + k];
  all_products(rows.data(), m, room.data(), width, n, scores.data(), stride);
}

void relu(std::span<float> values) noexcept { cut_below_zero(values.data(), values.size()); }

void add_scaled(std::span<const std::int8_t> row, float scale, std::span<float> into) noexcept { add_row(row.data(), scale, into.data(), row.size()); }

std::uint32_t greatest(std::span<const float> values) noexcept {
  return static_cast<std::uint32_t>(std::ranges::max_element(values) - values.begin());
}

}  // namespace dossier::ingest

#include "ingest/language/kernels.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

using namespace dossier::ingest;

namespace {

constexpr Instructions every[] = {Instructions::plain, Instructions::avx2, Instructions::avx512_vnni};

std::vector<float> random_numbers(std::size_t count, std::mt19937& random, float size = 1) {
  std::normal_distribution<float> normal(0, size);
  std::vector<float> numbers(count);
  for (float& number : numbers) number = normal(random);
  return numbers;
}

/// A layer of random weights, packed as the header says.
struct Layer {
  std::size_t in, out;
  std::vector<float> weights;  ///< in × out, before they are rounded
  std::vector<std::int8_t> packed;
  std::vector<float> scale, bias;
  std::vector<std::int32_t> sums;

  Layer(std::size_t in_, std::size_t out_, std::mt19937& random) : in(in_), out(out_), weights(random_numbers(in_ * out_, random)) {
    const std::size_t groups = padded(in, row_group) / row_group, columns = padded(out, panel_columns);
    packed.resize(groups * row_group * columns);
    scale.resize(columns), bias.resize(columns), sums.resize(columns);
    for (std::size_t c = 0; c < out; ++c) {
      float top = 0;
      for (std::size_t k = 0; k < in; ++k) top = std::max(top, std::fabs(weights[k * out + c]));
      scale[c] = top / 127;
      bias[c] = std::normal_distribution<float>()(random);
      for (std::size_t k = 0; k < in; ++k) {
        const auto value = static_cast<std::int8_t>(std::lround(weights[k * out + c] / top * 127));
        packed[c / panel_columns * groups * row_group * panel_columns + k / row_group * row_group * panel_columns + c % panel_columns * row_group +
               k % row_group] = value;
        sums[c] += 128 * value;
      }
    }
  }
  [[nodiscard]] PackedWeights view() const { return {in, out, packed, scale, bias, sums}; }
};

std::vector<float> product(const QuantizedRows& rows, const Layer& layer, Instructions instructions) {
  std::vector<float> out(rows.rows * layer.out + 1, 12345.0F);  // one more, which must stay
  multiply(rows, layer.view(), instructions, std::span(out).first(rows.rows * layer.out));
  BOOST_CHECK_EQUAL(out.back(), 12345.0F);
  out.pop_back();
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(instruction_sets) {
  BOOST_CHECK(has_instructions(Instructions::plain));
  BOOST_CHECK(has_instructions(best_instructions()));
  for (const Instructions i : every) BOOST_TEST_MESSAGE(name_of(i) << (has_instructions(i) ? ": tried" : ": not on this processor"));
}

BOOST_AUTO_TEST_CASE(rounding_to_bytes) {
  const std::vector<float> values = {1, -1, 0.5F, 0, 0.004F, 0, 0, 0, 0, 0, -3, 3, 1.5F, -0.012F, 0.012F};
  QuantizedRows rows;
  quantize(values, 5, rows);
  BOOST_REQUIRE_EQUAL(rows.rows, 3U);
  BOOST_REQUIRE_EQUAL(rows.width, 8U);
  const std::vector<std::uint8_t> first(rows.bytes.begin(), rows.bytes.begin() + 8), second(rows.bytes.begin() + 8, rows.bytes.begin() + 16),
      third(rows.bytes.begin() + 16, rows.bytes.end());
  BOOST_TEST(first == (std::vector<std::uint8_t>{255, 1, 192, 128, 129, 128, 128, 128}), boost::test_tools::per_element());
  BOOST_TEST(second == std::vector<std::uint8_t>(8, 128), boost::test_tools::per_element());
  BOOST_TEST(third == (std::vector<std::uint8_t>{1, 255, 192, 127, 129, 128, 128, 128}), boost::test_tools::per_element());
  BOOST_CHECK_EQUAL(rows.scale[0], 1.0F / 127);
  BOOST_CHECK_EQUAL(rows.scale[1], 0.0F);
  // the room is used again, for a smaller matrix
  quantize(std::vector<float>{2, -1}, 1, rows);
  BOOST_CHECK_EQUAL(rows.rows, 2U);
  BOOST_CHECK_EQUAL(rows.bytes.size(), 8U);
  BOOST_CHECK_EQUAL(rows.bytes[4], 1);
}

// The factor that makes bytes of them would be infinite.
BOOST_AUTO_TEST_CASE(numbers_too_small_to_be_told_from_zero) {
  std::vector<float> values(40, 0.0F);
  values[3] = 1e-39F, values[37] = -2e-38F;
  QuantizedRows rows;
  quantize(values, 40, rows);
  for (const std::uint8_t byte : rows.bytes) BOOST_CHECK_EQUAL(byte, 128);
}

BOOST_AUTO_TEST_CASE(products_are_the_same_with_every_instruction_set_and_near_those_of_real_numbers) {
  std::mt19937 random(1);
  for (const std::size_t in : {1U, 3U, 4U, 5U, 17U, 32U, 66U, 288U})
    for (const std::size_t out : {1U, 13U, 31U, 32U, 33U, 64U, 100U})
      for (const std::size_t count : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U, 12U, 15U, 16U, 17U}) {
        BOOST_TEST_CONTEXT(count << " × " << in << " × " << out) {
          const Layer layer(in, out, random);
          const std::vector<float> values = random_numbers(count * in, random, 3);
          QuantizedRows rows;
          quantize(values, in, rows);
          const std::vector<float> plain = product(rows, layer, Instructions::plain);
          for (const Instructions i : every)
            if (has_instructions(i)) BOOST_CHECK_MESSAGE(product(rows, layer, i) == plain, name_of(i));
          // both factors are off by half a unit at most
          std::size_t wrong = 0;
          for (std::size_t r = 0; r < count; ++r)
            for (std::size_t c = 0; c < out; ++c) {
              double exact = layer.bias[c], bound = 1e-4;
              const double unit_row = rows.scale[r], unit_column = layer.scale[c];
              for (std::size_t k = 0; k < in; ++k) {
                const double v = values[r * in + k], w = layer.weights[k * out + c];
                exact += v * w;
                bound += 0.5001 * (unit_row * std::fabs(w) + unit_column * std::fabs(v)) + 0.2501 * unit_row * unit_column;
              }
              wrong += std::fabs(plain[r * out + c] - exact) > bound;
            }
          BOOST_CHECK_EQUAL(wrong, 0U);
        }
      }
}

BOOST_AUTO_TEST_CASE(products_into_a_part_of_each_row) {
  std::mt19937 random(4);
  const Layer layer(20, 40, random);
  QuantizedRows rows;
  quantize(random_numbers(11 * 20, random), 20, rows);
  const std::vector<float> wanted = product(rows, layer, Instructions::plain);
  constexpr std::size_t stride = 100, offset = 50;
  for (const Instructions i : every) {
    if (!has_instructions(i)) continue;
    std::vector<float> out(11 * stride, -7.0F);
    multiply(rows, layer.view(), i, std::span(out).subspan(offset), stride);
    for (std::size_t k = 0; k < out.size(); ++k) {
      const std::size_t row = k / stride, column = k % stride;
      BOOST_REQUIRE_EQUAL(out[k], column >= offset && column < offset + 40 ? wanted[row * 40 + column - offset] : -7.0F);
    }
  }
}

// 127 · 255 · 1024 is far beyond 16 bits: no sum on the way may be cut off.
BOOST_AUTO_TEST_CASE(greatest_products_are_exact) {
  constexpr std::size_t in = 1024;
  std::vector<std::int8_t> packed(in * panel_columns, 127);
  const std::vector<float> scale(panel_columns, 1), bias(panel_columns, 0);
  const std::vector<std::int32_t> sums(panel_columns, 0);
  QuantizedRows rows{9, in, std::vector<std::uint8_t>(9 * in, 255), std::vector<float>(9, 1)};
  for (const std::int8_t weight : {std::int8_t{127}, std::int8_t{-127}}) {
    packed.assign(packed.size(), weight);
    for (const Instructions i : every) {
      if (!has_instructions(i)) continue;
      std::vector<float> out(9 * panel_columns);
      multiply(rows, {in, panel_columns, packed, scale, bias, sums}, i, out);
      for (const float v : out) BOOST_REQUIRE_EQUAL(v, static_cast<float>(255 * static_cast<int>(in) * weight));
    }
  }
}

BOOST_AUTO_TEST_CASE(recurrence_as_in_the_formula) {
  std::mt19937 random(2);
  for (const std::size_t h : {1U, 7U, 16U, 20U, 128U})
    for (const std::size_t tokens : {1U, 2U, 5U, 33U}) {
      const std::vector<float> gates = random_numbers(tokens * 6 * h, random, 3), memory = random_numbers(4 * h, random);
      const std::vector<float> input = random_numbers(tokens * 2 * h, random);
      std::vector<float> x = input, state = random_numbers(5, random);  // what is in the room before does not matter
      recur(gates, memory, x, h, state);
      const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
      double worst = 0;
      for (std::size_t side = 0; side < 2; ++side)
        for (std::size_t k = 0; k < h; ++k) {
          double c = 0;
          for (std::size_t step = 0; step < tokens; ++step) {
            const std::size_t t = side == 0 ? step : tokens - 1 - step;
            const float* gate = &gates[(t * 2 + side) * 3 * h + k];
            const double forget = sigmoid(gate[h] + memory[side * h + k] * c), reset = sigmoid(gate[2 * h] + memory[2 * h + side * h + k] * c);
            c = forget * c + (1 - forget) * gate[0];
            const double out = reset * c + (1 - reset) * input[t * 2 * h + side * h + k];
            worst = std::max(worst, std::fabs(out - x[t * 2 * h + side * h + k]));
          }
        }
      BOOST_CHECK_SMALL(worst, 2e-4);
    }
}

// Gates far out must shut, not overflow.
BOOST_AUTO_TEST_CASE(recurrence_with_great_numbers) {
  std::vector<float> gates = {5, 1e6F, 1e6F, 7, -1e6F, -1e6F}, x = {1, 2}, state;  // half 1, a token
  const std::vector<float> memory(4, 0.0F);
  recur(gates, memory, x, 1, state);
  BOOST_CHECK_SMALL(x[0], 1e-5F);       // left: the state is kept (0) and passed on
  BOOST_CHECK_CLOSE(x[1], 2.0F, 1e-3);  // right: the state is new (7) and not passed on
  BOOST_CHECK_CLOSE(state[1], 7.0F, 1e-3);
}

BOOST_AUTO_TEST_CASE(inner_products_of_two_matrices) {
  std::mt19937 random(3);
  for (const std::size_t m : {1U, 2U, 9U, 40U})
    for (const std::size_t n : {1U, 3U, 17U, 40U})
      for (const std::size_t width : {1U, 6U, 96U}) {
        const std::vector<float> rows = random_numbers(m * width, random), columns = random_numbers(n * width, random);
        const std::size_t stride = n + 2;
        std::vector<float> scores(m * stride, -7.0F), room;
        inner_products(rows, columns, width, room, scores, stride);
        for (std::size_t i = 0; i < m; ++i) {
          for (std::size_t j = 0; j < n; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < width; ++k) sum += static_cast<double>(rows[i * width + k]) * columns[j * width + k];
            BOOST_REQUIRE_SMALL(scores[i * stride + j] - sum, 1e-4);
          }
          BOOST_REQUIRE_EQUAL(scores[i * stride + n], -7.0F);  // between the rows nothing is written
        }
      }
}

BOOST_AUTO_TEST_CASE(the_greatest_is_the_first_of_equals) {
  BOOST_CHECK_EQUAL(greatest(std::vector<float>{3}), 0U);
  BOOST_CHECK_EQUAL(greatest(std::vector<float>{1, 5, 2, 5}), 1U);
  BOOST_CHECK_EQUAL(greatest(std::vector<float>{-3, -2, -2}), 1U);
  BOOST_CHECK_EQUAL(greatest(std::vector<float>(50, 0.5F)), 0U);
  std::vector<float> values(50, -1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::vector<float> one = values;
    one[i] = 0;
    BOOST_CHECK_EQUAL(greatest(one), i);
  }
}

BOOST_AUTO_TEST_CASE(small_functions) {
  std::vector<float> values;
  for (int i = -20; i <= 20; ++i) values.push_back(static_cast<float>(i) / 2);
  relu(values);
  for (int i = -20; i <= 20; ++i) BOOST_CHECK_EQUAL(values[static_cast<std::size_t>(i + 20)], i < 0 ? 0.0F : static_cast<float>(i) / 2);
  std::vector<std::int8_t> row(19);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<std::int8_t>(static_cast<int>(i) * 14 - 127);
  std::vector<float> into(row.size(), 1.0F);
  add_scaled(row, 0.5F, into);
  for (std::size_t i = 0; i < row.size(); ++i) BOOST_CHECK_EQUAL(into[i], 1 + 0.5F * static_cast<float>(row[i]));
}

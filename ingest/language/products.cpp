#include "ingest/language/products.h"

#include <array>
#include <cstring>

#include "ingest/language/kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace dossier::ingest {

void product_plain(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r) {
    std::array<std::int32_t, panel_columns> row{};
    for (std::size_t g = 0; g < groups; ++g)
      for (std::size_t c = 0; c < panel_columns; ++c)
        for (std::size_t k = 0; k < row_group; ++k)
          row[c] += std::int32_t{bytes[r * stride + g * row_group + k]} * panel[(g * panel_columns + c) * row_group + k];
    std::memcpy(sums + r * panel_columns, row.data(), sizeof row);
  }
}

#if defined(__x86_64__)

namespace {

std::int32_t group_at(const std::uint8_t* bytes) {
  std::int32_t four;
  std::memcpy(&four, bytes, sizeof four);
  return four;
}

/// Bytes are widened to 16 bits, since the instruction that multiplies bytes (vpmaddubsw) cuts its sums off.
template <std::size_t rows>
__attribute__((target("avx2"))) void tile_avx2(const std::uint8_t* bytes, std::size_t stride, std::size_t groups, const std::int8_t* panel, std::int32_t* sums) {
  constexpr std::size_t quads = 4;  // of columns, in a quarter of a panel
  for (std::size_t part = 0; part < panel_columns / (2 * quads); ++part) {
    // each register: for 4 columns two halves of the sum side by side
    __m256i low[rows], high[rows];
    for (std::size_t r = 0; r < rows; ++r) low[r] = high[r] = _mm256_setzero_si256();
    for (std::size_t g = 0; g < groups; ++g) {
      const std::int8_t* weights = panel + (g * panel_columns + part * 2 * quads) * row_group;
      const __m256i first = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
      const __m256i second = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + quads * row_group)));
      for (std::size_t r = 0; r < rows; ++r) {
        const __m256i four = _mm256_cvtepu8_epi16(_mm_set1_epi32(group_at(bytes + r * stride + g * row_group)));
        low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(four, first));
        high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(four, second));
      }
    }
    for (std::size_t r = 0; r < rows; ++r) {  // hadd leaves the columns in the order 0 1 4 5 2 3 6 7
      const __m256i both = _mm256_permute4x64_epi64(_mm256_hadd_epi32(low[r], high[r]), 0xd8);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * panel_columns + part * 2 * quads), both);
    }
  }
}

template <std::size_t rows>
__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) void tile_avx512(const std::uint8_t* bytes, std::size_t stride, std::size_t groups,
                                                                                  const std::int8_t* panel, std::int32_t* sums) {
  __m512i low[rows], high[rows];
  for (std::size_t r = 0; r < rows; ++r) low[r] = high[r] = _mm512_setzero_si512();
  for (std::size_t g = 0; g < groups; ++g) {
    const __m512i first = _mm512_loadu_si512(panel + g * panel_columns * row_group);
    const __m512i second = _mm512_loadu_si512(panel + g * panel_columns * row_group + 64);
    for (std::size_t r = 0; r < rows; ++r) {
      const __m512i four = _mm512_set1_epi32(group_at(bytes + r * stride + g * row_group));
      low[r] = _mm512_dpbusd_epi32(low[r], four, first);
      high[r] = _mm512_dpbusd_epi32(high[r], four, second);
    }
  }
  for (std::size_t r = 0; r < rows; ++r) {
    _mm512_storeu_si512(sums + r * panel_columns, low[r]);
    _mm512_storeu_si512(sums + r * panel_columns + panel_columns / 2, high[r]);
  }
}

}  // namespace

void product_avx2(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums) {
  constexpr std::size_t step = 4;  // rows whose sums fit the registers
  std::size_t r = 0;
  for (; r + step <= rows; r += step) tile_avx2<step>(bytes + r * stride, stride, groups, panel, sums + r * panel_columns);
  for (; r < rows; ++r) tile_avx2<1>(bytes + r * stride, stride, groups, panel, sums + r * panel_columns);
}

void product_avx512_vnni(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel,
                         std::int32_t* sums) {
  if (rows == tile_rows) return tile_avx512<tile_rows>(bytes, stride, groups, panel, sums);
  for (std::size_t r = 0; r < rows; ++r) tile_avx512<1>(bytes + r * stride, stride, groups, panel, sums + r * panel_columns);
}

#endif

}  // namespace dossier::ingest

/// The inner loops of `multiply`, one an instruction set. All give the same integers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dossier::ingest {

/// Sums of products of up to `tile_rows` rows with one panel: sums[row][column] = Σ bytes[row][k] · packed[k][column].
inline constexpr std::size_t tile_rows = 8;
using Product = void (*)(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums);

void product_plain(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums);
#if defined(__x86_64__)
void product_avx2(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums);
void product_avx512_vnni(const std::uint8_t* bytes, std::size_t stride, std::size_t rows, std::size_t groups, const std::int8_t* panel, std::int32_t* sums);
#endif

}  // namespace dossier::ingest

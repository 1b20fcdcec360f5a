/// The hash under the model's tables. It is part of the model's format: changing it makes all models unreadable.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::ingest {

inline constexpr std::uint64_t hash_seed = 0xcbf29ce484222325U;

/// Spreads the bits of a number (the last step of MurmurHash3, A. Appleby 2011).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t h) noexcept {
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdU;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53U;
  return h ^ (h >> 33);
}

/// FNV-1a (G. Fowler, L. Noll, K.-P. Vo), to be spread by `mixed` before use. Goes on from `h`.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t h = hash_seed) noexcept {
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return h;
}

}  // namespace dossier::ingest

/// Numbers that look random and are the same on every machine.
#pragma once

#include <cmath>
#include <cstdint>

namespace dossier::ingest::training {

/// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }  ///< in [0, 1)
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((next() >> 32) * n >> 32); }
  float normal() {  ///< Box and Muller (1958)
    const float radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(6.2831853F * uniform());
  }

 private:
  std::uint64_t state_;
};

}  // namespace dossier::ingest::training

/// Work in threads.
#pragma once

#include <cstddef>
#include <future>
#include <vector>

namespace dossier::ingest {

/// Calls `run(0)` to `run(count - 1)` side by side, the first of them here; waits for all. Rethrows what one of them throws.
template <class Run>
void side_by_side(std::size_t count, const Run& run) {
  std::vector<std::future<void>> others;
  for (std::size_t k = 1; k < count; ++k) others.push_back(std::async(std::launch::async, [&run, k] { run(k); }));
  run(std::size_t{0});
  for (std::future<void>& other : others) other.get();
}

}  // namespace dossier::ingest

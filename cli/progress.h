/// The bar of long work.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/session.h"

namespace dossier::cli {

/// Shows how far the reading of documents is, ten times a second at most, on the terminal's last line. Nothing where
/// nobody watches.
class ProgressBar {
 public:
  explicit ProgressBar(Session& session) : session_(session), begin_(Clock::now()), shown_(begin_) {}
  ~ProgressBar() { session_.messages.show_progress({}); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// `bytes_total` is 0 when it is not known.
  void update(std::uint64_t documents, std::uint64_t bytes_done, std::uint64_t bytes_total);

 private:
  using Clock = std::chrono::steady_clock;
  Session& session_;
  Clock::time_point begin_, shown_;
};

}  // namespace dossier::cli

#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace dossier::cli {
namespace {

constexpr std::size_t cells = 24;

std::string bar(double share) {
  const auto full = static_cast<std::size_t>(share * cells);
  std::string text;
  for (std::size_t i = 0; i < cells; ++i) text += i < full ? "█" : "░";
  return text;
}

std::string minutes(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

void ProgressBar::update(std::uint64_t documents, std::uint64_t bytes_done, std::uint64_t bytes_total) {
  using namespace std::chrono_literals;
  const auto now = Clock::now();
  if (!session_.terminal.shows_progress || now - shown_ < 100ms) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  std::string line;
  if (bytes_total > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes_done) / static_cast<double>(bytes_total));
    line = fmt::format("{} {:3.0f} %  ", bar(share), share * 100);
    if (share > 0.01) line += fmt::format("{} left  ", minutes(seconds / share - seconds));
  }
  line += fmt::format("{} documents, {:.0f} a second", documents,
                      static_cast<double>(documents) / std::max(seconds, 0.001));
  session_.messages.show_progress(line);
}

}  // namespace dossier::cli

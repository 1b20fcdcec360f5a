#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace dossier::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

bool decide(When when, bool by_default) { return when == When::always || (when == When::automatic && by_default); }

std::size_t columns() {
  const std::string_view told = environment("COLUMNS");
  std::size_t width = 0;
  if (std::from_chars(told.data(), told.data() + told.size(), width).ec == std::errc() && width > 0) return width;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

const char* code(Tone tone) {
  switch (tone) {
    case Tone::bold:
      return "\x1b[1m";
    case Tone::dim:
      return "\x1b[2m";
    case Tone::good:
      return "\x1b[32m";
    case Tone::open:
      return "\x1b[33m";
    case Tone::warning:
      return "\x1b[1;35m";
    case Tone::bad:
      return "\x1b[1;31m";
    case Tone::link:
      return "\x1b[36m";
    case Tone::plain:
      break;
  }
  return "";
}

}  // namespace

std::string Paint::operator()(Tone tone, std::string_view text) const {
  if (!on_ || tone == Tone::plain || text.empty()) return std::string(text);
  return std::string(code(tone)).append(text).append("\x1b[0m");
}

Terminal look_at_terminal(const CommonOptions& options) {
  const bool out = ::isatty(STDOUT_FILENO) != 0, err = ::isatty(STDERR_FILENO) != 0;
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  Terminal terminal;
  terminal.width = out ? columns() : 0;
  terminal.out = Paint(decide(options.color, out && !plain));
  terminal.err = Paint(decide(options.color, err && !plain));
  terminal.shows_progress = decide(options.progress, err && !options.quiet);
  return terminal;
}

}  // namespace dossier::cli

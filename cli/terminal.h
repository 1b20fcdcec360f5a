/// Who is looking at the output: a person at a terminal, or a program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/common_options.h"

namespace dossier::cli {

/// How a piece of text stands out where there are colours.
enum class Tone { plain, bold, dim, good, open, warning, bad, link };

/// Text with the escape sequences of ECMA-48 around it, or as it is.
class Paint {
 public:
  explicit Paint(bool on = false) : on_(on) {}
  [[nodiscard]] std::string operator()(Tone tone, std::string_view text) const;
  [[nodiscard]] bool on() const noexcept { return on_; }

 private:
  bool on_;
};

struct Terminal {
  std::size_t width = 0;        ///< columns for results; 0: standard output is no terminal, nothing is cut
  Paint out, err;               ///< for results and for messages
  bool shows_progress = false;  ///< on standard error
};

/// Asks the system once ($COLUMNS, $NO_COLOR, $TERM, the window's size).
[[nodiscard]] Terminal look_at_terminal(const CommonOptions& options);

}  // namespace dossier::cli

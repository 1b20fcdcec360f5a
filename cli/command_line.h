/// The command line: from argv to an action.
#pragma once

#include <optional>
#include <string>

#include "cli/verb.h"

namespace dossier::cli {

/// What a call asks for.
struct Call {
  CommonOptions options;
  Action action;     ///< empty when `text` is all
  std::string text;  ///< help or version, for standard output
};

/// Reads the arguments. Throws Error(usage), with "did you mean" for an unknown verb or option.
[[nodiscard]] Call read_command_line(int argc, const char* const* argv);

/// The options that must be known even when the rest of the line is wrong: how to tell so.
[[nodiscard]] CommonOptions options_for_messages(int argc, const char* const* argv);

/// "dossier 0.1.0"
[[nodiscard]] std::string program_version();

}  // namespace dossier::cli

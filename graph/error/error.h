/// What is thrown when work cannot go on. Caught once, in cli/main.cpp, where the kind becomes the exit code.
#pragma once

#include <stdexcept>
#include <string>

#include "graph/error/diagnostic.h"

namespace dossier {

/// Why work cannot go on, named by what the person at the command line should do next.
enum class ErrorKind {
  usage,      ///< the call itself is wrong: read the help
  bad_input,  ///< an input is not what it claims to be: mend the input
  io,         ///< a file, the disk or memory failed: mend the machine
};

/// The base of everything that Dossier throws on purpose. `what()` is one line: lower case, no full stop.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}
  Error(ErrorKind kind, Location location, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), location_(std::move(location)), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
  /// Where in the input; empty (`location().known()` is false) when the fault has no place.
  [[nodiscard]] const Location& location() const noexcept { return location_; }
  /// What to do about it, or empty.
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorKind kind_;
  Location location_;
  std::string hint_;
};

}  // namespace dossier

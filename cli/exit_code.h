/// How the program ends (docs/cli.md has the table).
#pragma once

#include <stdexcept>
#include <string>

namespace dossier::cli {

enum class ExitCode : int {
  done = 0,
  no = 1,         ///< the answer is no: nothing is called so, nothing fits
  usage = 2,      ///< the call is wrong
  bad_input = 3,  ///< an input is not what it claims to be
  io = 4,         ///< a file, the disk or memory failed
  our_fault = 70,
};

/// Thrown when what was asked for is not there, and the verb has nothing else to do. Ends with ExitCode::no.
class NothingFound : public std::runtime_error {
 public:
  explicit NothingFound(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  std::string hint_;
};

/// Thrown when the reader of our output has gone away (`| head`). That is its good right: ends with ExitCode::done.
struct ClosedPipe {};

/// Thrown when a signal asks us to stop. Ends with 128 + the signal's number.
struct Interrupted {
  int signal = 0;
};

}  // namespace dossier::cli

/// Where results go.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>

namespace dossier::cli {

/// Standard output, or a file that is written whole or not at all.
class Output {
 public:
  /// An empty name and "-" are standard output. Throws Error(io) when the file cannot be written.
  explicit Output(const std::filesystem::path& file = {});
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Where to write. For standard output it throws at the first failure, so that no work is done for nobody:
  /// ClosedPipe when the reader has gone, Error(io) otherwise.
  [[nodiscard]] std::ostream& stream();
  [[nodiscard]] bool is_file() const noexcept;

  /// Everything is written. Throws as `stream()` does; for a file, Error(io). Without it a file is not changed.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::cli

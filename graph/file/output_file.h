/// A file that is written whole or not at all.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>

namespace dossier::graph {

/// Writes beside the target and renames over it, so that a crash, a full disk or a thrown exception
/// leaves whatever was there before. The temporary is removed when `commit` was not reached.
///
/// A target that is not a regular file (a pipe, /dev/null, /dev/full) is written in place: it has nothing to protect.
class OutputFile {
 public:
  /// Opens a temporary in the target's folder. Throws Error(io) when that is not possible.
  explicit OutputFile(std::filesystem::path target);
  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;

  /// The stream to write to. It throws Error(io) from `commit`, not earlier, when something could not be written.
  [[nodiscard]] std::ostream& stream();

  /// Flushes, syncs to the disk and renames onto the target. Throws Error(io) when any of it fails.
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::graph

/// What is told to the person, on standard error. The only file that knows spdlog is messages.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/common_options.h"
#include "cli/terminal.h"
#include "graph/error/diagnostic.h"

namespace dossier::cli {

/// Prints messages as compilers do, so that editors can jump there: `file:line:column: error: …`, `  help: …`;
/// what has no place begins with `dossier: `. With --errors json, one JSON object a line.
class Messages {
 public:
  Messages(const CommonOptions& options, const Terminal& terminal);
  ~Messages();
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  void tell(const Diagnostic& diagnostic);
  void error(const std::string& message, const std::string& hint = {}) { tell({Severity::error, {}, message, hint}); }
  void warning(const std::string& message, const std::string& hint = {}) {
    tell({Severity::warning, {}, message, hint});
  }
  void note(const std::string& message, const std::string& hint = {}) { tell({Severity::note, {}, message, hint}); }
  /// What was done: a line as it is, silent with -q.
  void summary(const std::string& line);
  /// For -v.
  void detail(const std::string& line);

  /// A sink that tells; must not outlive this.
  [[nodiscard]] DiagnosticSink sink() {
    return [this](const Diagnostic& diagnostic) { tell(diagnostic); };
  }

  /// Replaces the line at the bottom of the terminal; an empty text takes it away.
  void show_progress(std::string_view line);

 private:
  [[nodiscard]] std::string as_text(const Diagnostic& diagnostic) const;
  void log(Severity severity, const std::string& text);

  struct Logger;
  std::unique_ptr<Logger> logger_;
  Paint paint_;
  bool json_ = false;
  bool progress_shown_ = false;
};

}  // namespace dossier::cli

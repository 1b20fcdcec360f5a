/// What is told while work goes on: this input is bad, the next may be good.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace dossier {

/// A place in an input. Lines and columns count from 1; 0 means "not known". Columns count Unicode code points.
struct Location {
  std::string source;  ///< file name, address or "-" for standard input
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  [[nodiscard]] bool known() const noexcept { return !source.empty() || line != 0; }
  bool operator==(const Location&) const = default;
};

/// "file.ttl:41:18", with the parts that are known.
[[nodiscard]] std::string to_string(const Location& location);

enum class Severity { note, warning, error };

/// One thing to tell a person about an input.
struct Diagnostic {
  Severity severity = Severity::error;
  Location location;
  std::string message;  ///< one line: lower case, no full stop
  std::string hint;     ///< what to do about it, or empty
};

/// Where diagnostics go. The caller decides: print, collect, count or throw.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace dossier

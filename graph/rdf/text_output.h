/// Text on its way to a stream, in large pieces. Private to graph/rdf.
#pragma once

#include <iosfwd>
#include <string>

namespace dossier::graph {

/// A string that grows, with a stream that takes it when there is enough of it.
class TextOutput {
 public:
  explicit TextOutput(std::ostream& out) : out_(out) {}

  /// Append here; call `flow` now and then.
  [[nodiscard]] std::string& text() noexcept { return text_; }
  /// Hands the text over when it has become large. Throws Error(io) when the stream does not take it.
  void flow() {
    if (text_.size() >= piece) drain();
  }
  /// Hands all of the text over.
  void drain();

 private:
  static constexpr std::size_t piece = std::size_t{1} << 18U;
  std::ostream& out_;
  std::string text_;
};

}  // namespace dossier::graph

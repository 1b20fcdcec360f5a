/// Ctrl-C and kill, noticed between two pieces of work.
#pragma once

#include <csignal>

#include "graph/term/quad.h"

namespace dossier::cli {

/// While one lives, the first SIGINT or SIGTERM is only noted, so that nothing is left half done; a second one ends the
/// program at once.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  /// The signal that came, or 0.
  [[nodiscard]] static int signal() noexcept;
  /// Throws Interrupted when one came.
  static void check();

 private:
  struct sigaction interrupt_ {
  }, terminate_{};  // what was there before
};

/// Passes quads on until a signal comes; then throws Interrupted.
class InterruptibleSink final : public graph::QuadSink {
 public:
  explicit InterruptibleSink(graph::QuadSink& sink) : sink_(sink) {}
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override {
    InterruptWatch::check();
    sink_.quad(quad);
  }

 private:
  graph::QuadSink& sink_;
};

}  // namespace dossier::cli

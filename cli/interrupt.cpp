#include "cli/interrupt.h"

#include "cli/exit_code.h"

namespace dossier::cli {
namespace {

volatile std::sig_atomic_t caught = 0;

void note(int signal) { caught = signal; }

}  // namespace

InterruptWatch::InterruptWatch() {
  caught = 0;
  struct sigaction action {};
  action.sa_handler = note;
  // not restarted: a read from a terminal or a pipe must end, too
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, &interrupt_);
  ::sigaction(SIGTERM, &action, &terminate_);
}

InterruptWatch::~InterruptWatch() {
  ::sigaction(SIGINT, &interrupt_, nullptr);
  ::sigaction(SIGTERM, &terminate_, nullptr);
}

int InterruptWatch::signal() noexcept { return caught; }

void InterruptWatch::check() {
  if (caught != 0) throw Interrupted{caught};
}

}  // namespace dossier::cli

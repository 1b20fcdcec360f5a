/// The program. The only place that catches, and that turns what happened into an exit code.
#include <csignal>
#include <exception>
#include <new>
#include <ostream>

#include "cli/command_line.h"
#include "cli/output.h"
#include "graph/error/error.h"

namespace {

using dossier::cli::ExitCode;

ExitCode code_of(dossier::ErrorKind kind) {
  switch (kind) {
    case dossier::ErrorKind::usage:
      return ExitCode::usage;
    case dossier::ErrorKind::bad_input:
      return ExitCode::bad_input;
    case dossier::ErrorKind::io:
      return ExitCode::io;
  }
  return ExitCode::our_fault;
}

ExitCode print(const std::string& text) {
  dossier::cli::Output out;
  out.stream() << text;
  out.finish();
  return ExitCode::done;
}

/// Runs `work` and tells what went wrong.
template <class Work>
int guarded(dossier::cli::Messages& messages, Work work) {
  try {
    return static_cast<int>(work());
  } catch (const dossier::Error& error) {
    messages.tell({dossier::Severity::error, error.location(), error.what(), error.hint()});
    return static_cast<int>(code_of(error.kind()));
  } catch (const dossier::cli::NothingFound& nothing) {
    messages.error(nothing.what(), nothing.hint());
    return static_cast<int>(ExitCode::no);
  } catch (const dossier::cli::ClosedPipe&) {
    return static_cast<int>(ExitCode::done);
  } catch (const dossier::cli::Interrupted& interrupted) {
    messages.error("interrupted; nothing was changed");
    return 128 + interrupted.signal;
  } catch (const std::bad_alloc&) {
    messages.error("out of memory", "give the program more, or fewer documents at once");
    return static_cast<int>(ExitCode::io);
  } catch (const std::exception& fault) {
    messages.error(std::string("this should not have happened: ") + fault.what(),
                   "it is a fault of dossier's; please report it, with the command and its input");
    return static_cast<int>(ExitCode::our_fault);
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace dossier::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is told by write()
  const CommonOptions early = options_for_messages(argc, argv);
  Call call;
  {
    const Terminal terminal = look_at_terminal(early);
    Messages messages(early, terminal);
    const int code = guarded(messages, [&] {
      call = read_command_line(argc, argv);
      return call.action ? ExitCode::done : print(call.text);
    });
    if (code != 0 || !call.action) return code;
  }
  const Terminal terminal = look_at_terminal(call.options);
  Messages messages(call.options, terminal);
  Session session{call.options, terminal, messages};
  return guarded(messages, [&] { return call.action(session); });
}

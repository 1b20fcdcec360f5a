/// What every verb may use while it runs.
#pragma once

#include "cli/common_options.h"
#include "cli/messages.h"
#include "cli/terminal.h"

namespace dossier::cli {

struct Session {
  const CommonOptions& options;
  const Terminal& terminal;
  Messages& messages;
};

}  // namespace dossier::cli

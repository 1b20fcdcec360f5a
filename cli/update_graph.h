/// A graph brought up to date with documents: add and sync.
#pragma once

#include "cli/decisions_option.h"
#include "cli/graph_option.h"
#include "cli/exit_code.h"
#include "cli/read_documents.h"

namespace dossier::cli {

struct UpdateOptions {
  ReadingOptions reading;
  GraphOption graph;
  DecisionsOption decisions;
  bool dry_run = false;

  void declare(CLI::App& app);
};

enum class Rest { stays, goes };  ///< the documents of the graph that are not among the inputs

/// Reads what is new or has changed, in place of what the same documents said before, and tells how many. The graph is then
/// what `build` makes of the documents that are in it and of the decisions. It is made when the rest goes and there is
/// none; else Error(io). Nothing goes while an input cannot be read: it may be what the graph has.
ExitCode update_graph(const UpdateOptions& options, Rest rest, Session& session);

}  // namespace dossier::cli

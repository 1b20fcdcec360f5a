/// The options that every verb has.
#pragma once

namespace CLI {
class App;
}

namespace dossier::cli {

/// For what depends on whether a person is watching.
enum class When { automatic, always, never };

struct CommonOptions {
  bool quiet = false;
  int verbose = 0;
  bool json = false;         ///< results as one JSON value
  bool json_errors = false;  ///< messages as JSON lines
  When color = When::automatic;
  When progress = When::automatic;
};

/// Lets `app` read them. `options` must outlive the parsing.
void add_common_options(CLI::App& app, CommonOptions& options);

}  // namespace dossier::cli

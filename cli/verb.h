/// The verbs of the program: one file each, and one line each in verb.cpp.
#pragma once

#include <functional>
#include <span>

#include "cli/exit_code.h"
#include "cli/session.h"

namespace CLI {
class App;
}

namespace dossier::cli {

/// What a verb does once its options have been read.
using Action = std::function<ExitCode(Session&)>;

struct Verb {
  const char* name;
  const char* summary;
  const char* example;               ///< a command that works
  Action (*declare)(CLI::App& app);  ///< adds the verb's options to `app`; the action owns what they are read into
};

/// In the order in which they are listed to people.
[[nodiscard]] std::span<const Verb> all_verbs();

Action declare_build(CLI::App& app);
Action declare_analyze(CLI::App& app);
Action declare_explain(CLI::App& app);
Action declare_lint(CLI::App& app);
Action declare_show(CLI::App& app);
Action declare_facts(CLI::App& app);
Action declare_neighbors(CLI::App& app);
Action declare_path(CLI::App& app);
Action declare_timeline(CLI::App& app);
Action declare_evidence(CLI::App& app);
Action declare_render(CLI::App& app);
Action declare_export(CLI::App& app);
Action declare_convert(CLI::App& app);
Action declare_stats(CLI::App& app);
Action declare_add(CLI::App& app);
Action declare_sync(CLI::App& app);
Action declare_remove(CLI::App& app);
Action declare_learn(CLI::App& app);
Action declare_test(CLI::App& app);
Action declare_review(CLI::App& app);
Action declare_merge(CLI::App& app);
Action declare_distinct(CLI::App& app);
Action declare_alias(CLI::App& app);
Action declare_split(CLI::App& app);
Action declare_undo(CLI::App& app);
Action declare_ontology(CLI::App& app);
Action declare_why(CLI::App& app);
Action declare_version(CLI::App& app);

}  // namespace dossier::cli

#include "cli/common_options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <map>
#include <string>

namespace dossier::cli {
namespace {

void add_when(CLI::App& app, const char* name, When& when, const char* description) {
  static const std::map<std::string, When> words{
      {"auto", When::automatic}, {"always", When::always}, {"never", When::never}};
  app.add_option(name, when, description)
      ->transform(CLI::CheckedTransformer(words).description(""))
      ->type_name("auto|always|never")
      ->group("Everywhere");
}

}  // namespace

void add_common_options(CLI::App& app, CommonOptions& options) {
  app.add_flag("-q,--quiet", options.quiet, "say nothing but errors")->group("Everywhere");
  app.add_flag("-v,--verbose", options.verbose, "say more about what is done")->group("Everywhere");
  app.add_flag("--json", options.json, "the result as JSON")->group("Everywhere");
  add_when(app, "--color", options.color, "colours; by default on a terminal, unless $NO_COLOR is set");
  add_when(app, "--progress", options.progress, "a bar on long work; by default on a terminal");
  app.add_option_function<std::string>(
         "--errors", [&options](const std::string& form) { options.json_errors = form == "json"; }, "how messages look")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("text|json")
      ->group("Everywhere");
}

}  // namespace dossier::cli

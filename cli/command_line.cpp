#include "cli/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cctype>
#include <cstring>
#include <map>
#include <vector>

#include "graph/error/error.h"
#include "ontology/nearest_name.h"

namespace dossier::cli {
namespace {

constexpr const char* exit_codes =
    "Exit: 0 done, 1 the answer is no, 2 wrong call, 3 bad input, 4 file, disk or memory, 70 our fault.\n"
    "Nothing is ever sent or fetched over a network.";

/// The program as CLI11 sees it.
struct Program {
  CLI::App app{"Reads documents into a knowledge graph that keeps its evidence.", "dossier"};
  CommonOptions options;
  bool version = false;
  std::map<const CLI::App*, Action> actions;

  Program() {
    app.set_help_flag("-h,--help", "print this and stop");
    app.add_flag("--version", version, "print the version and stop");
    app.footer(std::string("`dossier VERB --help` tells more.\n") + exit_codes + '\n');
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("SUBCOMMAND", "VERB …");
    app.get_formatter()->label("SUBCOMMANDS", "VERB …");
    add_common_options(app, options);
    for (const Verb& verb : all_verbs()) add(verb);
  }

  void add(const Verb& verb) {
    CLI::App* sub = app.add_subcommand(verb.name, verb.summary);
    sub->set_help_flag("-h,--help", "print this and stop");
    sub->group("Verbs");
    sub->footer(std::string("Example:\n  ") + verb.example + '\n');
    actions[sub] = verb.declare(*sub);
    add_common_options(*sub, options);
    for (CLI::App* inner : sub->get_subcommands([](const CLI::App*) { return true; }))
      add_common_options(*inner, options);
  }

  [[nodiscard]] CLI::App* verb() const {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? nullptr : parsed.front();
  }
};

/// The verb's own verb, when it has one ("ontology check").
CLI::App* innermost(CLI::App* app) {
  for (auto next = app->get_subcommands(); !next.empty(); next = app->get_subcommands()) app = next.front();
  return app;
}

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& known, const std::string& otherwise) {
  const auto near = ontology::nearest_names(wanted, known, 1);
  return near.empty() ? otherwise : "did you mean '" + near.front() + "'?";
}

std::vector<std::string> verb_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(verb->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

/// "dossier ontology" for "check"; empty for the program itself.
std::string words_before(const CLI::App& app) {
  std::string words;
  for (const CLI::App* above = app.get_parent(); above != nullptr; above = above->get_parent())
    words = above->get_name() + (words.empty() ? "" : " ") + words;
  return words;
}

std::string help(const CLI::App& app) { return app.help(words_before(app)); }

std::string help_hint(const CLI::App& app) {
  const std::string before = words_before(app);
  return "see " + before + (before.empty() ? "" : " ") + app.get_name() + " --help";
}

/// CLI11's sentence in our form.
std::string tidy(std::string message) {
  while (!message.empty() && (message.back() == '.' || message.back() == '\n')) message.pop_back();
  if (message.size() > 1 && std::isupper(static_cast<unsigned char>(message[0])) != 0 &&
      std::isupper(static_cast<unsigned char>(message[1])) == 0)
    message[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(message[0])));
  return message;
}

/// What is wrong with the first word that nobody wanted.
Error explain_extra(const CLI::App& app, const std::string& word) {
  const bool option = word.size() > 1 && word.front() == '-';
  if (option) {
    const std::string name = word.substr(0, word.find('='));
    return {ErrorKind::usage, "unknown option '" + name + "'", did_you_mean(name, option_names(app), help_hint(app))};
  }
  const auto verbs = verb_names(app);
  if (!verbs.empty() && app.get_subcommands().empty())
    return {ErrorKind::usage, "unknown verb '" + word + "'", did_you_mean(word, verbs, help_hint(app))};
  return {ErrorKind::usage, "unexpected argument '" + word + "'", help_hint(app)};
}

Error explain(CLI::App& program, const CLI::ParseError& error) {
  CLI::App* app = innermost(&program);
  const auto extras = app->remaining();
  if (!extras.empty()) return explain_extra(*app, extras.front());
  return {ErrorKind::usage, tidy(error.what()), help_hint(*app)};
}

}  // namespace

Call read_command_line(int argc, const char* const* argv) {
  Program program;
  try {
    program.app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return {program.options, {}, help(*innermost(&program.app))};
  } catch (const CLI::ParseError& error) {
    throw explain(program.app, error);
  }
  if (program.version) return {program.options, {}, program_version() + '\n'};
  const CLI::App* verb = program.verb();
  if (verb == nullptr)
    throw Error(ErrorKind::usage, "no verb is given",
                "the first steps: dossier build article.txt; all verbs: dossier --help");
  return {program.options, program.actions.at(verb), {}};
}

CommonOptions options_for_messages(int argc, const char* const* argv) {
  CommonOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i], next = i + 1 < argc ? argv[i + 1] : "";
    if (word == "--errors=json" || (word == "--errors" && next == "json")) options.json_errors = true;
    if (word == "--color=never" || (word == "--color" && next == "never")) options.color = When::never;
  }
  return options;
}

std::string program_version() { return "dossier " DOSSIER_VERSION; }

}  // namespace dossier::cli

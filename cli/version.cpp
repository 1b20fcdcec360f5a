// dossier version: what this program is made of, and how its language models were made.
#include <spdlog/version.h>
#include <unicode/uversion.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Version.hpp>
#include <boost/json/object.hpp>
#include <boost/version.hpp>
#include <memory>
#include <ostream>
#include <utility>
#include <vector>

#include "cli/chosen_model.h"
#include "cli/command_line.h"
#include "cli/json_output.h"
#include "cli/model_text.h"
#include "cli/ontology_option.h"
#include "cli/output.h"
#include "cli/verb.h"

namespace dossier::cli {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string dotted(int major, int minor, int patch) {
  return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch);
}

Parts libraries() {
  return {{"Boost", dotted(BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
          {"Raptor", RAPTOR_VERSION},
          {"Graphviz", GRAPHVIZ_VERSION},
          {"ICU", U_ICU_VERSION},
          {"spdlog", dotted(SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH)},
          {"CLI11", CLI11_VERSION}};
}

std::string compiler() {
#if defined(__clang__)
  return "clang " __clang_version__;
#else
  return "gcc " __VERSION__;
#endif
}

ExitCode print_program(Session& session) {
  const ontology::Ontology is = OntologyOption().load(session.messages);
  const std::size_t classes = is.schema.classes().size(), relations = is.schema.properties().size(),
                    entities = is.lexicon.entities().size();
  if (session.options.json) {
    boost::json::object parts;
    for (const auto& [name, version] : libraries()) parts[name] = version;
    print_json(
        boost::json::object{{"version", DOSSIER_VERSION},
                            {"compiler", compiler()},
                            {"libraries", parts},
                            {"ontology", {{"classes", classes}, {"relations", relations}, {"entities", entities}}}});
    return ExitCode::done;
  }
  Output out;
  out.stream() << program_version() << "\nmade with " << compiler() << "\n";
  for (const auto& [name, version] : libraries()) out.stream() << name << ' ' << version << '\n';
  out.stream() << "ontology: " << classes << " classes, " << relations << " relations, " << entities
               << " known entities\n";
  out.finish();
  return ExitCode::done;
}

ExitCode print_models(const std::filesystem::path& file, Session& session) {
  const ChosenModel model(file);
  const boost::json::object about = about_model(*model, file);
  if (session.options.json) {
    print_json(about);
    return ExitCode::done;
  }
  Output out;
  print_model(about, session.terminal, out.stream());
  out.finish();
  return ExitCode::done;
}

}  // namespace

Action declare_version(CLI::App& app) {
  struct Asked {
    std::filesystem::path file;
    bool models = false;
  };
  auto asked = std::make_shared<Asked>();
  const CLI::Option* models = app.add_option("--models", asked->file, "how the language models were made: those of a file, or those built in")
                                  ->expected(0, 1)
                                  ->type_name("[FILE]");
  // the options are gone when the action runs
  app.parse_complete_callback([asked, models] { asked->models = models->count() > 0; });
  return [asked](Session& session) { return asked->models ? print_models(asked->file, session) : print_program(session); };
}

}  // namespace dossier::cli

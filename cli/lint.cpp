// dossier lint: whether an ontology teaches what it means to teach.
#include "ingest/meaning/lint.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <memory>

#include "cli/json_output.h"
#include "cli/ontology_option.h"
#include "cli/verb.h"
#include "graph/error/error.h"

namespace dossier::cli {
namespace {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

/// What was found, told as it is found or kept for one JSON value.
class Findings {
 public:
  explicit Findings(Session& session) : session_(session) {}

  void add(const Diagnostic& found) {
    ++counts_[static_cast<std::size_t>(found.severity)];
    if (!session_.options.json) return session_.messages.tell(found);
    boost::json::object one{{"severity", name_of(found.severity)}, {"file", found.location.source}, {"line", found.location.line}};
    if (found.location.column != 0) one["column"] = found.location.column;
    one["message"] = found.message;
    if (!found.hint.empty()) one["hint"] = found.hint;
    list_.push_back(std::move(one));
  }

  [[nodiscard]] std::size_t count(Severity severity) const { return counts_[static_cast<std::size_t>(severity)]; }

  void report(const ontology::Schema& schema) {
    const auto counters = static_cast<std::size_t>(std::ranges::count_if(schema.examples(), &ontology::Example::counter));
    if (session_.options.json)
      return print_json(boost::json::object{{"examples", schema.examples().size() - counters}, {"counterExamples", counters},
                                            {"errors", count(Severity::error)}, {"warnings", count(Severity::warning)},
                                            {"notes", count(Severity::note)}, {"findings", std::move(list_)}});
    session_.messages.summary(some(schema.examples().size() - counters, "example") + ", " + some(counters, "counter-example") + ": " +
                              some(count(Severity::error), "error") + ", " + some(count(Severity::warning), "warning") + ", " + some(count(Severity::note), "note"));
  }

 private:
  [[nodiscard]] static std::string some(std::size_t number, const std::string& what) { return std::to_string(number) + ' ' + what + (number == 1 ? "" : "s"); }

  Session& session_;
  std::array<std::size_t, 3> counts_{};
  boost::json::array list_;
};

/// What makes an ontology unusable is thrown where it is found; here it is one more finding, the last.
ontology::Schema examine(const OntologyOption& option, Findings& findings) try {
  const DiagnosticSink tell = [&](const Diagnostic& found) { findings.add(found); };
  ontology::Ontology ontology = ontology::read_ontology(option.sources(), tell);
  ingest::lint(ontology, tell);
  return std::move(ontology.schema);
} catch (const Error& error) {
  if (error.kind() != ErrorKind::bad_input) throw;
  findings.add({Severity::error, error.location(), error.what(), error.hint()});
  return {};
}

ExitCode run(const OntologyOption& option, Session& session) {
  Findings findings(session);
  const ontology::Schema schema = examine(option, findings);
  findings.report(schema);
  return findings.count(Severity::error) == 0 ? ExitCode::done : ExitCode::no;
}

}  // namespace

Action declare_lint(CLI::App& app) {
  auto option = std::make_shared<OntologyOption>();
  app.add_option("ONTOLOGY", option->files, "RDF files, or folders of them; without any, the ontology that ships")->type_name("");
  app.add_flag("--with-shipped", option->with_shipped, "the shipped ontology as well, for one that builds on it");
  return [option](Session& session) { return run(*option, session); };
}

}  // namespace dossier::cli

#include "cli/output_format.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <map>
#include <vector>

#include "graph/error/error.h"
#include "ontology/nearest_name.h"

namespace dossier::cli {
namespace {

const std::map<std::string, Format, std::less<>>& other_formats() {
  static const std::map<std::string, Format, std::less<>> formats{
      {"kg", KgFormat{}},         {"jsonl", LinesFormat{}},    {"dot", PictureFormat::dot},
      {"gv", PictureFormat::dot}, {"svg", PictureFormat::svg}, {"png", PictureFormat::png}};
  return formats;
}

[[noreturn]] void refuse(const std::string& name) {
  std::vector<std::string> known{"ttl", "nt", "nq"};
  for (const graph::Syntax syntax : graph::all_syntaxes()) known.emplace_back(graph::name_of(syntax));
  for (const auto& [other, format] : other_formats()) known.push_back(other);
  const auto near = ontology::nearest_names(name, known, 1);
  throw Error(ErrorKind::usage, "unknown format '" + name + "'",
              near.empty() ? "one of ttl, trig, nt, nq, rdfxml, kg, jsonl, dot, svg, png"
                           : "did you mean '" + near.front() + "'?");
}

}  // namespace

std::optional<Format> format_named(const std::string& name) {
  if (const auto found = other_formats().find(name); found != other_formats().end()) return found->second;
  if (const auto syntax = graph::syntax_named(name)) return *syntax;
  return std::nullopt;
}

std::optional<Format> format_of(const std::string& file) {
  const std::filesystem::path path(file);
  if (path.extension() == ".gz")
    throw Error(ErrorKind::usage, Location{file}, "compressed output is not written",
                "write to standard output and pipe it into gzip");
  if (const auto syntax = graph::syntax_of(path)) return *syntax;
  const std::string extension = path.extension().string();
  return extension.empty() ? std::nullopt : format_named(extension.substr(1));
}

void OutputOption::declare(CLI::App& app, const std::string& formats) {
  app.add_option("-o,--output", file, "the file to write, whole or not at all; default standard output")
      ->type_name("FILE");
  app.add_option("-f,--format", format, formats + "; default by the file's extension")->type_name("FORMAT");
}

Format OutputOption::choose(const Format& otherwise) const {
  if (!format.empty()) {
    if (const auto named = format_named(format)) return *named;
    refuse(format);
  }
  if (to_stdout()) return otherwise;
  if (const auto known = format_of(file)) return *known;
  // /dev/null and its like have no extension to tell by
  if (std::filesystem::exists(file) && !std::filesystem::is_regular_file(file)) return otherwise;
  throw Error(ErrorKind::usage, Location{file}, "the extension does not tell the format", "say it: -f ttl, -f svg, …");
}

graph::Provenance usual_provenance(graph::Syntax syntax) {
  return graph::has_graphs(syntax) ? graph::Provenance::graph : graph::Provenance::event;
}

}  // namespace dossier::cli

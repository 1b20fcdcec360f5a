#include "cli/decisions_option.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fstream>
#include <iterator>

#include "graph/error/error.h"

namespace dossier::cli {

void DecisionsOption::declare(CLI::App& app) {
  app.add_option("--decisions", file, "who is who, as people decided; default: GRAPH.decisions, if it is there")->type_name("FILE");
}

std::optional<std::filesystem::path> DecisionsOption::find(const std::optional<std::filesystem::path>& graph) const {
  if (!file.empty()) return file;
  return graph ? std::optional(std::filesystem::path(graph->string() + ".decisions")) : std::nullopt;
}

ingest::Decisions DecisionsOption::read(const std::optional<std::filesystem::path>& graph) const {
  const auto found = find(graph);
  if (!found) return {};
  if (!file.empty() && !std::filesystem::exists(*found)) throw Error(ErrorKind::io, Location{file}, "no such file");
  return ingest::Decisions::parse(decisions_text(*found), found->string());
}

std::string decisions_text(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return {};
  if (!std::filesystem::is_regular_file(file)) throw Error(ErrorKind::io, Location{file.string()}, "is not a file");
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad()) throw Error(ErrorKind::io, Location{file.string()}, "cannot be read");
  return text;
}

}  // namespace dossier::cli

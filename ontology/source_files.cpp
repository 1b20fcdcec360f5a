#include "ontology/source_files.h"

#include <algorithm>
#include <system_error>

#include "graph/error/error.h"
#include "graph/rdf/reader.h"
#include "graph/rdf/syntax.h"
#include "graph/term/vocabulary.h"

namespace dossier::ontology {
namespace {

namespace fs = std::filesystem;

/// Passes everything on and notes the subjects that have a type.
class TypeRecorder final : public graph::QuadSink {
 public:
  TypeRecorder(graph::QuadSink& next, std::size_t file, std::map<std::string, std::size_t, std::less<>>& typed_in)
      : next_(next), file_(file), typed_in_(typed_in) {}

  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void quad(const graph::QuadView& quad) override {
    if (quad.predicate.text == graph::rdf::type && quad.subject.is_iri()) typed_in_.emplace(quad.subject.text, file_);
    next_.quad(quad);
  }

 private:
  graph::QuadSink& next_;
  std::size_t file_;
  std::map<std::string, std::size_t, std::less<>>& typed_in_;
};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && graph::syntax_of(entry.path())) files.push_back(entry.path());
  if (files.empty()) throw Error(ErrorKind::bad_input, "no RDF file in folder '" + folder.string() + "'");
  std::ranges::sort(files);
  return files;
}

std::vector<fs::path> files_of(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status))
    throw Error(ErrorKind::io, "cannot open ontology '" + path.string() + "': no such file or folder");
  if (fs::is_directory(status)) return files_in(path);
  if (!graph::syntax_of(path))
    throw Error(ErrorKind::bad_input, "cannot tell the RDF syntax of '" + path.string() + "' from its name",
                "name it .ttl, .trig, .nt, .nq, .rdf, .owl or .xml");
  return {path};
}

bool has_lines(const fs::path& file) {
  return file.extension() != ".gz" && graph::syntax_of(file) != graph::Syntax::rdfxml;
}

}  // namespace

std::vector<fs::path> rdf_files(std::span<const fs::path> paths) {
  std::vector<fs::path> files;
  for (const fs::path& path : paths)
    for (fs::path& file : files_of(path))
      if (std::ranges::find(files, file) == files.end()) files.push_back(std::move(file));
  return files;
}

void SourceFiles::read(const fs::path& file, graph::QuadSink& sink) {
  TypeRecorder recorder(sink, files_.size(), typed_in_);
  graph::ReadOptions options;
  options.syntax = graph::syntax_of(file).value_or(graph::Syntax::turtle);
  options.blank_prefix = "f" + std::to_string(files_.size()) + "_";
  graph::read_rdf_file(file, options, recorder);
  File& read = files_.emplace_back(File{file.string(), nullptr, std::nullopt});
  if (!has_lines(file)) return;
  read.bytes = std::make_unique<graph::MappedFile>(file);
  read.lines.emplace(read.bytes->bytes());
}

Place SourceFiles::declared(std::string_view subject) const {
  const auto typed = typed_in_.find(subject);
  if (typed != typed_in_.end()) {
    const File& file = files_[typed->second];
    return {typed->second, file.lines ? file.lines->line_of(subject).value_or(0) : 0, 0};
  }
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (const auto line = files_[i].lines ? files_[i].lines->line_of(subject) : std::nullopt) return {i, *line, 0};
  return {};
}

Place SourceFiles::mention(std::string_view subject, std::string_view iri) const {
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (const auto line = files_[i].lines ? files_[i].lines->line_of_iri(subject, iri) : std::nullopt)
      return {i, *line, 0};
  return declared(subject);
}

Place SourceFiles::literal(std::string_view subject, std::string_view text) const {
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (const auto place = files_[i].lines ? files_[i].lines->place_of_literal(subject, text) : std::nullopt)
      return {i, place->line, place->column};
  return declared(subject);
}

Location SourceFiles::location(const Place& place) const {
  if (place.file >= files_.size()) return {};
  return {files_[place.file].name, place.line, place.column};
}

}  // namespace dossier::ontology

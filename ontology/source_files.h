/// The files of an ontology and where in them things are said. Private to ontology/.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error/diagnostic.h"
#include "graph/file/mapped_file.h"
#include "graph/term/quad.h"
#include "ontology/declaration_lines.h"

namespace dossier::ontology {

/// A place, comparable in the order in which the files were given.
struct Place {
  std::size_t file = 0;
  std::uint64_t line = 0;    ///< 0: not known
  std::uint64_t column = 0;  ///< 0: not known
  auto operator<=>(const Place&) const = default;
};

/// The RDF files that `paths` stand for: files as they are, folders as the RDF files in them, sorted by name; nothing
/// twice. Throws Error(io) for what is not there, Error(bad_input) for a file of unknown syntax or a folder without
/// any.
[[nodiscard]] std::vector<std::filesystem::path> rdf_files(std::span<const std::filesystem::path> paths);

/// Remembers which file says what, and finds the line when somebody asks.
class SourceFiles {
 public:
  /// Reads the file into `sink`. Throws what read_rdf_file throws.
  void read(const std::filesystem::path& file, graph::QuadSink& sink);

  /// Where a subject is given its type, else where it is spoken of first.
  [[nodiscard]] Place declared(std::string_view subject) const;
  /// Where a statement about the subject has this IRI, else where the subject is declared.
  [[nodiscard]] Place mention(std::string_view subject, std::string_view iri) const;
  /// Where a statement about the subject has this literal, else where the subject is declared.
  [[nodiscard]] Place literal(std::string_view subject, std::string_view text) const;

  [[nodiscard]] Location location(const Place& place) const;

 private:
  struct File {
    std::string name;
    std::unique_ptr<graph::MappedFile> bytes;  // its address must stay: `lines` looks into it
    std::optional<DeclarationLines> lines;     // nothing for RDF/XML and for what is compressed
  };

  std::vector<File> files_;
  std::map<std::string, std::size_t, std::less<>> typed_in_;  // subject -> the first file that gives it a type
};

}  // namespace dossier::ontology

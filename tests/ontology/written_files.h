/// Ontologies written by hand, read from files of their own.
#pragma once

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <utility>

#include "graph/error/error.h"
#include "ontology/ontology.h"

namespace dossier::ontology::test {

inline const std::string prefixes =
    "@prefix : <https://example.org/> . @prefix pa: <https://w3id.org/dossier/public-affairs#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> "
    ".\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n";

/// A folder of files, removed at the end.
class WrittenFiles {
 public:
  /// Turtle files get the usual prefixes in their first four lines.
  WrittenFiles(std::initializer_list<std::pair<std::string, std::string>> files) {
    std::string pattern = (std::filesystem::temp_directory_path() / "dossier-test.XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    for (const auto& [name, text] : files)
      std::ofstream(folder_ / name) << (name.ends_with(".ttl") ? prefixes : std::string()) << text;
  }
  ~WrittenFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  WrittenFiles(const WrittenFiles&) = delete;
  WrittenFiles& operator=(const WrittenFiles&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }

  /// The whole folder as one ontology; warnings become lines of `warnings()`.
  [[nodiscard]] Ontology read() {
    const std::filesystem::path paths[] = {folder_};
    return read_ontology(paths, [this](const Diagnostic& told) {
      warnings_ += told_as_line(told.location, told.message, told.hint) + "\n";
    });
  }

  /// "a.ttl:5: what is wrong (hint)", or "" when the ontology is sound.
  [[nodiscard]] std::string fault() {
    try {
      (void)read();
    } catch (const Error& error) {
      return told_as_line(error.location(), error.what(), error.hint());
    }
    return {};
  }

  [[nodiscard]] const std::string& warnings() const noexcept { return warnings_; }

 private:
  [[nodiscard]] static std::string told_as_line(Location location, const std::string& message,
                                                const std::string& hint) {
    location.source = std::filesystem::path(location.source).filename().string();
    return to_string(location) + ": " + message + (hint.empty() ? "" : " (" + hint + ")");
  }

  std::filesystem::path folder_;
  std::string warnings_;
};

}  // namespace dossier::ontology::test

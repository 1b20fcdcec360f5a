/// Reads a text of the test with the shipped ontology, and shows what was read as lines that a person can compare.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/language/language_model.h"
#include "ingest/meaning/read_statements.h"
#include "ontology/ontology.h"

namespace dossier::ingest::test {

inline const ontology::Ontology& shipped() {
  static const ontology::Ontology ontology = [] {
    const std::vector<std::filesystem::path> folder{DOSSIER_SOURCE "/ontology/public-affairs"};
    return ontology::read_ontology(folder, {});
  }();
  return ontology;
}

inline const Patterns& patterns() {
  static const Patterns patterns(shipped(), {});
  return patterns;
}

inline Extraction read(std::string text, std::string date = "2022-01-24") {
  Document document;
  document.id = "test";
  document.date = std::move(date);
  document.text = std::move(text);
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  return read_statements(document, analyse(document), shipped(), patterns());
}

/// "Norway | met | Iceland | occurred", sorted.
inline std::vector<std::string> facts(const Extraction& x) {
  std::vector<std::string> lines;
  for (const Statement& s : x.statements) {
    const std::string& iri = shipped().schema[s.predicate].iri;
    const auto* entity = std::get_if<EntityIndex>(&s.object);
    lines.push_back(x.entities[static_cast<std::size_t>(s.subject)].name + " | " + iri.substr(iri.rfind('#') + 1) + " | " +
                    (entity != nullptr ? x.entities[static_cast<std::size_t>(*entity)].name : graph::to_string(std::get<DateValue>(s.object).date)) + " | " +
                    std::string(ontology::label(s.factuality)));
  }
  std::ranges::sort(lines);
  return lines;
}

inline bool has(const std::vector<std::string>& lines, std::string_view line) { return std::ranges::find(lines, line) != lines.end(); }

inline std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace dossier::ingest::test

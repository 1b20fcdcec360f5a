/// Labelled files on the command line, and the properties that they speak of.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/learn/labelled.h"
#include "ontology/schema.h"

namespace CLI {
class App;
}

namespace dossier::cli {

struct LabelledOption {
  std::vector<std::string> files;

  void declare(CLI::App& app);
  /// Reads them. Throws as ingest::read_labelled does.
  [[nodiscard]] std::vector<ingest::LabelledText> read() const;
};

/// Whether a labelled file means this property: by its IRI, its local name or its label.
[[nodiscard]] bool means(std::string_view label, const ontology::Property& property);

/// The properties of the schema that the texts speak of, in its order. Throws Error(bad_input) when they speak of none, and tells
/// names that are no property through `unknown`.
[[nodiscard]] std::vector<ontology::PropertyId> properties_of(const std::vector<ingest::LabelledText>& texts, const ontology::Schema& schema,
                                                              const std::function<void(const std::string&)>& unknown);

}  // namespace dossier::cli

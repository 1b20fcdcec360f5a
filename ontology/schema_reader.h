/// Triples -> Schema. Private to ontology/.
#pragma once

#include <vector>

#include "ontology/reading.h"
#include "ontology/schema.h"

namespace dossier::ontology {

/// Throws Error(bad_input) for what read_ontology says makes a schema unusable.
[[nodiscard]] Schema read_schema(const Reading& reading);

/// The classes, in the order of their declaration, with their parents, which run in no circle.
[[nodiscard]] std::vector<Class> read_classes(const Reading& reading);
/// The properties, in the order of their declaration. `schema` has the classes.
[[nodiscard]] std::vector<Property> read_properties(const Reading& reading, const Schema& schema);
/// The example sentences, in the order of the files, those of one line by text. `schema` has classes and properties.
[[nodiscard]] std::vector<Example> read_examples(const Reading& reading, const Schema& schema);

}  // namespace dossier::ontology

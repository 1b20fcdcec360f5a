#include "ontology/schema_reader.h"

#include <algorithm>

#include "graph/error/error.h"
#include "ontology/terms.h"

namespace dossier::ontology {
namespace {

void check_kinds(const Reading& reading, const Schema& schema) {
  for (const Property& property : schema.properties())
    if (schema.find_class(property.iri))
      throw Error(ErrorKind::bad_input, property.declared,
                  reading.name(property.iri) + " is declared both as a class and as a property");
}

std::vector<std::pair<ClassId, ClassId>> read_disjoint(const Reading& reading, const Schema& schema) {
  std::vector<std::pair<ClassId, ClassId>> pairs;
  for (std::uint32_t i = 0; i < schema.classes().size(); ++i)
    for (const graph::TermId other : reading.objects(schema[ClassId{i}].iri, terms::disjoint_with))
      if (const auto found = schema.find_class(reading.text(other))) pairs.emplace_back(ClassId{i}, *found);
  return pairs;
}

}  // namespace

Schema read_schema(const Reading& reading) {
  std::vector<Class> classes = read_classes(reading);
  const Schema of_classes(classes);
  std::vector<Property> properties = read_properties(reading, of_classes);
  const Schema without_examples(classes, properties);
  check_kinds(reading, without_examples);
  return Schema(std::move(classes), std::move(properties), read_examples(reading, without_examples),
                read_disjoint(reading, of_classes));
}

}  // namespace dossier::ontology

/// Examples' sentences, as they are read to make their patterns.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "ingest/language/sentence.h"
#include "ingest/source/document.h"
#include "ontology/example_markup.h"
#include "ontology/schema.h"

namespace dossier::ingest {

/// An example beside others in one document.
struct ReadExample {
  ontology::Markup markup;  ///< its marks count in the document
  std::shared_ptr<const Document> document;
  std::shared_ptr<const Sentences> sentences;
  std::span<const Sentence> own;  ///< its sentence; several where it is read as several
};

/// Reads examples as they stand, all at once. Where no verb is seen right behind its first argument, an example is read once more with
/// "also" between them, and this reading is taken if it finds one: three words alone ("Kenya boycotted talks.") can be a name as well,
/// and a text says more.
[[nodiscard]] std::vector<ReadExample> read_examples(std::span<const ontology::Example* const> examples);

}  // namespace dossier::ingest

/// What the relations that labelled sentences taught read in a document.
#pragma once

#include <utility>
#include <vector>

#include "ingest/meaning/context.h"
#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// All pairs of a document that the learned relations hold between, found at once, since pairs are judged by their company; and told
/// sentence by sentence, as names are resolved. Borrows the document and its sentences.
class LearnedFacts {
 public:
  LearnedFacts(const Document& document, const Sentences& sentences, const ontology::Schema& schema, const Patterns& patterns);

  /// Adds what one sentence of the document states. A pair whose subject is not exactly one entity is left out.
  void read(const SentenceReading& reading, Context& context, std::vector<Statement>& out) const;

 private:
  const Sentences& sentences_;
  Passage passage_;
  std::vector<std::vector<std::pair<ontology::PropertyId, Pair>>> pairs_;  ///< by sentence; empty where nothing was learned
};

}  // namespace dossier::ingest

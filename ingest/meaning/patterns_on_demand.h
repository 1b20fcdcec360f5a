/// The patterns of an ontology, made as texts ask for them.
#pragma once

#include <memory>
#include <mutex>

#include "ingest/meaning/patterns.h"

namespace dossier::ingest {

/// The first short texts get each those that it can have a use for, which saves most of the time that an article takes; once that has
/// cost as much as all of them would, all are made. Either way a text is read alike. Thread-safe. Borrows the ontology.
class PatternsOnDemand {
 public:
  PatternsOnDemand(const ontology::Ontology& ontology, DiagnosticSink diagnostics) : ontology_(ontology), diagnostics_(std::move(diagnostics)) {}

  [[nodiscard]] std::shared_ptr<const Patterns> of(std::string_view text, const Sentences& sentences) const;

 private:
  const ontology::Ontology& ontology_;
  DiagnosticSink diagnostics_;
  mutable std::mutex making_;
  mutable std::size_t spent_ = 0;  ///< examples compiled so far
  mutable std::shared_ptr<const Patterns> all_;
};

}  // namespace dossier::ingest

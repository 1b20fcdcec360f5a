/// The whole way of a document, from its text to quads: the first thing to read here.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "graph/term/quad.h"
#include "ingest/identity/decisions.h"
#include "ingest/meaning/patterns_on_demand.h"
#include "ingest/source/document_stream.h"
#include "ingest/meaning/statement.h"
#include "ontology/ontology.h"

namespace dossier::ingest {

struct PipelineOptions {
  std::string base;          ///< base of minted IRIs; empty: https://w3id.org/dossier/id/
  unsigned threads = 1;      ///< documents read at once
  DiagnosticSink diagnostics;
  const Decisions* decisions = nullptr;  ///< who is who; borrowed
  /// Asked for every document, in input order, from the calling thread: whether one of this IRI and digest is known, so
  /// that it need not be read. Not set: every document is read.
  std::function<bool(const std::string& iri, const std::string& digest)> is_known;
  /// Called now and then from the calling thread while documents are read; returning false stops cleanly.
  std::function<bool(std::uint64_t documents)> progress;
};

/// What a build did.
struct Summary {
  std::uint64_t documents = 0;
  std::uint64_t known = 0;        ///< not read, because they are known; not among the documents
  std::uint64_t failed = 0;       ///< inputs that could not be read
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;
  std::uint64_t entities = 0;     ///< distinct in each document, added up
  std::uint64_t facts = 0;
  std::map<std::string, std::uint64_t> by_factuality;  ///< "occurred" -> 17
  bool stopped = false;           ///< progress said so
};

/// Reads documents under one ontology. Immutable once made; borrows the ontology.
class Pipeline {
 public:
  Pipeline(const ontology::Ontology& ontology, PipelineOptions options);

  /// Pure: many documents at once.
  [[nodiscard]] Extraction extract(const Document& document) const;

  /// Changes whenever the document would be read differently: of its text and what is told of it, the ontology and the
  /// language model.
  [[nodiscard]] std::string digest_of(const Document& document) const;

  /// Reads every document of the stream, on several threads, and records them in input order: the same input gives the
  /// same quads in the same order, however many threads there are.
  Summary run(DocumentStream& documents, graph::QuadSink& sink) const;

 private:
  const ontology::Ontology& ontology_;
  PipelineOptions options_;
  PatternsOnDemand patterns_;
  std::string knowledge_;  // digest of the ontology and the language model
};

}  // namespace dossier::ingest

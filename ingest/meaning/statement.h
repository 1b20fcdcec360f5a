/// What somebody says, with its reasons: the gate between reading and the graph.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "graph/term/edtf.h"
#include "ingest/source/document.h"
#include "ontology/factuality.h"
#include "ontology/schema.h"

namespace dossier::ingest {

/// Index of an entity in an Extraction.
enum class EntityIndex : std::uint32_t {};
inline constexpr EntityIndex no_entity{0xFFFFFFFF};

/// A thing that a document speaks of.
struct Entity {
  std::string iri;                       ///< set for what the ontology knows; else minted when it is recorded
  std::string name;
  ontology::ClassId type{};
  std::vector<std::string> aliases;      ///< every other form in the document, in order of appearance
  std::vector<std::uint32_t> sentences;  ///< numbers of the sentences that mention it, ascending
  std::string state;                     ///< IRI of the state that a described agent is called after: "Hungarian officials"
  bool described = false;                ///< an agent of whom no more is known than this phrase: "police"
  bool local = false;                    ///< "the briefing": only this document knows which; its IRI carries the document
};

/// Where a statement stands, and why it was read.
struct Evidence {
  std::uint32_t sentence = 0;   ///< number, counting from 1
  std::string rule;             ///< the rule or the example that read it
  double confidence = 1.0;
};

/// A date with the words it was read from.
struct DateValue {
  graph::Edtf date;
  std::string phrase;
  bool resolved = false;        ///< read against the document's date, not as stated

  bool operator==(const DateValue&) const = default;
};

/// A triple that a document states.
struct Statement {
  EntityIndex subject = no_entity;
  ontology::PropertyId predicate{};
  std::variant<EntityIndex, DateValue> object;
  ontology::Factuality factuality = ontology::Factuality::occurred;
  EntityIndex speaker = no_entity;  ///< who says so, where it is not the document itself
  Evidence evidence;
};

/// A node with parts: a tenure, a signing, a visit. Each part is a property of the node and what fills it.
struct Node {
  ontology::ClassId type{};
  EntityIndex self = no_entity;     ///< the entity that the node is, when the text names it ("the talks")
  std::vector<std::pair<ontology::PropertyId, std::variant<EntityIndex, DateValue>>> parts;
  ontology::Factuality factuality = ontology::Factuality::occurred;
  EntityIndex speaker = no_entity;
  Span trigger;                     ///< bytes: the verb or noun that says it; empty where a title does
  Evidence evidence;
};

/// What somebody said, in their words.
struct Utterance {
  EntityIndex speaker = no_entity;
  EntityIndex on_behalf_of = no_entity;
  std::string content;
  bool quotation = false;
  Evidence evidence;
};

/// A sentence that is evidence for something.
struct EvidenceSentence {
  std::uint32_t number = 0;
  Span span;                            ///< bytes
  std::uint32_t start = 0, end = 0;     ///< code points
};

/// All that was read in one document.
struct Extraction {
  Document document;                    ///< without its text, which is no longer needed
  std::string digest;                   ///< of all that it was read from; empty: not told
  std::vector<Entity> entities;
  std::vector<Statement> statements;
  std::vector<Node> nodes;
  std::vector<Utterance> utterances;
  std::vector<std::pair<EvidenceSentence, std::string>> sentences;  ///< those that are evidence, with their text
  std::uint32_t sentence_count = 0;
  std::uint32_t word_count = 0;
};

}  // namespace dossier::ingest

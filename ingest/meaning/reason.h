/// Why a fact was read: its sentence, followed again from the trigger to each argument.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/meaning/patterns.h"
#include "ontology/factuality.h"

namespace dossier::ingest {

/// A fact as a graph keeps it, without the graph.
struct ReadFact {
  std::string_view rule;       ///< an example's text, or the name of a rule that needs none (rules.h)
  std::string_view predicate;  ///< its IRI
  std::vector<std::string> subject, object;  ///< what they may be called; of a date the words it was read from
};

/// One argument: what stands in the sentence, and the way to it.
struct FoundArgument {
  std::string role;                ///< "subject"; of a node, the local name of the part
  std::vector<std::string> words;  ///< several where they are joined: "Norway", "Iceland"
  std::string path;                ///< from the trigger: "object 'creation' > of"
};

struct Reason {
  const ontology::Example* example = nullptr;        ///< none: a rule that needs none, or no longer in the ontology
  const ontology::Derivation* derivation = nullptr;  ///< the shortcut by which the fact follows, where the example teaches a node
  std::string trigger;                               ///< the word itself; empty when the example no longer reads the sentence
  std::vector<FoundArgument> arguments;              ///< none, then
  ontology::Factuality factuality{};                 ///< as the sentence alone says
  std::string decided_by;                            ///< what decides that
};

/// Reads the sentence again: `quote` has it exactly, and nothing else. What only the document could tell (whom "she" is) does not matter: paths are followed, not names.
[[nodiscard]] Reason find_reason(const ReadFact& fact, const Document& quote, const Sentences& sentences, const ontology::Ontology& ontology, const Patterns& patterns);

}  // namespace dossier::ingest

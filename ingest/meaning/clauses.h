/// Clauses: who does what to whom, before anything is known of what it means.
#pragma once

#include <string>
#include <vector>

#include "ingest/meaning/phrases.h"
#include "ontology/factuality.h"

namespace dossier::ingest {

/// Phrases joined by commas and "and": indices into Row::phrases.
using Group = std::vector<std::uint32_t>;

/// "in [Seoul]", "with [the United States], [China] and [Japan]"; or "on [December 23]" with a date.
struct Adjunct {
  std::string preposition;
  Group group;
  std::uint32_t date = nowhere;  ///< index into Row::dates, instead of a group
};

/// One verb, or a chain of verbs that share their subject: "pledged to continue strengthening".
struct Clause {
  std::vector<std::uint32_t> chain;   ///< indices into Row::verbs
  Group subject;
  Group object;
  std::vector<Adjunct> adjuncts;
  std::uint32_t inside = nowhere;     ///< the clause that says, thinks or wants this one
  bool conditional = false;           ///< after "if", "unless", "whether"
  std::uint32_t first = 0, last = 0;  ///< items
};

/// A noun phrase and what hangs on it: "talks | on [the situation] in [Paris]". Adjuncts that may hang higher up are
/// listed here too: what reads them checks their class.
struct Attachment {
  std::uint32_t phrase = nowhere;
  std::vector<Adjunct> adjuncts;
};

struct Clauses {
  std::vector<Clause> clauses;
  std::vector<Attachment> attachments;  ///< one for each phrase that has any, in order
};

/// Reads the row as clauses. The subject of each verb is what stands before it, past adverbs, insertions and
/// prepositional phrases; a passive verb's subject becomes the object, and its "by" the subject.
[[nodiscard]] Clauses read_clauses(const Words& words, const Row& row);

}  // namespace dossier::ingest

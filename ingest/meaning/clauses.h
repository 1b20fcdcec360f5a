/// Clauses: who does what to whom, before anything is known of what it means.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ingest/meaning/phrases.h"

namespace dossier::ingest {

/// "has not been signed", "will strengthen", "to continue", "signed"; or the copula of "is a member", "is ready".
struct VerbGroup {
  std::uint32_t first = 0, last = 0;  ///< tokens, from the first auxiliary to the particle
  std::uint32_t verb = 0;     ///< token of the main verb
  std::string lemma;          ///< with its particle: "set up"
  std::string modal;          ///< "will", "would", "may", … or empty; "will" also for "is to", "is going to"
  bool negated = false;
  bool passive = false;
  bool infinitive = false;    ///< "to strengthen"
  bool gerund = false;        ///< "strengthening", without a form of be
  bool participle = false;    ///< "signed", without an auxiliary, where it may be passive
  bool past = false;
};

/// Phrases joined by commas and "and": indices into Row::phrases.
using Group = std::vector<std::uint32_t>;

/// "in [Seoul]", "with [the United States], [China] and [Japan]"; or "on [December 23]" with a date.
struct Adjunct {
  std::string preposition;       ///< "according to" where it has several words
  Group group;
  std::uint32_t date = nowhere;  ///< index into Row::dates, instead of a group
};

/// One verb, or a chain of verbs that share their subject: "pledged to continue strengthening". A passive is turned: its
/// surface subject is the object, its agent the subject.
struct Clause {
  std::vector<std::uint32_t> chain;   ///< indices into Clauses::verbs
  Group subject;
  Group object;                       ///< or what the copula says: "is [a member]"
  Group complement;                   ///< "was appointed [ambassador]", "became [a member]"
  std::uint32_t said_of = nowhere;    ///< token of the noun or adjective that the copula says of the subject
  std::vector<Adjunct> adjuncts;      ///< of the verbs, then of the object
  bool copula = false;                ///< "is [at war]": what is said comes first among the adjuncts
  std::uint32_t inside = nowhere;     ///< the clause that says, thinks or wants this one
  bool conditional = false;           ///< after "if", "unless", "whether"
};

/// A noun phrase and what hangs on it: "talks | on [the situation] in [Paris]". What hangs on the verb right behind an
/// object is listed here too: what reads it checks its class.
struct Attachment {
  std::uint32_t phrase = nowhere;
  std::vector<Adjunct> adjuncts;
};

struct Clauses {
  std::vector<VerbGroup> verbs;
  std::vector<Clause> clauses;
  std::vector<Attachment> attachments;  ///< one for each phrase that has any, in order
};

/// What hangs on a phrase.
[[nodiscard]] std::span<const Adjunct> adjuncts_of(const Clauses& clauses, std::uint32_t phrase);

/// "[war]" in "is at war with"; null for all other clauses.
[[nodiscard]] const Group* phrase_of_copula(const Clause& clause);

/// The lemma of a clause's only object, or of what its copula says; empty when there is none or more than one.
[[nodiscard]] std::string object_lemma(const Sentences& sentences, const Row& row, const Clause& clause);

/// Reads the sentence's tree as clauses: coordination, relative clauses, participles, control, copulas and passives come out
/// as the plain clause that they stand for.
[[nodiscard]] Clauses read_clauses(const Words& words, const Sentences& sentences, const Row& row);

}  // namespace dossier::ingest

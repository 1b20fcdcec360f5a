/// Whether what is said happens, and by which words.
#pragma once

#include <string>

#include "ingest/meaning/context.h"
#include "ontology/factuality.h"

namespace dossier::ingest {

/// What decides the factuality of a fact.
enum class Ground : std::uint8_t {
  told,        ///< nothing speaks against it
  present,     ///< the present tense
  condition,   ///< "if", "unless"
  negation,    ///< "not"
  none,        ///< "no agreement"
  modal,       ///< "will", "must", "could"
  infinitive,  ///< "to sign"
  verb,        ///< the verb before it: "plans to"
  speech,      ///< the verb around it: "denied that"
  meaning,     ///< the relation's own meaning (pa:carries)
};

struct Judgement {
  ontology::Factuality factuality = ontology::Factuality::occurred;
  Ground ground = Ground::told;
  std::uint32_t token = nowhere;  ///< the word that decides, where there is one
};

/// Of what a clause says, from its verbs, its object and the clause around it.
[[nodiscard]] Judgement judge(const SentenceReading& reading, const Clause& clause);
/// Of what a noun says of itself: what is planned or denied in the clause around it is so for it.
[[nodiscard]] Judgement judge(const SentenceReading& reading, std::uint32_t phrase);
/// A relation whose meaning is a pledge is one, unless it is denied or depends on something.
[[nodiscard]] Judgement judge(const ontology::Property& property, Judgement of_words);

/// "“will” speaks of what is to come": for people.
[[nodiscard]] std::string to_string(const Judgement& judgement, const Words& words);

}  // namespace dossier::ingest

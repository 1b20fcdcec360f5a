/// Mentions: the places in a sentence that name something.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "ingest/language/sentence.h"
#include "ontology/schema.h"

namespace dossier::ingest {

inline constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

enum class MentionKind : std::uint8_t {
  known,    ///< a name that the ontology has
  person,   ///< a person's name, with or without a title before it
  post,     ///< an office: "Vice Minister of Unification"
  named,    ///< a proper name whose words tell its class: "2019 Hanoi Summit", "Unification Ministry"
  unknown,  ///< a proper name of which no more is known
  nominal,  ///< a phrase headed by a class label: "an inter-Korean military agreement"
  topic,    ///< any other noun phrase: "supply chains"
  date,     ///< a date
  pronoun,  ///< "it", "they", "he"
};

/// One mention. Token indices count in the document's Sentences.
struct Mention {
  MentionKind kind = MentionKind::topic;
  std::uint32_t first = 0, last = 0;             ///< tokens [first, last) of the name itself, without determiner
  std::uint32_t extent_first = 0, extent_last = 0;  ///< with its title and its apposition: what reads as one unit
  std::string name;                              ///< what is named, as this place says it
  std::vector<std::string> long_names;           ///< with the phrases that go on after the head, shortest first
  std::string surface;                           ///< a known name as it is written here; a phrase with the adjectives that its name leaves out
  std::optional<ontology::ClassId> type;
  std::uint32_t known = nowhere;                 ///< index into Lexicon::entities(), for known names
  bool metonym_possible = false;                 ///< a capital that may stand for its state; `state` says which
  std::uint32_t state = nowhere;                 ///< the state that it may stand for, or that it is named after
  bool plural = false;
  bool definite = false;                         ///< "the", "its", "this" stands before
  bool indefinite = false;                       ///< "a", "an" stands before
  bool demonym = false;                          ///< "Korean": names the country as an adjective
  std::vector<std::uint32_t> parties;            ///< known entities joined in a modifier: "ROK-U.S.", "inter-Korean"
  std::uint32_t year = 0;                        ///< a year that stands before: "the 2019 Hanoi Summit"
};

/// That a person holds a post, said by a title or an apposition.
struct Holding {
  std::uint32_t person = nowhere, post = nowhere;  ///< indices of mentions
  std::uint32_t title = nowhere;                   ///< index into Lexicon::titles()
  std::uint32_t of = nowhere;                      ///< mention of the country or body that the post is named with
  bool portfolio = false;                          ///< the post is for one field ("Minister of Unification", "Foreign Minister")
  bool former = false;                             ///< "former", "then-", "ex-"
};

}  // namespace dossier::ingest

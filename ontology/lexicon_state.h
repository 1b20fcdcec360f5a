/// What a lexicon is made of. Private to lexicon.cpp and lexicon_builder.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ontology/label_trie.h"
#include "ontology/lexicon.h"

namespace dossier::ontology {

/// A range of Lexicon::State::entries.
struct EntryRange {
  std::uint32_t first = 0, count = 0;
  bool plural = false;
};

/// A spelling that a text must have, case and all, and what it means then; that includes what is meant in any case.
struct Spelling {
  std::string text;
  EntryRange entries;
};

/// What the labels with one key of the trie mean.
struct Meanings {
  EntryRange in_any_case;
  std::uint32_t first_spelling = 0, spellings = 0;
};

struct Lexicon::State {
  LabelTrie trie;                  ///< all labels in lower case
  std::vector<Meanings> meanings;  ///< by key of the trie
  std::vector<Spelling> spellings;
  std::vector<Entry> entries;
  std::vector<KnownEntity> entities;
  std::vector<Title> titles;
};

}  // namespace dossier::ontology

#include "ingest/language/relation.h"

#include <algorithm>
#include <array>

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, word_class_count> word_classes = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, relation_count> relations = {
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
    "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan",
    "parataxis", "punct", "reparandum", "vocative", "xcomp"};

}  // namespace

std::string_view name_of(WordClass word_class) noexcept { return word_classes[static_cast<std::size_t>(word_class)]; }
std::string_view name_of(Relation relation) noexcept { return relations[static_cast<std::size_t>(relation)]; }

WordClass word_class_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(word_classes, name);
  return found == word_classes.end() ? WordClass::X : static_cast<WordClass>(found - word_classes.begin());
}

Relation relation_named(std::string_view name) noexcept {
  auto found = std::ranges::find(relations, name);
  if (found == relations.end()) found = std::ranges::find(relations, name.substr(0, name.find(':')));
  return found == relations.end() ? Relation::dep : static_cast<Relation>(found - relations.begin());
}

}  // namespace dossier::ingest

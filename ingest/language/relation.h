/// Universal Dependencies' word classes and relations, as English uses them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dossier::ingest {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class WordClass : std::uint8_t {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X,
};
inline constexpr std::size_t word_class_count = static_cast<std::size_t>(WordClass::X) + 1;

/// Relations of a word to its head, with the subtypes of the English treebanks (universaldependencies.org/en/dep).
enum class Relation : std::uint8_t {
  root, acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc, cc_preconj, ccomp, compound,
  compound_prt, conj, cop, csubj, csubj_outer, csubj_pass, dep, det, det_predet, discourse, dislocated, expl, fixed, flat,
  goeswith, iobj, list, mark, nmod, nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl,
  obl_agent, obl_unmarked, orphan, parataxis, punct, reparandum, vocative, xcomp,
};
inline constexpr std::size_t relation_count = static_cast<std::size_t>(Relation::xcomp) + 1;

[[nodiscard]] std::string_view name_of(WordClass word_class) noexcept;  ///< "NOUN"
[[nodiscard]] std::string_view name_of(Relation relation) noexcept;     ///< "nmod:poss"
[[nodiscard]] WordClass word_class_named(std::string_view name) noexcept;  ///< X when there is none
[[nodiscard]] Relation relation_named(std::string_view name) noexcept;     ///< a subtype that is not known as its relation, else dep

}  // namespace dossier::ingest

/// What around two arguments may speak for a relation between them.
#pragma once

#include <functional>
#include <string_view>

#include "ingest/learn/passage.h"

namespace dossier::ingest {

/// What the cue of an object's words begins with.
inline constexpr std::string_view object_reads = "object reads ";

/// Calls `use` with each cue of an ordered pair of arguments of one sentence: their kinds and words, the path between
/// them in the tree with its words, what hangs on the path, the words between and beside them, and how many others of
/// their kind are nearer. Cues are words for people ("path nsubj< · >obl:of found"), and the same text gives the same
/// ones. (The features of N. Kambhatla 2004 and G. Zhou et al. 2005 for relation extraction, in short.)
void each_cue(const Passage& passage, const Argument& subject, const Argument& object, const std::function<void(std::string_view)>& use);

}  // namespace dossier::ingest

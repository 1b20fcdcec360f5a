/// Which arguments of a passage speak of one thing. Private to ingest/learn.
#pragma once

#include "ingest/learn/passage.h"

namespace dossier::ingest {

/// Sets `thing` of every argument of a passage.
///
/// Each sentence is gone through from left to right. A relative pronoun is what its clause hangs on; a personal pronoun
/// the most prominent thing so far that its gender and number allow (subjects before others, the near before the far:
/// S. Lappin and H. Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994, in short); a name the thing of the
/// same name or of a longer one that it is a part of.
void join_things(Passage& passage);

}  // namespace dossier::ingest

/// Whether an ontology teaches what it means to teach.
#pragma once

#include "ontology/ontology.h"

namespace dossier::ingest {

/// Reads every example with the extractor that all of them make, and tells what is wrong, in the order of the files.
///
/// Errors: an example whose own sentence does not give the fact or the node with the marked arguments, by it or by another
/// example; a counter-example whose sentence gives it all the same. Warnings: an example of which no pattern can be made although
/// others read it; a class that no words name. Notes: two examples that make one pattern; a property that nothing can ever say.
void lint(const ontology::Ontology& ontology, const DiagnosticSink& tell);

}  // namespace dossier::ingest

/// What was read of a document, as CoNLL-U.
#pragma once

#include <ostream>

#include "ingest/language/sentence.h"

namespace dossier::ingest {

/// Writes the sentences of a document as CoNLL-U (universaldependencies.org/format.html), so that `read_treebank` and every
/// other reader of it have them:
///
///     # newdoc id = briefing                before the first sentence; white space in an id becomes "_"
///     # newpar                              before the first sentence of each block
///     # sent_id = briefing-1
///     # text = They don't.                  runs of white space are one blank, as forms and SpaceAfter tell it
///     1	They	they	PRON	PRP	_	2	nsubj	_	Bytes=0:4|TokenRange=0:4
///     2-3	don't	_	_	_	_	_	_	_	Bytes=5:10|SpaceAfter=No|TokenRange=5:10
///
/// XPOS as treebank_tags has it; FEATS and DEPS are empty. MISC says where the token stands in the document's text, in code
/// points (TokenRange) and in bytes (Bytes), `SpaceAfter=No` where no white space follows, and `Name=B-PER`, `Name=I-PER` for
/// the first and the other tokens of a name. A document without a sentence writes nothing.
void write_conllu(const Document& document, const Sentences& sentences, std::ostream& out);

}  // namespace dossier::ingest

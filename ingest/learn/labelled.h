/// Texts whose facts somebody has marked: what a relation is learned from, and what a reader is tested on.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/error/diagnostic.h"
#include "ingest/source/document.h"

namespace dossier::ingest {

/// One marked fact. Where the places are not given, the names are looked for in the text.
struct LabelledFact {
  std::string property;                     ///< as the file has it: an IRI, a local name or a label
  std::string subject, object;
  std::optional<Span> subject_place, object_place;  ///< bytes of the text
};

struct LabelledText {
  std::string id;
  std::string group;                ///< texts of one group are never on both sides of a split: the document they are from
  std::string text;                 ///< UTF-8
  std::vector<LabelledFact> facts;
  std::vector<std::string> asked;   ///< properties of which all facts are marked; empty: of all that the files mark
};

/// Reads files of JSON lines. Three forms, told apart by their keys:
///
/// - ours: `{"id": …, "text": …, "facts": [{"s": …, "p": …, "o": …, "sSpan": [begin, end], "oSpan": …}], "asked": [p, …]}`
///   where the spans (code points of the text) and `asked` may be left out, `group` too;
/// - KnowledgeNet's (F. Mesquita et al., EMNLP 2019): a document a line, with its passages and their facts;
/// - Text2KGBench's (N. Mihindukulasooriya et al., ISWC 2023): one fact a line; lines with one sentence are one text.
///
/// Throws Error(bad_input) with file and line for what is none of them, Error(io) when a file cannot be read.
[[nodiscard]] std::vector<LabelledText> read_labelled(std::span<const std::filesystem::path> files);

}  // namespace dossier::ingest

/// Graphs on their way in: .kg files and RDF in any syntax.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/messages.h"
#include "graph/rdf/syntax.h"
#include "graph/store/store.h"
#include "graph/term/quad.h"

namespace dossier::cli {

/// Whether the file is, or claims to be, a .kg file: by its extension, else by its first bytes.
[[nodiscard]] bool is_kg_file(const std::filesystem::path& file);

/// The syntax that is asked for ("ttl"), or nothing for an empty name. Throws Error(usage) for an unknown one.
[[nodiscard]] std::optional<graph::Syntax> syntax_asked_for(const std::string& name);

/// Feeds `sink` with an RDF file, or with standard input ("-"). The syntax is `from`, else that of the extension,
/// else what the first bytes look like. Gives the number of quads. Throws as graph::read_rdf does.
std::uint64_t read_rdf_input(const std::filesystem::path& file, const std::optional<graph::Syntax>& from,
                             graph::QuadSink& sink, Messages& messages);

/// A .kg file in place, or an RDF file read into memory. Throws Error(io) when there is no such file.
[[nodiscard]] graph::Store open_graph(const std::filesystem::path& file, Messages& messages);

}  // namespace dossier::cli

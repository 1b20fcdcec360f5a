/// The RDF syntaxes that Dossier reads and writes.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace dossier::graph {

enum class Syntax { turtle, trig, ntriples, nquads, rdfxml };

/// All of them, in the order in which they are listed to people.
[[nodiscard]] std::span<const Syntax> all_syntaxes() noexcept;
/// The short name that `-f` takes: "turtle", "trig", "ntriples", "nquads", "rdfxml".
[[nodiscard]] std::string_view name_of(Syntax syntax) noexcept;
/// By name, usual abbreviation ("ttl", "nt", "nq", "xml") or media type ("text/turtle"); case does not matter.
[[nodiscard]] std::optional<Syntax> syntax_named(std::string_view name);
/// By file extension (.ttl .trig .nt .nq .rdf .owl .xml, also before .gz).
[[nodiscard]] std::optional<Syntax> syntax_of(const std::filesystem::path& file);
/// Whether the syntax has named graphs.
[[nodiscard]] bool has_graphs(Syntax syntax) noexcept;

}  // namespace dossier::graph

/// How texts get through Raptor unchanged: it ends texts at the character 0, and takes `/./` and `/../` out of IRIs
/// that are absolute already. Private to graph/rdf.
#pragma once

#include <string>
#include <string_view>

namespace dossier::graph {

/// A string token of Turtle or N-Triples without the character 0, raw or escaped. Another character, which Unicode
/// promises never to assign (U+FFFFE), begins a pair that stands for 0 or a dot or, where the text had it itself, for
/// U+FFFFE.
[[nodiscard]] std::string carried(std::string_view token);

/// Whether `carried` would change the token.
[[nodiscard]] bool must_be_carried(std::string_view token) noexcept;

/// An absolute IRI, without its angle brackets, with such a pair for each dot that begins a segment of its path.
[[nodiscard]] std::string carried_iri(std::string_view iri);

/// Whether a text that Raptor gave has such pairs.
[[nodiscard]] bool is_carried(std::string_view text) noexcept;

/// The text that was meant.
[[nodiscard]] std::string uncarried(std::string_view text);

}  // namespace dossier::graph

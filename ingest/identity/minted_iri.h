/// IRIs that are made from what a thing says, and can therefore be made again when the names in it change.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::ingest {

/// Sixty bits of a text in Crockford's base 32: short enough to type.
[[nodiscard]] std::string digest(std::string_view text);

/// What a fact is named after: IRIs, and the text of the object when it is a literal. No speaker: the document itself.
struct FactParts {
  std::string_view subject, predicate, object, factuality, speaker;
};
/// The end of a fact's IRI. Documents that say the same thus speak of one node.
[[nodiscard]] std::string fact_name(const FactParts& parts);

/// The end of a tenure's IRI, after who holds what. `parts` are the IRIs of a property and of what fills it, in any order.
[[nodiscard]] std::string tenure_name(std::vector<std::pair<std::string_view, std::string_view>> parts);

/// "https://…/person/" and "choi-young-joon": cut behind the last '/' or '#'.
[[nodiscard]] std::pair<std::string_view, std::string_view> split_iri(std::string_view iri);

/// The IRI of a thing that only one document can tell apart: "…/meeting/briefing" -> "…/meeting/article.briefing".
[[nodiscard]] std::string iri_within(std::string_view iri, std::string_view document_iri);

}  // namespace dossier::ingest

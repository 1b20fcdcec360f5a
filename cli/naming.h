/// From what people type to what is meant, with "did you mean" when nothing is.
#pragma once

#include <string>
#include <string_view>

#include "cli/messages.h"
#include "graph/query/facts.h"
#include "graph/store/store.h"

namespace dossier::cli {

/// The thing of that name; of several the one that most facts speak of, and a note about the others. Throws
/// NothingFound, with the nearest names.
[[nodiscard]] graph::TermId require_thing(const graph::Store& store, const std::string& name, Messages& messages);

/// The relation, by its IRI, local name or words ("holdsPosition", "holds position"). Throws NothingFound.
[[nodiscard]] graph::TermId require_relation(const graph::Store& store, const std::string& name);
/// The class, likewise.
[[nodiscard]] graph::TermId require_class(const graph::Store& store, const std::string& name);
/// The document, by its IRI or identifier. Throws NothingFound.
[[nodiscard]] graph::TermId require_document(const graph::Store& store, const std::string& name);
/// "pledged,planned" -> local names of factualities. Throws Error(usage) for one that there is not.
[[nodiscard]] std::vector<std::string> factualities_named(const std::vector<std::string>& lists);

}  // namespace dossier::cli

/// Which examples a text can have a use for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/language/sentence.h"
#include "ontology/schema.h"

namespace dossier::ingest {

/// The indices of examples that may read something in these sentences, ascending: those that have an unmarked word in common with them,
/// in whatever form, since what triggers a pattern is such a word; and those in which nothing but small words stands between two
/// arguments, where the class of one may trigger it. No other example makes a pattern that reads anything there.
[[nodiscard]] std::vector<std::uint32_t> useful_examples(std::span<const ontology::Example> examples, std::string_view text, const Sentences& sentences);

}  // namespace dossier::ingest

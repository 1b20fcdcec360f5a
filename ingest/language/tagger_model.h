/// The tagger's model, built into the program.
#pragma once

#include <string_view>

namespace dossier::ingest {

/// The text of tagger.tsv.
[[nodiscard]] std::string_view tagger_model() noexcept;

}  // namespace dossier::ingest

/// The trained models of English, built into the program.
#pragma once

#include <string_view>

namespace dossier::ingest {

/// The bytes of english.model.
[[nodiscard]] std::string_view english_model() noexcept;

}  // namespace dossier::ingest

/// English names of months.
#pragma once

#include <string_view>

namespace dossier::ingest {

/// 1 to 12 for the name of a month or its short form ("september", "sept.", "sep"), in small letters; 0 for other words.
[[nodiscard]] unsigned month_named(std::string_view word) noexcept;

}  // namespace dossier::ingest

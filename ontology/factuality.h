/// How a source presents a thing as real, intended or unreal (pa:Factuality).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ontology/schema.h"

namespace dossier::ontology {

/// In the order of docs/model.md.
enum class Factuality : std::uint8_t {
  occurred,      ///< has happened, or holds
  ongoing,       ///< is happening now
  planned,       ///< is fixed or expected for the future
  pledged,       ///< somebody has promised it
  demanded,      ///< somebody has asked for it, urged it, ordered it
  proposed,      ///< somebody has put it forward
  conditional,   ///< is to hold only if something else does
  hypothetical,  ///< is thought of as possible, no more
  historical,    ///< happened earlier, told as background
  denied,        ///< somebody says that it is not so
  alleged,       ///< somebody asserts it against another
  reported,      ///< known only from what somebody said
};

inline constexpr std::array all_factualities{
    Factuality::occurred,    Factuality::ongoing,      Factuality::planned,    Factuality::pledged,
    Factuality::demanded,    Factuality::proposed,     Factuality::conditional, Factuality::hypothetical,
    Factuality::historical,  Factuality::denied,       Factuality::alleged,    Factuality::reported};

/// "https://w3id.org/dossier/public-affairs#Pledged". The text is static.
[[nodiscard]] std::string_view to_iri(Factuality factuality) noexcept;
/// The factuality that has this IRI.
[[nodiscard]] std::optional<Factuality> from_iri(std::string_view iri) noexcept;
/// "pledged". The text is static.
[[nodiscard]] std::string_view label(Factuality factuality) noexcept;

/// Whether it happened: occurred, ongoing, historical.
[[nodiscard]] bool is_real(Factuality factuality) noexcept;
/// Whether a fact with this property may be written as a plain triple: it is real, or the property's own meaning
/// already says that it is not more than that ("pledged" carries Pledged and Planned).
[[nodiscard]] bool is_plain(Factuality factuality, const Property& property) noexcept;

}  // namespace dossier::ontology

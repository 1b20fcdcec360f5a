#include "ontology/factuality.h"

#include <algorithm>

namespace dossier::ontology {
namespace {

struct Spelling {
  std::string_view iri, label;
};

#define DOSSIER_FACTUALITY(name, label) \
  { "https://w3id.org/dossier/public-affairs#" name, label }
constexpr std::array<Spelling, all_factualities.size()> spellings{{
    DOSSIER_FACTUALITY("Occurred", "occurred"),
    DOSSIER_FACTUALITY("Ongoing", "ongoing"),
    DOSSIER_FACTUALITY("Planned", "planned"),
    DOSSIER_FACTUALITY("Pledged", "pledged"),
    DOSSIER_FACTUALITY("Demanded", "demanded"),
    DOSSIER_FACTUALITY("Proposed", "proposed"),
    DOSSIER_FACTUALITY("Conditional", "conditional"),
    DOSSIER_FACTUALITY("Hypothetical", "hypothetical"),
    DOSSIER_FACTUALITY("Historical", "historical"),
    DOSSIER_FACTUALITY("Denied", "denied"),
    DOSSIER_FACTUALITY("Alleged", "alleged"),
    DOSSIER_FACTUALITY("Reported", "reported"),
}};
#undef DOSSIER_FACTUALITY

const Spelling& spelling(Factuality factuality) noexcept { return spellings[static_cast<std::size_t>(factuality)]; }

}  // namespace

std::string_view to_iri(Factuality factuality) noexcept { return spelling(factuality).iri; }

std::string_view label(Factuality factuality) noexcept { return spelling(factuality).label; }

std::optional<Factuality> from_iri(std::string_view iri) noexcept {
  for (const Factuality factuality : all_factualities)
    if (spelling(factuality).iri == iri) return factuality;
  return std::nullopt;
}

bool is_real(Factuality factuality) noexcept {
  return factuality == Factuality::occurred || factuality == Factuality::ongoing ||
         factuality == Factuality::historical;
}

bool is_plain(Factuality factuality, const Property& property) noexcept {
  return is_real(factuality) || std::ranges::find(property.carries, to_iri(factuality)) != property.carries.end();
}

}  // namespace dossier::ontology

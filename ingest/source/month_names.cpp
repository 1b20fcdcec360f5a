#include "ingest/source/month_names.h"

#include <array>

namespace dossier::ingest {

unsigned month_named(std::string_view word) noexcept {
  static constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july",
                                                           "august", "september", "october", "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "sept") return 9;
  for (unsigned i = 0; i < months.size(); ++i)
    if (word == months[i] || (word.size() == 3 && months[i].starts_with(word))) return i + 1;
  return 0;
}

}  // namespace dossier::ingest

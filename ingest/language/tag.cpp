#include <algorithm>
#include <array>

#include "ingest/language/sentence.h"

namespace dossier::ingest {
namespace {

constexpr std::array<std::string_view, tag_count> names = {
    "",    "CC",  "CD",   "DT", "EX",  "FW",  "IN",  "JJ", "JJR", "JJS", "MD", "NN",  "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS",
    "RP",  "SYM", "TO",   "UH", "VB",  "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "$", "''", "(", ")", ",", ".", ":"};

}  // namespace

std::string_view name_of(Tag tag) noexcept { return names[static_cast<std::size_t>(tag)]; }

Tag tag_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? Tag::none : static_cast<Tag>(found - names.begin());
}

}  // namespace dossier::ingest

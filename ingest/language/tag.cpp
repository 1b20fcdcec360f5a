#include <algorithm>
#include <array>
#include <utility>

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

Tag treebank_tag(std::string_view name) noexcept {
  // tags that differ only in ways that no later step looks at are one
  static constexpr std::array<std::pair<std::string_view, Tag>, 11> merged = {{
      {"``", Tag::quote}, {"-LRB-", Tag::open}, {"-RRB-", Tag::close}, {"NFP", Tag::colon}, {"ADD", Tag::NNP}, {"GW", Tag::FW},
      {"AFX", Tag::JJ}, {"LS", Tag::CD}, {"HYPH", Tag::colon}, {"XX", Tag::FW}, {"$", Tag::dollar}}};
  const auto found = std::ranges::find(merged, name, &std::pair<std::string_view, Tag>::first);
  return found != merged.end() ? found->second : tag_named(name);
}

}  // namespace dossier::ingest
